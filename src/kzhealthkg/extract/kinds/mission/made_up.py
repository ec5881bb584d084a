"""How many specialists a team just told of is made up of: құрамында 20 маман бар, в составе поезда 24 врача."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.mission.teams import counted

WITHIN = frozenset(lexicon.words("kinds.mission.made_up", "within"))
NEAR = 4
"""Words from the composition to the number of those in it, at most."""


def take_members(clause: Clause, drafts: list[Draft], memory: Memory) -> None:
    """Give the team told of in this clause, its sentence or the one before the number of those that make it up."""
    if WITHIN.isdisjoint(clause.words):
        return
    at = next((i for i in range(clause.first, clause.last) if clause.sentence.tokens[i].norm in WITHIN), clause.last)
    told = drafts[-1] if drafts else memory.last_draft("Mission", within=1, sentence=clause.index)
    found = [m for m in clause.mentions("number", first=at) if m.first - at <= NEAR]
    if told is None or "count" in told.slots or len(found) != 1 or counted(clause, found[0], teaching=False) != "count":
        return
    bound = told.slots.get("bound")
    roles.quantity(told, "count", found[0])
    if bound is None and told.slots.keys() & {"patients", "operations"}:
        told.drop("bound")
    elif bound is not None:
        told.slots["bound"] = bound
