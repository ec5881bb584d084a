"""Where the facility stands that somebody visits."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import nearest_place, say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.kinds.visit.stop import Stop
from kzhealthkg.model import FacilityValue, PlaceValue

WHERE = ("facility", *LOCATED)
CAME = lexicon.words("kinds.visit.visited", "came")
TOWNLY = lexicon.words("kinds.visit.visited", "townly")
CITY = lexicon.words("kinds.visit.visited", "city")


def at_facility(draft: Draft, clause: Clause, stop: Stop, memory: Memory) -> None:
    """Fill the facility visited and where it stands."""
    facility = stop.facility
    if facility is None:
        return
    several = facility.count is not None or facility.plural
    several = several or _once_there(clause, stop)
    draft.say("facility", "" if several or facility.definite else facility.name)
    own = facility.place if facility.place and facility.place.level != "oblast" else None
    near = None if _beside_another(clause, stop) else nearest_place(clause, stop.first)
    say_place(draft, own or near or facility.place)
    if "place" not in draft.slots:
        _went(draft, _said_before(clause))
    if "place" not in draft.slots and draft.rule == "visit-opening" and not several:
        say_place(draft, _opened_at(clause, memory))
    if "place" not in draft.slots:
        _told_place(draft, facility, memory)
    if "place" not in draft.slots and memory.places and facility.name.lower().startswith(CITY):
        say_place(draft, memory.places[-1][1] if memory.places[-1][1].level == "city" else None)
    if not several and (facility.name or facility.type != "medical-facility" or "place" in draft.slots):
        draft.slots["stop"] = facility.name or f"{facility.type} {draft.slots.get('place', '')}"


def _once_there(clause: Clause, stop: Stop) -> bool:
    """Осмотрели бывшее здание больницы, бұрынғы аурухана: the house that is no more there is not what is visited."""
    before = clause.sentence.tokens[max(clause.first, stop.first - FORMER_REACH) : stop.first + 1]
    return any(t.norm.startswith(FORMER) for t in before)


FORMER = lexicon.words("kinds.visit.visited", "former")
FORMER_REACH = 3
"""Words from "former" to the house, at most."""


def _beside_another(clause: Clause, stop: Stop) -> bool:
    """A ауылындағы амбулаторияны және Арайлы шипажайын аралады: what has a name or a level of its own need not stand in A.

    Больницу в селе A и городскую поликлинику: what is the town's stands in no village.
    """
    name = stop.facility.name if stop.facility is not None else ""
    places = [m for m in clause.mentions("place", last=stop.first) if m.value.level == "village"]
    if not places or name.lower().startswith(TOWNLY):
        return bool(places)
    between = clause.mentions("facility", first=places[-1].last, last=stop.first)
    return clause.language == "kk" and bool(between) and (name[:1].isupper() or name[:1] in "«“")


def _went(draft: Draft, place: PlaceValue | None) -> None:
    """X ауданына барып, аудандық аурухананы аралады: the district's own hospital lies in some town of it."""
    say_place(draft, place)
    if place is not None and place.level == "district" and "facility" in draft.slots:
        draft.slots.pop("place", None)


def _opened_at(clause: Clause, memory: Memory) -> PlaceValue | None:
    """X ауылында пункт ашылды. Ашылу салтанатына …: the one village of the sentence about what is opened."""
    before = memory.document.sentences[clause.index - 1] if clause.index else clause.sentence
    found = [m.value for m in before.mentions if m.type == "place" and m.value.level in SETTLEMENTS]
    built = any(m.type == "facility" for m in before.mentions)
    return found[0] if built and len(found) == 1 else None


def _said_before(clause: Clause) -> PlaceValue | None:
    """Посетил X район, где …; X ауданына барып, …: the place that a clause before names, where the visitor went."""
    opening = clause.sentence.tokens[max(0, clause.first - 2) : clause.first + 1]
    came = clause.language == "kk" and any(is_lemma(t, *CAME) and "conv" in forms(t) for t in opening)
    if not came and not any(t.norm == "где" for t in opening[-2:]):
        return None
    found = [m for m in clause.sentence.mentions if m.type == "place" and m.last <= clause.first and m.case != "abl"]
    near = [m.value for m in found if m.value.level in (*SETTLEMENTS, "district")]
    return near[-1] if near else None


def _told_place(draft: Draft, facility: FacilityValue, memory: Memory) -> None:
    """A facility stands where a statement before said that it stands."""
    for latest in reversed(memory.drafts):
        same = (
            latest.slots.get("facility") == facility.name
            if facility.name
            else latest.slots.get("facilityType") == facility.type
        )
        if latest.kind in ("Works", "Visit") and same and "place" in latest.slots:
            for slot in WHERE[1:]:
                draft.slots.pop("region", None) if slot == "region" else None
                draft.inherit(slot, latest.slots.get(slot))
            return
