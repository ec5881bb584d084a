"""Построят 30 медпунктов. … 30 объектов: 2 амбулатории, 5 ФАПов и 23 медпункта: a total of several sorts has none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.works import HEADLINE

SAME = ("workType", "region", "place")


def with_mixed_totals(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts; a counted total loses the sort that a headline gives it where its parts are of several.

    One whose parts are works of several types is no work of one type, and is left to them.
    """
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
    gone = {id(t) for t, parts in _of_other_works(works) if t.slots["count"] == sum(d.slots["count"] for d in parts)}
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _of_other_works(works: list[Draft]) -> Iterator[tuple[Draft, list[Draft]]]:
    """20 нысан іске қосылады. 12 нысан салынады, 8 мекеме жаңғыртылады: a headline's total, the works of several types below it."""
    for total in [d for d in works if d.sentence == 0] if len(works) > LEAST else ():
        for sentence in sorted({d.sentence for d in works if 0 < d.sentence <= HEADLINE}):
            parts = [d for d in works if d.sentence == sentence]
            same = {(d.slots.get("region"), d.slots.get("status")) for d in (total, *parts)}
            if len(same) == 1 and len({d.slots.get("workType") for d in parts}) >= LEAST:
                yield total, parts


LEAST = 2
"""Parts that make a total, at least."""


def _adds_up(total: Draft, row: list[Draft]) -> bool:
    """Say whether the works of a sentence are the parts of a total and are of several sorts."""
    parts = [d for d in row if "facilityType" in d.slots and d.sentence != total.sentence]
    sorts = {d.slots.get("facilityType") for d in parts}
    return len(sorts) >= LEAST and sum(d.slots["count"] for d in parts) == total.slots["count"]
