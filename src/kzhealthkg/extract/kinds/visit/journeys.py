"""General journeys of those who govern: аким посетил район, әкім қалаға келді, where nothing of health is told."""

from __future__ import annotations

from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.near_health import near_health, of_all_sectors

TOLD = 2
"""Sentences in which what is seen on a journey is told: its own and the next."""


def on_health(made: list[Draft], index: int, memory: Memory) -> list[Draft]:
    """Return the visits to a place by who governs only where its sentence, or the one behind, tells of health."""
    if not made or not all(_is_general(d, memory) for d in made):
        return made
    return made if near_health(index, index + TOLD, memory) else []


def _is_general(draft: Draft, memory: Memory) -> bool:
    return not {"facility", "stop"} & draft.slots.keys() and of_all_sectors(draft.slots["person"], memory)
