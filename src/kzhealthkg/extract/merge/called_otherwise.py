"""Строится поликлиника. … Новая больница откроется в декабре: the one house of an article, called by another sort."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft

SORTS = frozenset({"hospital", "clinic", "medical-centre"})
"""Sorts whose bare words are said for another."""
OWN = ("facility", "place", "count", "district")
ADDED = ("due", "percent", "amount", "source", "contractor", "date", "programme")
TO_COME = frozenset({"planned", "underway"})
NEAR = 6
"""Sentences between a house and what it is called by another word, at most."""


def without_called_otherwise(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without a bare "hospital" that is the only house being built that the article tells of."""
    works = [d for d in drafts if d.kind == "Works"]
    if len(works) > 1 and (again := _said_otherwise(works)):
        dropped = set(map(id, again))
        drafts, works = ([d for d in told if id(d) not in dropped] for told in (drafts, works))
    bare = [d for d in works if _is_bare(d)] if len(works) > 1 else []
    sized = {(d.sentence, d.slots.get("facilityType")) for d in drafts if bare and d.kind == "Capacity"}
    bare = [d for d in bare if (d.sentence, d.slots["facilityType"]) not in sized]  # another one, for 400 beds
    houses = [d for d in works if d not in bare] if bare else []
    if len({(d.slots.get("facilityType"), d.slots.get("place")) for d in houses}) != 1:
        return drafts
    gone = [d for d in bare if any(_is_it(one, d) for one in houses)]
    for draft in gone:
        houses[-1].take_over(draft, *ADDED)
    return [d for d in drafts if d not in gone] if gone else drafts


def _said_otherwise(works: list[Draft]) -> list[Draft]:
    """В ауле строится амбулатория. «Наша поликлиника строится …», – сказал аким: who is quoted calls the house by another sort."""
    gone: list[Draft] = []
    told: dict[int, list[Draft]] = {}
    for draft in works:
        told.setdefault(draft.sentence, []).append(draft)
    spoken = (d for d in works if "speaker" in d.slots and "place" not in d.slots.keys() - d.inherited)
    for again in spoken:
        before = range(again.sentence - SAID, again.sentence)
        first = next((d for at in reversed(before) for d in told.get(at, ()) if _is_said(d, again)), None)
        if first is not None:
            first.take_over(again, *ADDED)
            gone.append(again)
    return gone


def _is_said(one: Draft, again: Draft) -> bool:
    alike = "speaker" not in one.slots
    alike = alike and all(one.slots.get(k) == again.slots.get(k) for k in ("workType", "status"))
    there = not {"place", "facility"}.isdisjoint(one.slots) and one.slots.get("region") == again.slots.get("region")
    alike = alike and there
    bare = (
        "count" not in one.slots
        and {"facility", "count"}.isdisjoint(again.slots)
        and not (again.listed or again.plural)
    )
    sorts = {str(d.slots.get("facilityType", "")) for d in (one, again)}
    return alike and bare and sorts <= PRIMARY and len(sorts) > 1


PRIMARY = frozenset({"ambulatory", "polyclinic", "fap", "medical-point", "clinic", "hospital"})
"""Sorts that people mix up in speaking."""
SAID = 8
"""Sentences from a house to the quotation that tells of it again, at most."""


def _is_bare(draft: Draft) -> bool:
    """Say whether a work to come has a bare sort alone and tells something of it."""
    own = draft.slots.keys() - draft.inherited
    told = draft.slots.get("facilityType") in SORTS and own.isdisjoint(OWN) and not (draft.general or draft.plural)
    return told and draft.slots.get("status") in TO_COME and not own.isdisjoint(ADDED) and draft.sentence > 0


def _is_it(one: Draft, again: Draft) -> bool:
    """Say whether a house of another sort was told before, of which nothing speaks against what is told again."""
    near = 0 < again.sentence - one.sentence <= NEAR and one.slots.get("status") in TO_COME
    alike = all(one.slots.get(k) == again.slots.get(k) for k in ("workType", "region"))
    apart = any(one.slots[k] != again.slots[k] for k in ADDED if k in one.slots and k in again.slots)
    typed = one.slots.get("facilityType", "") not in ("", again.slots["facilityType"])
    return near and alike and typed and not apart and "count" not in one.slots
