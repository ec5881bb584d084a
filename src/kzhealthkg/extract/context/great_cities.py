"""A city of republican rank is its region's only city: what is told of the region is told of the city."""

from __future__ import annotations

from collections.abc import Iterable

from kzhealthkg import gazetteer
from kzhealthkg.extract.clause.groups import places
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document, PlaceValue

OFFICES = frozenset({"Post", "Appointment", "Policy", "Grant"})
"""Kinds of what is held or given by a body of a region, wherever it sits."""


PLACED = frozenset({"place", "district"})


def in_great_city(drafts: Iterable[Draft], document: Document) -> None:
    """Шымкентте орталық ашылды. Қалада 300 бала есепте тұр: give the city to what its region alone was said of."""
    regional = [
        d for d in drafts if "region" in d.slots and d.kind not in OFFICES and d.slots.keys().isdisjoint(PLACED)
    ]
    cities = _named(document) if regional else {}
    for draft in regional:
        city = cities.get(str(draft.slots["region"]))
        if city is not None:
            found = Draft(draft.kind, {}, draft.start, draft.end, "")
            say_place(found, city)
            for slot, value in found.slots.items():
                draft.inherit(slot, value)


def _named(document: Document) -> dict[str, PlaceValue]:
    """Return the great cities that an article names, by their regions."""
    said = (mention.value for _, _, mention in places(document))
    return {value.region: value for value in said if value.level == "city" and gazetteer.is_city(value.region)}
