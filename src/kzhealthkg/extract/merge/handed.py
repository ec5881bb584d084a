"""Machines bought are told again as keys handed over, or as shared out among hospitals."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.sorts import groups, things

NEAR = 4
"""Sentences between a purchase and what tells it again, at most."""
DEVICES = frozenset(lexicon.words("extract.merge.handed", "devices"))
OWN = frozenset({"count", "amount", "facility", "place", "date", "due", "source"})


def without_handed(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without bare things that a counted purchase near them tells of."""
    counted = [d for d in drafts if d.kind == "Procurement" and "count" in d.slots]
    if not counted:
        return drafts
    drafts = [d for d in drafts if not (_is_bare(d) and any(_tells(c, d) for c in counted))]
    return [d for d in drafts if not (_is_device(d) and any(_brought(c, d) for c in counted))]


def _is_device(draft: Draft) -> bool:
    """Жабдықтарды табыстады: the bare word for devices, neither how many nor for how much."""
    named = draft.kind == "Procurement" and str(draft.slots["item"]).casefold() in DEVICES
    return named and not {"count", "amount"} & draft.slots.keys()


def _brought(counted: Draft, bare: Draft) -> bool:
    """Орталыққа 4 кювез берілді. Жабдықтарды қор басшысы әкеліп, табыстады: what was counted just before, at one house."""
    near = 0 < bare.sentence - counted.sentence < NEAR
    done = counted.slots.get("status") == bare.slots.get("status") == "completed"
    house = bare.slots.get("facility", counted.slots.get("facility"))
    return near and done and counted.slots.get("facility") == house


def _is_bare(draft: Draft) -> bool:
    """Машины, без числа: the bare word for a sort of thing, and nothing of its own said of it."""
    own = OWN & (draft.slots.keys() - draft.inherited)
    return draft.kind == "Procurement" and not own and bool(things(draft))


def _tells(counted: Draft, bare: Draft) -> bool:
    """Say whether a counted purchase is of the same things, named as fully or more."""
    near = abs(counted.sentence - bare.sentence) <= NEAR and counted.sentence != bare.sentence
    rest = _words(bare) - groups().keys() <= _words(counted)
    regions = {d.slots["region"] for d in (counted, bare) if "region" in d.slots}
    done = counted.slots.get("status") == bare.slots.get("status") == "completed"
    return near and bool(things(bare) & things(counted)) and rest and len(regions) < 2 and done


def _words(draft: Draft) -> set[str]:
    return set(str(draft.slots["item"]).casefold().split())
