"""Services that begin in no house told of before: all over the villages, or while that house is only planned."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import IN_OR_ON
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import FacilityValue

AREAS = frozenset(lexicon.words("kinds.service.hostless", "areas"))
THEM = frozenset(lexicon.words("kinds.service.hostless", "them"))
TO_COME = frozenset({"planned", "needed"})


def all_over(clause: Clause) -> bool:
    """В отдалённых сёлах, в них, ауылдарда, екеуінде: in many places that have no name, or in several told before."""
    words = [t.norm for t in clause.tokens]
    return not AREAS.isdisjoint(words) or any(a in IN_OR_ON and b in THEM for a, b in pairwise(words))


def one_of_several(facility: FacilityValue, memory: Memory) -> bool:
    """A, B және C ауылдарында амбулатория ашылды. Амбулаторияда кабинет бар: any of those that have just opened."""
    near = memory.recent(BACK, len(memory.told)) if facility.definite and not facility.name else []
    alike = {d.slots.get("place") for d in near if d.kind == "Works" and d.slots.get("facilityType") == facility.type}
    return len(alike) >= SEVERAL


BACK = 4
"""Sentences back to houses of one sort, of which none alone is meant."""
SEVERAL = 3


def not_yet_there(facility: FacilityValue, status: str, memory: Memory) -> bool:
    """Построят центр. Внедрена система: what has begun is not in a house that is only planned."""
    if status not in ("completed", "underway"):
        return False
    works = [d for d in memory.drafts if d.kind == "Works" and d.slots.get("facility") == facility.name]
    return bool(works) and all(d.slots["status"] in TO_COME and d.slots["workType"] == "construction" for d in works)
