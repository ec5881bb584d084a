"""What is said of a list of oblasts is said of each: Атырау және Маңғыстау облыстарында …"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.between import only
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention

SPREADING = frozenset({"Works", "Staffing", "Procurement", "Service", "Training", "Grant", "Capacity"})
FIGURES = frozenset({"count", "patients", "operations", "participants"})
"""What a team on site counts; a team without figures is told of once for each oblast anyhow."""
SIGNS = frozenset(lexicon.words("extract.context.spread", "signs"))
GREAT = "0000000"
TOTALS = ("count", "amount", "bound", "patients", "operations", "participants")


def spread(draft: Draft, clause: Clause) -> list[Draft]:
    """Return one draft for each oblast of the clause's list, and the total where a number is given."""
    team = draft.kind == "Mission" and bool(FIGURES & draft.slots.keys())
    local = draft.slots.keys() & {"place", "district"}
    if not (draft.kind in SPREADING or team) or local:
        return [draft]
    regions = list(dict.fromkeys(m.value.region for m in _oblasts(clause)))
    if len(regions) < 2 or draft.slots.get("region") not in (None, *regions):
        return [draft]
    counted = "count" in draft.slots or team
    total = [_with_region(draft, "")] if counted else []
    left_out = TOTALS if counted else ()
    return total + [_with_region(draft, region, left_out) for region in regions]


def _oblasts(clause: Clause) -> list[Mention]:
    """Return the oblasts of the clause that stand in one list."""
    found = [m for m in clause.mentions("place") if m.value.region and (m.value.level == "oblast" or _great(m))]
    behind = clause.sentence.tokens[clause.last : clause.last + 1]
    if found and found[-1].last == clause.last and any(t.text in "–—-" for t in behind):
        found.pop()  # A, B облысы – …: the last is what the next clause tells of
    if not any(m.value.level == "oblast" for m in found):
        return []
    joined = [b for a, b in pairwise(found) if only(clause, a.last, b.first, SIGNS)]
    origin = bool(found) and found[-1].case == "abl"  # Ақтөбе және Алматы облыстарынан келген
    return found if found and len(joined) == len(found) - 1 and not origin else []


def _great(mention: Mention) -> bool:
    """A city that is a region of its own stands in a list of oblasts."""
    return bool(mention.value.code.endswith(GREAT) and mention.value.level == "city")


def _with_region(draft: Draft, region: str, without: tuple[str, ...] = ()) -> Draft:
    slots = {slot: value for slot, value in draft.slots.items() if slot != "region" and slot not in without}
    return replace(draft, slots=slots | ({"region": region} if region else {}), inherited=set(draft.inherited))
