"""Построят 30 медпунктов. … 30 объектов: 2 амбулатории, 5 ФАПов и 23 медпункта: a total of several sorts has none."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from kzhealthkg.extract.draft import Draft

SAME = ("workType", "region", "place")


def with_mixed_totals(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts; a counted total loses the sort that a headline gives it where its parts are of several."""
    works = [d for d in drafts if d.kind == "Works" and "count" in d.slots]
    alike: dict[tuple[Any, ...], list[Draft]] = defaultdict(list)
    rows: dict[tuple[Any, ...], list[Draft]] = defaultdict(list)
    for draft in works if len(works) > LEAST else ():
        same = tuple(draft.slots.get(k) for k in SAME)
        alike[same].append(draft)
        rows[draft.sentence, *same].append(draft)
    for (_, *site), row in rows.items():
        for total in alike[tuple(site)] if len(row) >= LEAST else ():
            if "facilityType" in total.slots and _adds_up(total, row):
                total.drop("facilityType")
    return drafts


LEAST = 2
"""Parts that make a total, at least."""


def _adds_up(total: Draft, row: list[Draft]) -> bool:
    """Say whether the works of a sentence are the parts of a total and are of several sorts."""
    parts = [d for d in row if "facilityType" in d.slots and d.sentence != total.sentence]
    sorts = {d.slots.get("facilityType") for d in parts}
    return len(sorts) >= LEAST and sum(d.slots["count"] for d in parts) == total.slots["count"]
