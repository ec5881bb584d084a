"""What is said of a list of oblasts is said of each: Атырау және Маңғыстау облыстарында …"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.syntax import Clause
from kzhealthkg.model import Mention

SPREADING = frozenset({"Works", "Staffing", "Procurement", "Service", "Training", "Grant"})
SIGNS = frozenset({",", "және", "мен", "пен", "бен", "и", "облыстары", "сондай-ақ", "а", "также", "в"})
TOTALS = ("count", "amount", "bound")


def spread(draft: Draft, clause: Clause) -> list[Draft]:
    """Return one draft for each oblast of the clause's list, and the total where a number is given."""
    regions = list(dict.fromkeys(m.value.region for m in _oblasts(clause)))
    local = draft.slots.keys() & {"place", "district"}
    if draft.kind not in SPREADING or len(regions) < 2 or local or draft.slots.get("region") not in regions:
        return [draft]
    counted = "count" in draft.slots
    total = [_with_region(draft, "")] if counted else []
    left_out = TOTALS if counted else ()
    return total + [_with_region(draft, region, left_out) for region in regions]


def _oblasts(clause: Clause) -> list[Mention]:
    """Return the oblasts of the clause that stand in one list."""
    found = [m for m in clause.mentions("place") if m.value.level == "oblast" and m.value.region]
    joined = [b for a, b in pairwise(found) if _joined(clause, a, b)]
    return found if found and len(joined) == len(found) - 1 else []


def _joined(clause: Clause, left: Mention, right: Mention) -> bool:
    between = clause.sentence.tokens[left.last : right.first]
    return bool(between) and all(t.norm in SIGNS for t in between)


def _with_region(draft: Draft, region: str, without: tuple[str, ...] = ()) -> Draft:
    slots = {slot: value for slot, value in draft.slots.items() if slot != "region" and slot not in without}
    return replace(draft, slots=slots | ({"region": region} if region else {}), inherited=set(draft.inherited))
