"""The figures: counted by kind and by slot, added up at the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kzhealthkg.evaluate.align import align, right, scored
from kzhealthkg.evaluate.records import Record


@dataclass(slots=True)
class Tally:
    """How much was right of what was found and of what the gold has; ``extra`` is beyond the gold."""

    right: float = 0.0
    found: int = 0
    gold: int = 0
    extra: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right, 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found right, 0 where the gold is empty."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.found + self.gold
        return 2 * self.right / both if both else 0.0

    @property
    def guarded(self) -> float:
        """F1 where a slot filled beyond the gold counts as wrong: a guess costs."""
        return Tally(self.right, self.found + self.extra, self.gold).f1

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        self.right += other.right
        self.found += other.found
        self.gold += other.gold
        self.extra += other.extra


@dataclass(slots=True)
class Scores:
    """Statements and slots by kind, slots by name."""

    articles: int = 0
    detection: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    slots: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def mark(self, kind: str, slot: str, tally: Tally) -> None:
        """Count one slot of a statement of ``kind``."""
        self.kinds[kind].add(tally)
        self.slots[slot].add(tally)


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of tallies."""
    result = Tally()
    for tally in tallies:
        result.add(tally)
    return result


def score(gold: list[Record], found: list[Record]) -> Scores:
    """Compare statements; only the articles that the gold names are judged."""
    articles = {record["article"] for record in gold}
    groups: dict[tuple[str, str], tuple[list[Record], list[Record]]] = defaultdict(lambda: ([], []))
    for side, records in enumerate((gold, found)):
        for record in records:
            if record["article"] in articles:
                groups[str(record["article"]), str(record["kind"])][side].append(record)
    scores = Scores(len(articles))
    for (_, kind), (wanted, got) in sorted(groups.items()):
        _group(scores, kind, wanted, got)
    return scores


def _group(scores: Scores, kind: str, gold: list[Record], found: list[Record]) -> None:
    pairs = align(gold, found)
    scores.detection[kind].add(Tally(len(pairs), len(found), len(gold)))
    for i, j in pairs:
        _pair(scores, kind, gold[i], found[j])
    for i in set(range(len(gold))) - {i for i, _ in pairs}:
        for slot in scored(gold[i]):
            scores.mark(kind, slot, Tally(gold=1))
    for j in set(range(len(found))) - {j for _, j in pairs}:
        for slot in scored(found[j]):
            scores.mark(kind, slot, Tally(found=1))


def _pair(scores: Scores, kind: str, gold: Record, found: Record) -> None:
    for slot in scored(gold):
        mark = right(slot, gold, found)
        scores.mark(kind, slot, Tally(mark, int(slot in found or mark > 0), 1))
    for slot in scored(found):
        if slot not in gold:
            scores.mark(kind, slot, Tally(extra=1))
