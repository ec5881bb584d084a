"""Goods that somebody got, of no number, no sum and no place, beside those of their sort that are counted."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.general_goods import FIGURES, state_of
from kzhealthkg.extract.merge.sorts import things
from kzhealthkg.extract.merge.works import key

RECEIVED = ("procurement-deliver", "procurement-get", "procurement-own", "procurement-supply")
"""Rules that tell who gets a thing: what has been bought is told by them once more."""
OWN = frozenset({"place", "facility"})
STEM = 5
"""Letters that two words for one thing share, at least."""


def without_uncounted_goods(drafts: list[Draft]) -> list[Draft]:
    """Аудандарға 23 көлік алынды. Көліктер дәрігерлерге табысталды: the handing over tells the counted ones again."""
    counted = [d for d in drafts if d.kind == "Procurement" and d.slots.get("count", 0) > 1]
    thin = [d for d in drafts if d.kind == "Procurement" and _is_thin(d)] if counted else []
    gone = {id(d) for d in thin if any(_may_tell(other, d) for other in counted)}
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _is_thin(draft: Draft) -> bool:
    """Say whether several things are only handed over, and nothing but their sort is told."""
    own = OWN & (draft.slots.keys() - draft.inherited)
    return draft.plural and draft.rule.startswith(RECEIVED) and not own and FIGURES.isdisjoint(draft.slots)


def _may_tell(counted: Draft, thin: Draft) -> bool:
    """Say whether counted goods may be those handed over: of one sort, no other region or time, bought no later."""
    states = [state_of(d) for d in (counted, thin)]
    in_time = states[0] == states[1] or (states == ["done", "to come"] and counted.sentence < thin.sentence)
    return in_time and _alike(counted, thin) and not any(_differ(counted, thin, slot) for slot in ("region", "date"))


def _alike(counted: Draft, thin: Draft) -> bool:
    """Автомобиль, санитарная машина; вакцина, вакцина против кори: of one sort, or called by one word."""
    if shared := things(counted) & things(thin):
        return bool(shared)
    return bool(_stems(counted) & _stems(thin))


def _stems(draft: Draft) -> set[str]:
    return {word[:STEM] for word in key(draft.slots["item"]).split() if len(word) >= STEM}


def _differ(one: Draft, other: Draft, slot: str) -> bool:
    own = all(slot in d.slots and (slot == "region" or slot not in d.inherited) for d in (one, other))
    return own and one.slots[slot] != other.slots[slot]
