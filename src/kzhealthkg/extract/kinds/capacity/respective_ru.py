"""Sizes told in a row of facilities told in a row: в A и B построят больницы на 300 и 250 коек соответственно."""

from __future__ import annotations

from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.sites_ru import sites
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import sizes
from kzhealthkg.extract.figures.figures import counted
from kzhealthkg.model import Mention

JOINS = frozenset({",", "и"})
LEAST = 2


def respective(clause: Clause, memory: Memory) -> list[Draft]:
    """Return a capacity for each town of a row whose facilities have a row of as many sizes behind them."""
    row = (
        _row(clause)
        if clause.language == "ru" and not memory.used & {m.start for m in clause.mentions("number")}
        else []
    )
    left = [m for m in clause.mentions("facility", last=row[0].first) if m.value.plural] if row else []
    said = counted(clause, row[-1], sizes.words("ru", "bed", "person")) if left else None
    places = sites(clause, left[-1:])[0] if said is not None else []
    if said is None or len(places) != len(row) or not left[-1].value.type:
        return []
    at, unit = said
    made = []
    for number, place in zip(row, places, strict=True):
        draft = Draft("Capacity", {}, left[-1].start, clause.sentence.tokens[at].end, "capacity-row-ru")
        draft.say("facilityType", left[-1].value.type)
        roles.quantity(draft, "value", number)
        draft.say("unit", sizes.rated(clause, row[-1], at, unit))
        say_place(draft, place)
        draft.sentence = clause.index
        made.append(draft)
    return made


def _row(clause: Clause) -> list[Mention]:
    """Return the numbers that stand in a row right behind "на"; [] for a single one."""
    tokens, row = clause.sentence.tokens, list[Mention]()
    for number in clause.mentions("number"):
        joined = bool(row) and number.first - row[-1].last == 1 and tokens[row[-1].last].norm in JOINS
        if joined or tokens[number.first - 1].norm == "на":
            row = [*row, number] if joined else [number]
        elif len(row) < LEAST:
            row = []
    return row if len(row) >= LEAST else []
