"""What the tagger sees of a token: its shape, its ends, what the lexicon knows of it, and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kzhealthkg import gazetteer, morph
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.words import guards, kk_stems, titled

WINDOW = (-2, -1, 1, 2)
NEAR = ("w", "s3", "shape", "lex", "lemma")
"""The features of a neighbour that a token sees."""
_RUNS = re.compile(r"(.)\1+")
_CLASSES = (("X", str.isupper), ("x", str.islower), ("d", str.isdigit))


def features(tokens: Sequence[str]) -> list[list[str]]:
    """Return the features of every token of a sentence."""
    own = [_word(token) for token in tokens]
    pairs = _pairs(tokens)
    depth = _quoted(tokens)
    found = []
    for i, mine in enumerate(own):
        row = [f"{key}={value}" for key, values in mine for value in values]
        row += [f"{at}{key}={value}" for at in WINDOW for key, values in _near(own, i + at) for value in values]
        row += [f"quoted={depth[i]}", *pairs[i], *(["first"] if i == 0 else [])]
        found.append(row)
    return found


Row = tuple[tuple[str, tuple[str, ...]], ...]


def _near(own: Sequence[Row], at: int) -> Row:
    if not 0 <= at < len(own):
        return (("edge", ("1",)),)
    return tuple((key, values) for key, values in own[at] if key in NEAR)


@lru_cache(maxsize=50_000)
def _word(word: str) -> Row:
    low = word.lower()
    shape = "".join(next((letter for letter, test in _CLASSES if test(c)), c) for c in word)
    best = morph.readings(word, "kk")[0]
    ends = tuple((f"s{n}", (low[-n:],)) for n in (1, 2, 3, 4) if len(low) > n)
    starts = tuple((f"p{n}", (low[:n],)) for n in (3, 4) if len(low) > n)
    known = (("lex", _known(word)), ("lemma", (best.lemma,)), ("case", (best.case,)), ("pos", (best.pos,)))
    return (
        ("w", (low,)),
        ("shape", (_RUNS.sub(r"\1", shape),)),
        ("long", (str(min(len(word), 8)),)),
        *ends,
        *starts,
        *known,
    )


def _known(word: str) -> tuple[str, ...]:
    """Return what the lexicons say of a word: place, given name, surname, patronymic, country, ordinary."""
    if not word[0].isalpha():
        return ("sign",)
    low = word.lower()
    tests = {
        "place": names.place, "given": lambda w: names.given(w, "kk"), "surname": lambda w: names.surname_like(w, "kk"),
        "patronymic": lambda w: names.patronymic(w, "kk"), "country": names.country, "guard": lambda w: names.common(w, "kk"),
        "ordinary": lambda w: names.ordinary(w, "kk"), "compound": names.compound,
    }  # fmt: skip
    found = [name for name, test in tests.items() if (word[0].isupper() or name == "ordinary") and test(word)]
    return tuple(found + ["title"] * (low in guards("title"))) or ("none",)


def _pairs(tokens: Sequence[str]) -> list[list[str]]:
    """Return the marks of tokens that are part of a place's name of two words: Батыс Қазақстан."""
    found: list[list[str]] = [[] for _ in tokens]
    for i in range(len(tokens) - 1):
        left, right = tokens[i], tokens[i + 1]
        if left[0].isupper() and any(gazetteer.known(f"{left} {stem}") for stem, _ in kk_stems(titled(right))):
            found[i].append("two:B")
            found[i + 1].append("two:I")
    return found


def _quoted(tokens: Sequence[str]) -> list[int]:
    depth, found = 0, []
    for token in tokens:
        depth = max(0, depth + (token in "«“„") - (token in "»”"))
        found.append(depth)
    return found
