"""General journeys of those who govern: аким посетил район, әкім қалаға келді, where nothing of health is told."""

from __future__ import annotations

from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.officials import in_office
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.measures import medical
from kzhealthkg.model import Sentence

GENERAL = frozenset({"president", "prime-minister", "akim", "deputy-akim"})
"""Roles whose holders go on journeys of all sorts."""
TOLD = 2
"""Sentences in which what is seen on a journey is told: its own and the next."""


def on_health(made: list[Draft], index: int, memory: Memory) -> list[Draft]:
    """Return the visits to a place by who governs only where its sentence, or the one behind, tells of health."""
    if not made or not all(_is_general(d, memory) for d in made):
        return made
    near = memory.document.sentences[index : index + TOLD]
    return made if any(_of_health(s, memory.language) for s in near) else []


def _is_general(draft: Draft, memory: Memory) -> bool:
    return not {"facility", "stop"} & draft.slots.keys() and in_office(draft.slots["person"], memory, GENERAL)


def _of_health(sentence: Sentence, language: str) -> bool:
    houses = any(m.value.type or m.value.name for m in sentence.named.get("facility", ()))
    return houses or medical(sentence.tokens, sentence.language or language)
