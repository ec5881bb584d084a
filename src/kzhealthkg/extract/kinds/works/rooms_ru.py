"""Построят поликлинику. Все кабинеты оснастят аппаратурой: all rooms are those of the house just told of."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.clause.themes_ru import inner_parts
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.drafts_ru import end_of
from kzhealthkg.model import Token

SITE = ("facility", "facilityType", "place", "district", "placeCode", "region", "programme")
NEAR = 3
"""Sentences from a house to its rooms, at most."""


def rooms(hit: Hit, found: str, memory: Memory) -> list[Draft]:
    """Return the equipping of all rooms of the one house just told of."""
    clause = hit.clause
    if not hit.frame.options.get("equip") or not any(_all_rooms(a, b) for a, b in pairwise(clause.tokens)):
        return []
    latest = memory.last_draft("Works", within=NEAR, sentence=clause.index)
    if latest is None or "count" in latest.slots or clause.mentions("facility", "place"):
        return []
    draft = Draft("Works", dict(hit.frame.slots), clause.tokens[0].start, end_of(clause), hit.frame.name)
    draft.take_over(latest, *SITE)
    draft.say("status", found)
    draft.sentence = clause.index
    return [draft]


def _all_rooms(before: Token, token: Token) -> bool:
    return is_lemma(before, "весь") and is_lemma(token, *inner_parts())
