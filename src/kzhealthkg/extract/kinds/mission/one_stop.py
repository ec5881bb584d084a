"""A train that stops somewhere and sees so many people there: one mission, told with its figures."""

from __future__ import annotations

from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft

FIGURES = frozenset({"count", "patients", "operations", "participants"})
WHERE = ("place", "placeCode", "district", "region")


def one_stop(drafts: list[Draft], clause: Clause, memory: Memory) -> list[Draft]:
    """Шуға тоқтаған пойыз 300 адамды қарады: leave out the one stop of a sentence whose figures are told of it."""
    told = [d for d in memory.recent(0, clause.index) if d.kind == "Mission"] if drafts else []
    stops = [d for d in (*told, *drafts) if d.rule.startswith("mission-travel") and not FIGURES & d.slots.keys()]
    seen = [d for d in (*told, *drafts) if FIGURES & d.slots.keys()]
    if len(stops) != 1 or not seen or seen[0].slots.get("place") not in (None, stops[0].slots.get("place")):
        return drafts
    for slot in WHERE:
        seen[0].inherit(slot, stops[0].slots.get(slot))
    if any(d is stops[0] for d in told):
        memory.drafts.remove(stops[0])
    return [d for d in drafts if d is not stops[0]]
