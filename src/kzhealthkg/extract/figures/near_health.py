"""Whether the sentences around what a governor does or bids tell of health, which only some of his doings are about."""

from __future__ import annotations

from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.officials import in_office
from kzhealthkg.extract.figures.measures import medical
from kzhealthkg.model import Sentence

GENERAL = frozenset({"president", "prime-minister", "akim", "deputy-akim"})
"""Roles whose holders have to do with all sectors."""


def of_all_sectors(name: str, memory: Memory) -> bool:
    """Say whether a person governs a country, an area or a town."""
    return in_office(name, memory, GENERAL)


def near_health(first: int, last: int, memory: Memory) -> bool:
    """Say whether one of the sentences from ``first`` to before ``last`` names a house or a word of health care."""
    return any(_of_health(s, memory.language) for s in memory.document.sentences[max(0, first) : last])


def _of_health(sentence: Sentence, language: str) -> bool:
    houses = any(m.value.type or m.value.name for m in sentence.named.get("facility", ()))
    return houses or medical(sentence.tokens, sentence.language or language)
