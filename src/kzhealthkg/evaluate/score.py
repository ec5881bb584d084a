"""The figures: counted by kind and by slot, added up at the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kzhealthkg.evaluate.align import scored
from kzhealthkg.evaluate.compare import compared
from kzhealthkg.evaluate.records import Record
from kzhealthkg.shown import Comparison


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
    scores = Scores(len({record["article"] for record in gold}))
    for pair in compared(gold, found):
        wanted, got = pair.gold is not None, pair.found is not None
        scores.detection[pair.kind].add(Tally(wanted and got, got, wanted))
        for slot, tally in _slots(pair):
            scores.mark(pair.kind, slot, tally)
    return scores


def _slots(pair: Comparison) -> Iterator[tuple[str, Tally]]:
    """Yield how each slot counts: one of the gold, one found for nothing, or one beyond the gold."""
    if pair.gold is None:
        yield from ((slot, Tally(found=1)) for slot in scored(pair.found or {}))
        return
    for slot, mark in pair.marks.items():
        said = pair.found is not None and (slot in pair.found or mark > 0)
        yield slot, Tally(mark, int(said), 1)
    yield from ((slot, Tally(extra=1)) for slot in pair.beyond)
