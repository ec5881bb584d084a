"""Концентратор сатып алды. «X» маркалы концентраторды тарту етті: a thing told once more with its make."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.works import key

NEAR = 2
"""Sentences between the two tellings, at most; a headline is told again anywhere below."""


def bare(draft: Draft) -> bool:
    """Say whether a purchase tells of a thing only what it is called."""
    own = {"facility", "count", "amount"} & (draft.slots.keys() - draft.inherited)
    return not own


def with_make(one: Draft, again: Draft) -> bool:
    """Say whether another purchase is of the same thing, by a name in quotes before the same words."""
    names = [str(d.slots["item"]) for d in (again, one)]
    made = "«" in names[1] and key(names[1]).endswith(f" {key(names[0])}")
    near = again.sentence == 0 or abs(one.sentence - again.sentence) <= NEAR
    single = one.slots.get("count", 1) == 1
    return made and near and single and all(one.slots.get(k) == again.slots.get(k) for k in ("status", "region"))
