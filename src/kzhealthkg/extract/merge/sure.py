"""Works that the article says too little of to be sure: what no word of their own clause names or places."""

from __future__ import annotations

from collections import Counter

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.standing import may_be
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document, FacilityValue

SORT = frozenset({"workType", "facilityType", "region", "status", "speaker"})
"""Slots of a work of which no more than its sort is told."""
WHERE = frozenset({"place", "district"})
WHAT = frozenset({"facility", "count"})
OPENED = frozenset({"works-construct", "works-convert"})
MENDED = "works-reconstruct-ru"
RENEWED = frozenset({MENDED, "works-repair-verb-ru", "works-opening-ru", "works-convert-ru"})
NEXT = 1
"""Sentences from an equipping to the devices that detail it."""


def without_unsure(drafts: list[Draft], document: Document) -> list[Draft]:
    """Leave out works of a mere sort, plans for nothing named, and the equipping of what is no house of its own."""
    works = [d for d in drafts if d.kind == "Works"]
    if not works:
        return drafts
    placed = {str(d.slots.get("facilityType", "")) for d in works if WHERE & d.slots.keys()}
    sized = {d.sentence for d in drafts if d.kind == "Capacity"}
    gone = {id(d) for d in works if _of_mere_sort(d, placed) or _in_general(d)}
    gone |= {id(d) for d in works if d.sentence not in sized and _promised_there(d)}
    gone |= _at_large(works) | {id(d) for d in works if _needed_by_most(d, document)}
    gone |= {id(d) for d in works if d.slots["workType"] == "equipping" and _of_part(d, drafts)}
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _of_mere_sort(draft: Draft, placed: set[str]) -> bool:
    """Емхана ашылды; отремонтировано здание поликлиники: no name, place, number or time tells which house it is."""
    if not draft.slots.keys() <= SORT or "facilityType" not in draft.slots:
        return False
    if draft.rule in RENEWED:
        return "region" in draft.inherited
    if draft.rule not in OPENED or draft.slots.get("status") != "completed":
        return False
    sort = FacilityValue("", draft.slots["facilityType"])
    return any(may_be(sort, FacilityValue("", other)) or may_be(FacilityValue("", other), sort) for other in placed)


def _in_general(draft: Draft) -> bool:
    """Ведутся работы по модернизации медицинских организаций: of houses of no sort, and nobody knows how many."""
    return draft.rule == MENDED and draft.plural and not draft.slots.keys() & {*WHAT, "facilityType"}


def _at_large(works: list[Draft]) -> set[int]:
    """Ауруханалар салынып, орталықтар бой көтеріп жатыр: several sorts, or all there are, of no number and nowhere said."""
    loose = [d for d in works if d.plural and d.slots.keys() <= SORT and d.slots.get("status") in GOING]
    loose = [d for d in loose if d.rule == PLAIN and ("region" not in d.slots or "region" in d.inherited)]
    told = Counter(d.sentence for d in loose)
    return {id(d) for d in loose if told[d.sentence] > 1 or "region" not in d.slots}


def _needed_by_most(draft: Draft, document: Document) -> bool:
    """Емханалардың көбі жөндеуді қажет етеді: a need of houses that are neither named nor counted."""
    if draft.slots.get("status") != "needed" or not (draft.plural and draft.slots.keys() <= SORT):
        return False
    return "region" in draft.inherited or not MOST.isdisjoint(document.sentences[draft.sentence].words)


MOST = frozenset(lexicon.words("extract.merge.sure", "most"))
PLAIN = "works-construct"
GOING = ("underway", "planned")


def _promised_there(draft: Draft) -> bool:
    """A-да отырыс өтті. Емхана салынады: what is to come, of no name, where neither town nor region is said of it."""
    if draft.rule != PLAIN or draft.slots.get("status") != "planned":
        return False
    named = WHAT & (draft.slots.keys() - draft.inherited)
    return not named and {"place", "region"} <= draft.inherited


def _of_part(draft: Draft, drafts: list[Draft]) -> bool:
    """Ауруханада орталық ашылды. Орталық жабдықталды: a part of a house, or what the devices told next say better."""
    name = str(draft.slots.get("facility", "")).lower()
    for other in drafts:
        if other.kind == "Service" and "facility" in other.slots and name and name == str(other.slots["item"]).lower():
            return True
        ahead = 0 < other.sentence - draft.sentence <= NEXT
        if ahead and other.kind == "Procurement" and other.slots.get("status") == draft.slots.get("status"):
            return other.slots.get("facility", name).lower() == name or not name
    return False
