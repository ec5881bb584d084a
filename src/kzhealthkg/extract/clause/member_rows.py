"""Rows of counted members that take a total up, told without a verb: олар – 1 аурухана, 10 амбулатория."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.between import past_dash
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.syntax import FINITE, Clause, words
from kzhealthkg.model import Mention

OPENINGS = lexicon.words("extract.clause.member_rows", "openings")
OPENING = 3
"""Words of the longest opening, its sign among them."""
LEAST = 2
"""Members of the shortest row."""
Member = tuple[Mention, int, int]
"""A number, and where the words of what it counts begin and end."""


def member_row(clause: Clause) -> list[Member]:
    """Return the counted members of the row that a Kazakh clause opens, with the rest of its sentence; [] for none."""
    if clause.language == "ru" or "number" not in clause.named or (first := _opened(clause)) is None:
        return []
    whole = clause.whole
    if any(t.best.form in FINITE for t in whole.sentence.tokens[first:]):
        return []
    found = list(_members(whole, first))
    return found if len(found) >= LEAST else []


def _opened(clause: Clause) -> int | None:
    """Return where a row begins: behind a colon, or where a clause takes up the total told before."""
    tokens = clause.sentence.tokens
    if clause.first and tokens[clause.first - 1].text == ":":
        return clause.first
    head = clause.first if clause.first > OPENING else 0
    return head if words(tokens[head : head + OPENING]).lower().startswith(OPENINGS) else None


def _members(clause: Clause, first: int) -> Iterator[Member]:
    tokens = clause.sentence.tokens
    for number in clause.mentions("number", first=first):
        start = past_dash(clause, number.last)
        ends = (i for i in range(start, clause.last) if tokens[i].norm in LIST_SIGNS or tokens[i].text in ".;")
        if start < clause.last:  # a text may break off behind its last number
            yield number, start, max(next(ends, clause.last), start + 1)
