"""Rows of what a stock is made up of, told without a verb: олар – 1 аурухана, 10 амбулатория, 18 пункт."""

from __future__ import annotations

from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.member_rows import member_row
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.measured_before import PART, latest
from kzhealthkg.extract.kinds.indicator.part_totals import part_of
from kzhealthkg.extract.kinds.indicator.stocks import THINGS, is_countable
from kzhealthkg.model import Mention

STOCK = "indicator-stock"


def row(clause: Clause, memory: Memory) -> list[Draft]:
    """Return a draft for each member of a row that details the stock counted just before."""
    members = member_row(clause)
    total = latest(clause, memory) if members else None
    if total is None or not total.rule.startswith(STOCK) or total.rule == PART:
        return []
    known = all(is_countable(clause.whole, last - 1, THINGS, memory) for _, _, last in members)
    fits = sum(number.value.value for number, _, _ in members) <= total.slots["value"]
    return [_draft(clause.whole, *member, total) for member in members] if known and fits else []


def _draft(clause: Clause, number: Mention, first: int, last: int, total: Draft) -> Draft:
    draft = part_of(clause, number, last - 1, total)
    draft.say("measure", counted_names.singular_kk(clause.sentence.tokens[first:last]))
    return draft
