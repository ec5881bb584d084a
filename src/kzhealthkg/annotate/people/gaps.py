"""What may stand between an office and the name of who holds it: signs, small words and titles."""

from __future__ import annotations

import re
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.words import guards

JOINING = frozenset(lexicon.words("annotate.people.gaps", "joining"))


def over_gap(text: str, start: int, at: int) -> int:
    """Return where the signs, small words and titles begin that stand before a place, of those behind ``start``."""
    bare = text[start:at].rstrip()
    last = bare[bare.rfind(" ") + 1 :]
    if last.isalpha() and last.lower() not in _gap_words():
        return start + len(bare)  # … басқармасының басшысы | X: mostly only a blank stands between
    others = [word.start() for word in _WORD.finditer(text, start, at) if word[0].lower() not in _gap_parts()]
    gap = _gap_before().search(text, others[-1] if others else start, at)
    return gap.start() if gap else at


_WORD = re.compile(r"[^\s,.—–-]+")


@cache
def _gap_parts() -> frozenset[str]:
    """Return the words of all that may stand between an office and a name: nothing reaches over another."""
    return frozenset(_WORD.findall(" ".join(guards("title")))) | JOINING


@cache
def _gap_words() -> frozenset[str]:
    """Return the words that may end what stands between an office and a name."""
    return frozenset([title.split()[-1].rstrip(".") for title in guards("title")]) | JOINING


@cache
def _gap_before() -> re.Pattern[str]:
    joins = rf"(?<!\w)(?:{'|'.join(sorted(JOINING))})(?=\s)"
    return re.compile(rf"(?:\s|[—–-](?=\s)|,|{joins}|(?<!\w)(?:{titles()})(?=[\s.,]|$)\.?)*$", re.I)


@cache
def titles() -> str:
    """Return the titles and degrees as alternatives of a regular expression."""
    return "|".join(re.escape(t).replace(r"\ ", r"\s+") for t in sorted(guards("title"), key=lambda t: (-len(t), t)))
