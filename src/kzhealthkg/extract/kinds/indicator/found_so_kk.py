"""What a Kazakh participle before a number says of those counted: ерте сатыда анықталған 340 науқас бар."""

from __future__ import annotations

from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.counted_about import opening
from kzhealthkg.extract.figures.measure_ends import is_outside
from kzhealthkg.model import Mention


def found_so(clause: Clause, number: Mention, head: int, measure: str) -> str:
    """Return the participle right before a number with what belongs to it, and a blank behind; "" for none."""
    tokens, at = clause.sentence.tokens, number.first - 1
    if at <= clause.first or tokens[at].best.form != "perf" or tokens[at].best.case not in ("", "nom"):
        return ""
    if tokens[at].norm in measure.lower() or not measures.sorts(clause, head) & PERSONS:
        return ""
    first = at
    while first > clause.first and at - first < LONGEST and not _is_apart(clause, first - 1):
        first -= 1
    return "" if first == at else f"{opening(clause.text(first, at + 1), first)} "


PERSONS = frozenset({"people", "staff"})
LONGEST = 5
"""Words that belong to a participle, at most."""


def _is_apart(clause: Clause, at: int) -> bool:
    """Say whether a word is no part of what a participle says: a sign, a place, a time, a figure, who does it."""
    token = clause.sentence.tokens[at]
    return token.best.pos not in ("NOUN", "ADJ", "ADV", "X") or not token.text.isalpha() or is_outside(clause, at)
