"""Where a facility stands that one statement places and another only names."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.works import key

TELLING = frozenset({"Works", "Procurement", "Service", "Capacity", "Mission", "Visit"})
TAKING = frozenset({"Procurement", "Service", "Capacity", "Mission"})
"""Kinds that tell where a facility stands, and those of which that facility can only be one told of before."""
WHERE = ("place", "placeCode", "district")


def with_places_of_houses(drafts: list[Draft]) -> list[Draft]:
    """В Аягозе строят кардиоцентр. Для центра купили ангиограф: the facility stands where another statement has it."""
    known: dict[str, list[Draft]] = {}
    for draft in drafts:
        if "facility" in draft.slots and "place" in draft.slots and draft.kind in TELLING:
            known.setdefault(key(draft.slots["facility"]), []).append(draft)
    for draft in drafts if known else ():
        placed = known.get(key(draft.slots.get("facility", "")), [])
        if placed and draft.kind in TAKING and not {"place", "district"} & draft.slots.keys():
            _stand(draft, placed)
    return drafts


def _stand(draft: Draft, placed: list[Draft]) -> None:
    alone = len({key(d.slots["place"]) for d in placed}) == 1
    here = draft.slots.get("region") in (None, placed[0].slots.get("region"))
    if alone and here:
        draft.take_over(placed[0], "region", *WHERE)
