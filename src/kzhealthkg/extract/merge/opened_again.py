"""Открылась клиника. В церемонии открытия медицинского центра участвовали …: one opening, told again by a wider word."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft

NEAR = 4
"""Sentences between two tellings of one opening, at most."""
ANY_HOUSE = frozenset({"", "medical-centre", "clinic"})


def any_opening(draft: Draft) -> bool:
    """Say whether a work is the opening of something that only its widest sort names."""
    own = {"count", "facility", "amount", "due"} & draft.slots.keys()
    any_sort = draft.slots.get("facilityType", "") in ANY_HOUSE
    return draft.rule.startswith("works-opening") and any_sort and not own and draft.slots.get("status") == "completed"


def has_opened(one: Draft, again: Draft) -> bool:
    """Say whether a work is the house whose opening was told right before, there."""
    same = all(one.slots.get(k) == again.slots.get(k) for k in ("workType", "region", "status"))
    places = {d.slots["place"] for d in (one, again) if "place" in d.slots}
    return same and len(places) < 2 and "count" not in one.slots and 0 < again.sentence - one.sentence <= NEAR
