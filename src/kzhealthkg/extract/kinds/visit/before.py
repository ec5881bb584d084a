"""The visit told before, which a clause goes on with, or to which it adds who went along."""

from __future__ import annotations

from typing import Any

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model.frozen import replace

NEAR = 2
"""Sentences back in which a visit is still spoken of."""
ALONG = 6
"""Sentences back to the visit on which somebody went along."""
DURING = frozenset(lexicon.words("kinds.visit.before", "during"))


def _journey(clause: Clause, memory: Memory) -> Draft | None:
    """Ауданға сапары барысында X бірге жүрді: the whole journey is meant, not its last stop."""
    trip = {r["word"] for r in lexicon.table("trip")}
    during = any(t.norm in DURING for t in clause.tokens) and clause.says(*trip)
    visits = [d for d in memory.drafts if d.kind == "Visit"] if during else []
    whole = next((d for d in visits if "place" in d.slots and "facility" not in d.slots), None)
    several = len({d.slots["stop"] for d in visits if "stop" in d.slots}) > 1
    return whole or (replace(visits[-1], slots=_of_journey(visits[-1])) if several else None)


def _of_journey(visit: Draft) -> dict[str, Any]:
    """Сапар барысында X ілесіп жүрді: where there were several stops, who went along was at no one of them more."""
    return {slot: value for slot, value in visit.slots.items() if slot in ("person", "region")}


def last_visit(clause: Clause, memory: Memory, *, along: bool) -> Draft | None:
    """Return the visit told just before; for who went along, the latest that the article tells of, or the journey."""
    if along and (whole := _journey(clause, memory)):
        return whole
    return memory.last_draft("Visit", within=ALONG if along else NEAR, sentence=clause.index)
