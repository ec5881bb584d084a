"""Перинаталдық орталық салынуда. Перзентхананы A ЖШС салып жатыр: the house just told of, by another sort alone."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.headline_works import akin, any_house
from kzhealthkg.model import Document

OWN = frozenset({"facility", "place", "district", "count"})
ADDED = ("due", "percent", "amount", "source", "contractor", "date", "programme")
BESIDES = frozenset(lexicon.words("extract.merge.bare_again", "besides"))
NAMELESS = frozenset(lexicon.words("extract.merge.bare_again", "nameless"))
NEAR = 3
"""Sentences from a house to what tells of it by another sort, at most."""
TO_COME = frozenset({"planned", "underway"})


def without_bare_again(drafts: list[Draft], document: Document) -> list[Draft]:
    """Return the drafts without a bare sort that is the one house of its family told right before."""
    works = [d for d in drafts if d.kind == "Works"]
    gone: set[int] = set()
    told = [d for d in works if not _is_bare(d)] if len(works) > 1 else []
    bare = [d for d in works if told and _is_bare(d)]
    sized = {d.sentence for d in drafts if d.kind == "Capacity"} if bare else set()
    for again in bare:
        if BESIDES.isdisjoint(document.sentences[again.sentence].words):
            family = [d for d in told if abs(again.sentence - d.sentence) <= NEAR and _of_family(d, again, sized)]
            family = [d for d in family if d.sentence > 0] or family  # the headline's is told below it
            if len(family) == 1 and _tells(family[0], again):
                family[0].take_over(again, *ADDED)
                gone.add(id(again))
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _of_family(one: Draft, again: Draft, sized: set[int]) -> bool:
    """Say whether a house is of the bare sort's family; a hospital whose beds are not told there may be any house that treats."""
    return akin(one, again) or (again.sentence not in sized and any_house(one, again))


def _is_bare(draft: Draft) -> bool:
    """Say whether a work below a headline has a sort alone, and is one house."""
    own = draft.slots.keys() - draft.inherited
    if str(draft.slots.get("facility", "")).casefold() in NAMELESS:
        own -= {"facility"}
    one = own.isdisjoint(OWN) and "facilityType" in draft.slots and not (draft.general or draft.plural or draft.listed)
    return one and draft.sentence > 0


def _tells(one: Draft, again: Draft) -> bool:
    """Say whether nothing speaks against a house told before, of another sort, being the one that is bare."""
    states = {one.slots.get("status"), again.slots.get("status")}
    alike = one.slots["workType"] == again.slots["workType"] and (len(states) == 1 or states == TO_COME)
    typed = one.slots.get("facilityType", "") not in ("", again.slots["facilityType"])
    single = "count" not in one.slots and one.sentence < again.sentence and not (one.plural or one.general)
    apart = any(one.slots[k] != again.slots[k] for k in ("region", *ADDED) if k in one.slots and k in again.slots)
    return alike and typed and single and not apart and not OWN.isdisjoint(one.slots)
