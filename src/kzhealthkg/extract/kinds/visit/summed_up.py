"""A tour of houses without a name that only sums up the stops told behind it: нысандарды аралады. Алдымен ауруханаға барды."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft


def without_tours(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without the visits to several houses of which what follows tells the stops one by one."""
    visits = [d for d in drafts if d.kind == "Visit"]
    stops = [d for d in visits if not d.plural and "stop" in d.slots]
    tours = [d for d in visits if d.plural and "facility" not in d.slots] if stops else []
    gone = {id(d) for d in tours if any(_is_of(one, d) for one in stops)}
    return [d for d in drafts if id(d) not in gone] if gone else drafts


NEAR = 3
"""Sentences from a tour to its first stop, at most; a headline's tour may be told anywhere."""


def _is_of(stop: Draft, tour: Draft) -> bool:
    """Say whether a stop told behind is one of the tour: of the same person, and nowhere else."""
    if tour.sentence and {"place", "region"} & (tour.slots.keys() - tour.inherited):
        return False  # облыстағы нысандарды аралады: where the tour was is told here alone
    behind = stop.sentence - tour.sentence
    if stop.slots["person"] != tour.slots["person"] or behind < 1 or (behind > NEAR and tour.sentence):
        return False
    where = {str(stop.slots.get(k, "")) for k in ("place", "district")}
    inside = str(tour.slots.get("district", tour.slots.get("place", "")))
    apart = (
        inside
        and any(where)
        and inside not in where
        and not ("district" in tour.slots and "district" not in stop.slots)
    )
    return not apart and tour.slots.get("region", "") in ("", stop.slots.get("region", tour.slots.get("region", "")))
