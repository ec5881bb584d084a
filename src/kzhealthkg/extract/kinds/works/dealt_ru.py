"""A total of Russian works dealt out to places: построено 20 ФАПов: в A – 9, в B – 6; больше всего в A (9) и B (6)."""

from __future__ import annotations

from kzhealthkg.extract.clause.figured_places import LEAST, Pair, counted_in, figured
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft

CARRIED = ("workType", "facilityType", "status", "programme", "date", "due")


def dealt(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Return one work for each place whose own share of a counted total stands beside it."""
    if not {"place", "number"} <= clause.sentence.named.keys():
        return []
    rows = [(place, n) for place, n in _rows(clause.whole) if n.type == "number"]
    if len(rows) < LEAST or not clause.first <= rows[-1][1].first < clause.last:
        return []
    total = _total(clause, drafts, memory)
    if total is None or sum(n.value.value for _, n in rows) > total.slots["count"]:
        return []
    return [_at(clause, total, row, memory) for row in rows]


def _rows(whole: Clause) -> list[Pair]:
    rows = figured(whole)
    after = whole.mentions("number", first=rows[0][0].first) if rows else []
    return (rows if len(rows) == len(after) else []) or counted_in(whole)


def _total(clause: Clause, drafts: list[Draft], memory: Memory) -> Draft | None:
    """Return the counted works that the places take apart: those of this sentence, else of the one before."""
    told = [d for d in [*memory.recent(1, clause.index), *drafts] if d.kind == "Works" and "count" in d.slots]
    here = [d for d in told if d in drafts or d.sentence == clause.index]
    return max(here or told, key=lambda d: d.slots["count"], default=None)


def _at(clause: Clause, total: Draft, row: Pair, memory: Memory) -> Draft:
    place, number = row
    first, last = min(place.start, number.start), max(place.end, number.end)
    draft = Draft("Works", {}, first, last, "works-dealt-ru")
    draft.take_over(total, *CARRIED)
    roles.quantity(draft, "count", number)
    say_place(draft, place.value)
    return roles.finish(draft, clause, memory)
