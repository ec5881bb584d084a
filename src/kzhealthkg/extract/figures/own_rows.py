"""Kazakh figures that no stock counts: whence helpers came, and the last of several figures that share one noun."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.model import Mention

LEFT = 2
"""Words from the end of one figure to the comma behind it, at most: 90 мыңнан астам, …."""


def among_comers(clause: Clause, number: Mention) -> bool:
    """Келгендердің қатарында A-дан 8 маман бар: who came from where to help is no stock of theirs."""
    if clause.language != "kk" or clause.words.isdisjoint(AMONG):
        return False
    tokens = clause.sentence.tokens[: number.first]
    return any(b.norm in AMONG and a.norm.startswith(COMERS) for a, b in pairwise(tokens))


def awaited(clause: Clause, number: Mention) -> bool:
    """Күтілген бес дәрігер қазір Алматыда жұмыс істейді: those still to come are no stock of where they work now."""
    if clause.language != "kk" or clause.words.isdisjoint(WORKING):
        return False
    at = number.first - 1
    while at > clause.first and clause.sentence.tokens[at].norm in STILL:
        at -= 1
    token = clause.sentence.tokens[at] if at >= clause.first else None
    return token is not None and (token.norm in TO_COME or not token.words.isdisjoint(AWAITED))


WORKING = frozenset(lexicon.words("extract.figures.own_rows", "working"))
STILL = frozenset(lexicon.words("extract.figures.own_rows", "still"))
TO_COME = frozenset(lexicon.words("extract.figures.own_rows", "to_come"))
AWAITED = frozenset(lexicon.words("extract.figures.own_rows", "awaited"))


AMONG = frozenset(lexicon.words("extract.figures.own_rows", "among"))
COMERS = lexicon.words("extract.figures.own_rows", "comers")


def without_place(clause: Clause, number: Mention) -> bool:
    """Елде 90 мың, мектепте 5 мың мейіргер бар: where the last of a row is counted is told by no place that is known."""
    tokens, at = clause.sentence.tokens, number.first - 1
    if clause.language != "kk" or at < 1 or tokens[at - 1].text != "," or not is_case(tokens[at], "loc"):
        return False
    known = any(m.first <= at < m.last for m in clause.sentence.mentions if m.type in ("place", "facility", "date"))
    rowed = any(0 <= at - 1 - m.last <= LEFT - 1 for m in clause.sentence.mentions if m.type == "number")
    return rowed and not known and tokens[at].best.pos == "NOUN"
