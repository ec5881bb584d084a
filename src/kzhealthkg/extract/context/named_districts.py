"""На базе X районной больницы открыт стационар: a district that only a hospital is called by is no place of its own."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention, Sentence


def without_named_districts(drafts: list[Draft], sentence: Sentence) -> None:
    """Take the whole district from drafts whose sentence names it only inside a facility's name."""
    loose = [d for d in drafts if str(d.slots.get("place", "")).startswith(f"{d.slots.get('district')} ")]
    if not loose:
        return
    houses = [m for m in sentence.mentions if m.type == "facility" and m.value.name]
    named = [m for m in sentence.mentions if m.type == "place" and m.value.level == "district"]
    for draft in loose:
        said = [m for m in named if m.value.name == draft.slots["district"]]
        if said and all(_inside(m, houses) for m in said):
            draft.drop("place")


def _inside(place: Mention, houses: list[Mention]) -> bool:
    return any(m.first <= place.first and place.last <= m.last for m in houses)
