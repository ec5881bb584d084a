"""Открылась клиника. В церемонии открытия медицинского центра участвовали …: one opening, told again by a wider word."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.districts import holds
from kzhealthkg.extract.merge.headline_works import akin

NEAR = 4
"""Sentences between two tellings of one opening, at most."""
ANY_HOUSE = frozenset({"", "medical-centre", "clinic"})


def any_opening(draft: Draft) -> bool:
    """Say whether a work is the opening of something that only its sort names."""
    own = {"count", "facility", "amount", "due"} & draft.slots.keys()
    event = draft.rule.startswith(EVENTS)
    return event and not own and draft.slots.get("status") == "completed"


EVENTS = ("works-opening", "works-attend")


def has_opened(one: Draft, again: Draft) -> bool:
    """Say whether a work is the house whose opening was told right before, there, by any sort of its family."""
    same = all(one.slots.get(k) == again.slots.get(k) for k in ("workType", "region", "status"))
    if again.slots.get("facilityType", "") not in ANY_HOUSE:
        same = same and akin(one, again)
    told = (one,) if holds(again, one, again) else (one, again)
    places = {d.slots["place"] for d in told if "place" in d.slots}
    return same and len(places) < 2 and "count" not in one.slots and 0 < again.sentence - one.sentence <= NEAR


def moved_in(draft: Draft) -> bool:
    """Say whether a work is told by who has got, or moved into, a new building."""
    return draft.rule == "works-receive-ru" and {"count", "amount"}.isdisjoint(draft.slots)


def was_built(one: Draft, again: Draft) -> bool:
    """В A открыли подстанцию. Станция скорой помощи переехала в новое здание: the house of that sort which was told right before."""
    same = one.slots.get("facilityType") == again.slots.get("facilityType") and one.rule != again.rule
    return same and has_opened(one, again)
