"""Works that a sentence goes on to count in other places: в A построят четыре объекта, в B и C – по три, в D – один."""

from __future__ import annotations

from kzhealthkg.extract.clause.gapped_counts import gapped_counts
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft

OWN = ("facility", "count", "amount", "percent", "bound", "contractor")
"""What the works that the verb stands by have alone."""
ALIKE = ("workType", "facilityType", "count", "status")


def elsewhere_too(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """Return for each further place what the verb says of the counted works before."""
    counted = [d for d in drafts if "count" in d.slots and "place" in d.slots]
    if not counted or counted != drafts or any(d.slots.get(k) != drafts[0].slots.get(k) for d in drafts for k in ALIKE):
        return []
    made = []
    for member in gapped_counts(clause):
        for place in member.places:
            draft = drafts[0].copy()
            draft.drop(*OWN, *LOCATED)
            if member.number is not None:
                roles.quantity(draft, "count", member.number)
            say_place(draft, place.value)
            draft.listed = True
            draft.cover(place.start, clause.sentence.tokens[member.last - 1].end)
            made.append(draft)
    return made
