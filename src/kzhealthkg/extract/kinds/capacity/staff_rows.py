"""Rows of whom a facility's staff is made up of, told without a verb: оның ішінде 45 дәрігер, 120 мейіргер."""

from __future__ import annotations

from kzhealthkg.extract.clause.member_rows import Member, member_row
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import sizes
from kzhealthkg.extract.figures.figures import entry


def staff_row(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the staff of each sort out of all whom a facility was just said to have."""
    members = member_row(clause)
    total = memory.last_draft("Capacity", within=1, sentence=clause.index) if members else None
    if total is None or total.slots.get("unit") != "staff":
        return []
    staff, tokens = sizes.words("kk", "staff"), clause.sentence.tokens
    known = all(entry(tokens[last - 1], staff) for _, _, last in members)
    fits = sum(number.value.value for number, _, _ in members) <= total.slots["value"]
    return [_of_sort(clause, member, total) for member in members] if known and fits else []


def _of_sort(clause: Clause, member: Member, total: Draft) -> Draft:
    number, _, last = member
    draft = Draft("Capacity", dict(total.slots), number.start, clause.sentence.tokens[last - 1].end, "capacity")
    draft.drop("value", "bound")
    draft.inherited = set(total.inherited)
    roles.quantity(draft, "value", number)
    draft.sentence = clause.index
    return draft
