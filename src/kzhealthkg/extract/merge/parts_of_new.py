"""A part of a house that is not open yet: балалар ауруханасы салынады. … Балалар корпусы 200 төсекке арналады."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft

TO_COME = frozenset({"planned", "underway"})


def without_parts_of_new(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without the extensions to come of a house that is itself only being built."""
    works = [d for d in drafts if d.kind == "Works" and d.slots.get("status") in TO_COME and "count" not in d.slots]
    parts = [d for d in works if d.slots["workType"] == "extension" and "facilityType" in d.slots]
    houses = [d for d in works if d.slots["workType"] == "construction"] if parts else []
    pairs = [(d, house) for d in parts for house in houses if _is_of(d, house)]
    for part, house in pairs:
        if not (house.slots["status"] == "planned" and "date" in house.slots):  # құрылысы келесі жылы басталады
            house.slots["status"] = max(house.slots["status"], part.slots["status"])  # "underway" once a part of it is
    gone = {id(part) for part, _ in pairs}
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _is_of(part: Draft, house: Draft) -> bool:
    """Say whether a house told before, or with it, is the one that a part is told of."""
    same = all(part.slots.get(k) == house.slots.get(k) for k in ("facility", "facilityType", "region"))
    places = {d.slots["place"] for d in (part, house) if "place" in d.slots}
    return same and len(places) < 2 and 0 <= part.sentence - house.sentence <= NEAR


NEAR = 6
"""Sentences from a house to a part of it, at most."""
