"""Figures in a row, each with a year or a place of its own beside it: A облысына 5, B облысына 3; 2015 жылы – 7."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

KEYS = ("date", "place")


def keys(clause: Clause, sums: list[Mention]) -> list[Mention]:
    """Return the year or the place beside each of several sums, all of one sort and all different; [] for none."""
    if len(sums) < 2:
        return []
    for beside in (_before, _behind):
        found = beside(clause, sums)
        if len(found) == len(sums) and len({m.type for m in found}) == 1 and _differ(found):
            return found
    return []


def _before(clause: Clause, sums: list[Mention]) -> list[Mention]:
    floors = [clause.first, *(m.last for m in sums[:-1])]
    return [k for floor, m in zip(floors, sums, strict=True) for k in _nearest(clause, floor, m.first)]


def _behind(clause: Clause, sums: list[Mention]) -> list[Mention]:
    found = [m for m in clause.mentions(*KEYS) for s in sums if m.first >= s.last and _joins(clause, s.last, m.first)]
    placed = [m for m in found if m.type == "place" and m.case == "dat"]
    return placed if all(a.last <= b.first for a, b in pairwise(placed)) else []


def _nearest(clause: Clause, floor: int, ceiling: int) -> list[Mention]:
    found = [m for m in clause.mentions(*KEYS) if floor <= m.first and m.last <= ceiling]
    return [m for m in found[-1:] if _joins(clause, m.last, ceiling)]


def _joins(clause: Clause, first: int, last: int) -> bool:
    """Nothing but a dash or a bracket stands between a sum and what it is beside."""
    return all(t.text in DASHES or t.text == "(" for t in clause.sentence.tokens[first:last])


def _differ(found: list[Mention]) -> bool:
    said = [getattr(m.value, "edtf", "") or (m.value.name, m.value.region) for m in found]
    return len(set(said)) == len(said)
