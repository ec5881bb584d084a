"""Sums in a row, each with a year or a place of its own: A облысына 5 млрд, B облысына 3 млрд теңге бөлінді."""

from __future__ import annotations

from kzhealthkg.extract.clause import beside
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.openings import takes_up
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.model import Mention

DATED = ("date", "due")
SUM = ("amount", "bound", "currency")


def told(draft: Draft, clause: Clause, sums: list[Mention]) -> list[Draft]:
    """Return a draft for each sum of a row, like the one made of the first; [] where the sums stand in none."""
    found = beside.keys(clause, sums)
    return [_share(draft, money, key) for money, key in zip(sums, found, strict=True)] if found else []


def listed(clause: Clause, sums: list[Mention], memory: Memory) -> list[Draft]:
    """… бөлінді: A облысына – 5 млрд теңге, B облысына – 3 млрд теңге: a row behind the sum that it parts."""
    behind = clause.first and clause.sentence.tokens[clause.first - 1].text == ":"
    total = memory.last_draft("Funding", within=1, sentence=clause.index)
    if total is None or not (behind or takes_up(clause)):
        return []
    made = told(total, clause, sums)
    for draft in made:
        draft.sentence, draft.end = clause.index, clause.tokens[-1].end
    if total.sentence == clause.index and any(d.slots.get("region") == total.slots.get("region") for d in made):
        total.slots.pop("region", None)  # the region of one of the parts
    return made


def _share(like: Draft, money: Mention, key: Mention) -> Draft:
    other = DATED if key.type == "date" else LOCATED
    slots = {k: v for k, v in like.slots.items() if k not in (*SUM, *other)}
    share = Draft("Funding", slots, min(key.start, money.start), max(like.end, money.end), like.rule)
    share.sentence, share.inherited = like.sentence, like.inherited - {*DATED, *LOCATED}
    roles.quantity(share, "amount", money)
    if key.type == "date":
        share.say(key.value.role if key.value.role == "due" else "date", key.value.edtf)
    else:
        say_place(share, key.value)
    return share
