"""Works of which only the sort is told, beside those that are counted, placed or named: the same ones, or nothing new."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.general_works import SORTS

BARE = frozenset({"workType", "facilityType", "status", "region", "speaker", "programme"})
FULL = frozenset({"place", "district", "facility", "count"})
TO_COME = frozenset({"planned", "underway"})


def without_bare_works(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without bare works that a fuller one of their sort tells, and bare houses finished among others."""
    works = [d for d in drafts if d.kind == "Works"]
    bare = [d for d in works if _is_bare(d)] if len(works) > 1 else []
    gone: set[int] = set()
    for draft in bare:
        full = [one for one in works if _tells(one, draft)]
        if len(full) == 1:
            full[0].take_over(draft, "programme")
        gone |= {id(draft)} if full or _finished_among(draft, works) else set()
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _is_bare(draft: Draft) -> bool:
    """Say whether a work has a sort alone; a sort that a total is said to be of is a part of it."""
    return "facilityType" in draft.slots and draft.slots.keys() <= BARE and draft.rule != SORTS


def _tells(one: Draft, bare: Draft) -> bool:
    """Екі амбулатория салынды. … Жоба аясында амбулаториялар салынды: one of that sort, in that state and nowhere else."""
    if one is bare or one.sentence == bare.sentence or FULL.isdisjoint(one.slots):
        return False
    alike = all(one.slots.get(k) == bare.slots[k] for k in ("workType", "facilityType"))
    apart = any(one.slots.get(k, bare.slots[k]) != bare.slots[k] for k in ("region", "programme") if k in bare.slots)
    return alike and not apart and _one_state(one, bare)


def _one_state(one: Draft, bare: Draft) -> bool:
    states = {one.slots.get("status"), bare.slots.get("status")}
    return len(states) == 1 or (states == TO_COME and not bare.plural and "count" not in one.slots)


def _finished_among(bare: Draft, works: list[Draft]) -> bool:
    """В области построили больницу. …: a house finished somewhere in a region, while other sentences tell of works."""
    single = not (bare.plural or bare.general or bare.listed)
    finished = (
        single and bare.slots.get("status") == "completed" and "region" in bare.slots and "programme" not in bare.slots
    )
    others = (one for one in works if all(one.slots.get(k) == bare.slots[k] for k in ("workType", "status")))
    return finished and any(one.sentence != bare.sentence for one in others)
