"""The works on one facility that a cue speaks of, or on those of a list of places."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.sites import in_as_many, place_list
from kzhealthkg.extract.clause.standing import SETTLEMENTS, may_be, may_be_named
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.sized import sized_again
from kzhealthkg.extract.context.sole import sole_work
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.asides import likewise, pointing
from kzhealthkg.extract.kinds.works.behind import places_behind
from kzhealthkg.extract.kinds.works.drafts import again, complete, of_total, taken_up, work_draft
from kzhealthkg.extract.kinds.works.funded import paid_since
from kzhealthkg.extract.kinds.works.mentioned import told_before
from kzhealthkg.extract.kinds.works.over_places import of_each_place, per_place
from kzhealthkg.extract.kinds.works.pointed import beside
from kzhealthkg.extract.kinds.works.sites import (
    described,
    elsewhere_than,
    may_stand,
    own_place,
    pointed_list,
    share_of,
    site,
    stands_at,
    told_district,
)
from kzhealthkg.model import FacilityValue, Mention, PlaceValue

EACH = frozenset(lexicon.words("kinds.works.members", "each"))
SUCH = 8
"""Sentences back to the work that осындай нысан is likened to."""


def members(hit: Hit, mention: Mention, found: str, memory: Memory) -> list[Draft]:
    """Return the works on a facility: екі емхана салынды, A, B ауылдарында емхана салынды, осы емхана ашылды."""
    mention = of_each_place(hit.clause, sized_again(hit.clause, mention, memory))
    latest = memory.last_draft("Works", within=3, sentence=hit.clause.index)
    if latest is None and mention.value.definite:
        latest = sole_work(memory, hit.clause.index)
    latest = None if mention.value.definite and paid_since(latest, hit.clause.index, memory) else latest
    alike = latest or memory.last_draft("Works", within=SUCH, sentence=hit.clause.index)
    mention = share_of(hit, pointing(likewise(hit, mention, alike), hit.clause))
    behind = places_behind(hit, mention)
    own = behind[0] if behind and len(behind) == 1 else described(hit) or own_place(hit.clause, mention)
    stands = own or mention.value.place
    if mention.value.definite and stands is not None:
        latest = stands_at(stands, hit, memory)
    if (again_told := told_before(hit, mention, found, memory)) is not None:
        again_told.inherit("district", getattr(told_district(hit.clause, mention), "name", ""))
        return []
    if mention.value.definite and latest is not None and _same_thing(hit.clause, mention, latest, memory):
        several = latest.slots.get("count", 1) > 1  # барлық аталған нысан: one word for all of them
        return [] if several else [again(hit, mention, _known_at(latest, own, mention, memory), found, memory)]
    there = stands or told_district(hit.clause, mention)
    facility: FacilityValue = elsewhere_than(there, memory.resolve(mention.value), mention)
    if facility.definite and latest is None and own is None and (near := beside(hit, memory)) is not None:
        facility = replace(near, definite=False)
    if (shared := per_place(hit.clause, mention, facility)) is not facility:
        facility, mention = shared, replace(mention, value=shared)
    if not (_specific(facility, mention, hit.clause) or _of_village(own, mention)):
        complete(hit, mention, latest)
        return []
    return _on_each(hit, mention, facility, own, found, memory)


def _on_each(
    hit: Hit, mention: Mention, facility: FacilityValue, own: PlaceValue | None, found: str, memory: Memory
) -> list[Draft]:
    """Return the work on a facility, or on one in each place of a list, with their total where it is counted."""
    behind = places_behind(hit, mention)
    places = behind or place_list(hit.clause, mention) or pointed_list(hit, mention, memory)
    if len(places) > 1:
        facility = replace(facility, count=facility.count or in_as_many(hit.clause, mention, len(places)))
        total = [work_draft(hit, mention, facility, None, found, memory)] if facility.count else []
        members = [work_draft(hit, mention, replace(facility, count=None), p, found, memory) for p in places]
        if EACH.isdisjoint(hit.clause.words):
            for member in members:
                member.drop("amount")
        return total + [of_total(member, total, memory, len(members)) for member in members]
    where = own or facility.place or site(hit, mention)
    if own is not None and own.level in SETTLEMENTS and getattr(facility.place, "level", "") == "district":
        facility = replace(facility, place=None)  # ауданда пункт ашылды. A ауылындағы нысан …
    facility = memory.remember_place(facility, where)
    draft = work_draft(hit, mention, facility, where, found, memory)
    return [] if taken_up(draft, mention, memory) else [draft]


def _known_at(latest: Draft, own: PlaceValue | None, mention: Mention, memory: Memory) -> Draft:
    """Пункт ашылды. A ауылында ашылған мекеме жабдықталған: a work of no place is now known to be in that village."""
    if own is None or own.level not in SETTLEMENTS or {"place", "count"} & latest.slots.keys():
        return latest
    facility: FacilityValue = memory.resolve(mention.value)
    memory.remember_place(replace(facility, place=None), own)
    known = latest.copy()
    say_place(known, own)
    return known


def _same_thing(clause: Clause, mention: Mention, latest: Draft, memory: Memory) -> bool:
    """The facility a pointer means is the one that the latest work is on."""
    if (district := told_district(clause, mention)) is not None and not may_stand(latest, district):
        return False
    named, kind = memory.resolve(mention.value).name, str(latest.slots.get("facilityType", ""))
    if not kind:
        alike = may_be_named(mention.value, str(latest.slots.get("facility", "")))
    else:
        alike = may_be(mention.value, FacilityValue("", kind))
    return alike and (not named or named == latest.slots.get("facility"))


def _of_village(own: PlaceValue | None, mention: Mention) -> bool:
    """A ауылында ашылған медициналық мекеме: a medical house of no sort, where the clause tells in which village."""
    return own is not None and not mention.value.plural and mention.last - mention.first > 1


def _specific(facility: FacilityValue, mention: Mention, clause: Clause) -> bool:
    """A plural that names no type, no number and no place is only a manner of speaking."""
    if facility.name or facility.count:
        return True
    generic = facility.type in ("", "medical-facility")
    if facility.definite and generic:
        return False
    return not generic or len(place_list(clause, mention)) > 0
