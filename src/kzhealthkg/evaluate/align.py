"""Which extracted statement answers to which of the gold: one to one, the best pairs first."""

from __future__ import annotations

from typing import Final

from kzhealthkg.evaluate import alike
from kzhealthkg.evaluate.records import Record

_LITTLE, _HALF, _MOST, _SAME = 0.15, 0.5, 0.6, 0.8
_EVIDENCE_WEIGHT: Final = 0.5


def scored(record: Record) -> list[str]:
    """Return the slots of a statement that are compared."""
    return [slot for slot in record if slot in alike.SCORED]


def right(slot: str, gold: Record, found: Record) -> float:
    """Return how right a slot of the gold is in the statement found."""
    if found.get(slot) is None:
        return alike.implied(slot, gold, found)
    return alike.value(slot, gold[slot], found[slot])


def evidence(a: Record, b: Record) -> float:
    """Return how far two statements stand on the same words."""
    return alike.overlap(a.get("quote"), b.get("quote"))


def align(gold: list[Record], found: list[Record]) -> list[tuple[int, int]]:
    """Return pairs of indexes, each statement in one pair at most."""
    candidates = ((_likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted((c for c in candidates if c[0] > 0), key=lambda c: (-c[0], c[1], c[2])):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs + _left_alone(gold, found, pairs)


def _likeness(gold: Record, found: Record) -> float:
    slots = scored(gold)
    marks = {slot: right(slot, gold, found) for slot in slots}
    shared = evidence(gold, found)
    agreement = sum(marks.values()) / max(1, len(slots))
    anchors = [marks[slot] for slot in slots if slot in alike.ANCHORS]
    together = _on_anchors(anchors, shared) if anchors else _without_anchors(gold, shared, agreement)
    return agreement + _EVIDENCE_WEIGHT * shared if together else 0.0


def _on_anchors(marks: list[float], shared: float) -> bool:
    return any(marks) and (shared >= _LITTLE or 1.0 in marks)


def _without_anchors(gold: Record, shared: float, agreement: float) -> bool:
    return shared >= _HALF if gold.get("quote") else agreement >= _MOST


def _left_alone(gold: list[Record], found: list[Record], pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pair what is the only one left on a piece of evidence: one fact, named otherwise."""
    taken = {i for i, _ in pairs}
    free = set(range(len(found))) - {j for _, j in pairs}
    more = []
    for i in sorted(set(range(len(gold))) - taken):
        same = [j for j in free if evidence(gold[i], found[j]) >= _SAME]
        rivals = any(evidence(gold[i], other) >= _HALF for k, other in enumerate(gold) if k != i)
        if len(same) == 1 and not rivals:
            free.discard(same[0])
            more.append((i, same[0]))
    return more
