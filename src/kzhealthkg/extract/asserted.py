"""Whether a predicate that counts something closes its clause and tells of what is or was."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.counted_about import suspected
from kzhealthkg.extract.frames import Hit
from kzhealthkg.extract.status import status
from kzhealthkg.model import Token

CLOSING = frozenset(lexicon.words("extract.asserted", "closing"))

WAS = frozenset(lexicon.words("extract.asserted", "was"))


def _without_brackets(tail: tuple[Token, ...]) -> tuple[Token, ...]:
    """… 12 %-ға азайды (9,1-ден 8-ге): a detail in brackets right behind the predicate changes nothing."""
    if not tail or tail[0].text != "(":
        return tail
    return tail[next((i + 1 for i, t in enumerate(tail) if t.text == ")"), len(tail)) :]


def asserts(hit: Hit) -> bool:
    """Say whether a predicate closes its clause and tells of what is or was."""
    if hit.clause.language == "ru":
        return (
            hit.verb.norm != "суть"
            and not (hit.verb.norm in WAS and not hit.clause.mentions("date"))
            and hit.verb.best.form not in ("fut", "inf")
            and status(hit.clause, hit.last - 1)
            not in (
                "planned",
                "needed",
            )
        )
    if hit.verb.best.lemma == "бар" and hit.verb.best.pos == "VERB":
        return False  # 12 дәрігер шетелге барды
    if suspected(hit.clause, hit.last):
        return False
    tail = _without_brackets(hit.clause.sentence.tokens[hit.last : hit.clause.last])
    if any(
        not (t.best.form or t.best.pos in ("PART", "PUNCT", "ADP", "PRON", "SCONJ") or t.norm in CLOSING) for t in tail
    ):
        return False
    located = hit.verb.best.case == "loc"
    return (located or hit.verb.best.form != "inf") and hit.verb.best.negative == bool(hit.frame.options.get("denied"))
