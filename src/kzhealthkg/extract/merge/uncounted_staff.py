"""Homes or support for staff of no number, no sum and no place, beside those that are counted or told before."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.names import ANYBODY

BENEFITS = frozenset({"housing", "social-support"})
FIGURES = frozenset({"count", "amount"})


def without_uncounted_staff(drafts: list[Draft]) -> list[Draft]:
    """Медикам вручили ключи. … Квартиры получили 12 врачей: the same homes are told once, where they are counted."""
    benefits = [d for d in drafts if d.kind == "Staffing" and d.slots.get("measure") in BENEFITS]
    bare = [d for d in benefits if _is_bare(d)] if len(benefits) > 1 else []
    gone: set[int] = set()
    for one in bare:
        others = [d for d in benefits if d is not one and id(d) not in gone]
        gone |= {id(one)} if any(_tells(other, one) for other in others) else set()
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _is_bare(draft: Draft) -> bool:
    own = draft.slots.keys() - draft.inherited
    return FIGURES.isdisjoint(draft.slots) and "place" not in own


def _tells(other: Draft, bare: Draft) -> bool:
    """Say whether another benefit of the sort and state is counted, or was told before of the same staff or of anybody."""
    if other.sentence == bare.sentence or any(other.slots.get(k) != bare.slots.get(k) for k in ("measure", "status")):
        return False
    if "region" in other.slots and other.slots["region"] != bare.slots.get("region", other.slots["region"]):
        return False
    names = {str(d.slots.get("profession", "")).casefold() for d in (other, bare)}
    if FIGURES & other.slots.keys():
        return len(names) == 1 or bool(names & ANYBODY) or other.slots["measure"] == "housing"
    return other.sentence < bare.sentence and (len(names) == 1 or bool(names & ANYBODY))
