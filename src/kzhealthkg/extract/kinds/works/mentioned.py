"""A house that only a participle names again: A ауылында ФАП ашылды. Ауданда ашылған медициналық пункт …"""

from __future__ import annotations

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention, PlaceValue


def told_before(hit: Hit, mention: Mention, found: str, memory: Memory) -> Draft | None:
    """Return the one work told just before that a participle before a bare sort names again; None for none, or several."""
    value = mention.value
    if mention.first < hit.last or value.name or value.count is not None or value.plural:
        return None
    places = [m.value for m in hit.clause.mentions("place", last=mention.first)]
    near = [d for d in memory.recent(NEAR, hit.clause.index) if d.kind == "Works" and d.sentence < hit.clause.index]
    told = [d for d in near if _is_it(d, hit, found) and _akin(str(d.slots.get("facilityType", "")), value.type)]
    if len(told) != 1 or not all(_may_hold(place, told[0]) for place in places) or _another_time(hit, told[0]):
        return None
    return told[0]


NEAR = 3
"""Sentences from a work to the participle that names it again, at most."""


def _is_it(draft: Draft, hit: Hit, found: str) -> bool:
    """Say whether a work of one house is of the sort and the state that the participle tells of."""
    same = draft.slots["workType"] == hit.frame.slots["workType"] and draft.slots.get("status") == found
    return same and "count" not in draft.slots and not draft.plural


def _akin(sort: str, called: str) -> bool:
    return bool(sort) and (sort == called or called in UNSORTED or {sort, called} <= POINTS)


POINTS = frozenset({"medical-point", "fap"})
UNSORTED = frozenset({"", "medical-facility"})


def _may_hold(place: PlaceValue, draft: Draft) -> bool:
    """Say whether a work may stand in a place: its own settlement, its district, or a region."""
    if place.level in SETTLEMENTS:
        return bool(draft.slots.get("place") == place.name)
    if place.level == "district":
        return bool(draft.slots.get("district", place.name) == place.name and "place" in draft.slots)
    return bool(draft.slots.get("region", place.region) == place.region)


def _another_time(hit: Hit, draft: Draft) -> bool:
    """Былтыр ашылған пункт: a date of its own that is not that of the work told before."""
    dates = [m.value.edtf for m in hit.clause.mentions("date", last=hit.first)]
    return bool(dates) and not str(draft.slots.get("date", "")).startswith(dates[-1][:4])
