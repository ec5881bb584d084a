"""Each statement of the gold beside the one extracted for it, article by article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kzhealthkg.evaluate.align import align, right, scored
from kzhealthkg.evaluate.records import Record
from kzhealthkg.shown import Comparison


def compared(gold: list[Record], found: list[Record]) -> Iterator[Comparison]:
    """Yield every statement of both sides once, in pairs where they tell the same; other articles are left out."""
    articles = {record["article"] for record in gold}
    groups: dict[tuple[str, str], tuple[list[Record], list[Record]]] = defaultdict(lambda: ([], []))
    for side, records in enumerate((gold, found)):
        for record in records:
            if record["article"] in articles:
                groups[str(record["article"]), str(record["kind"])][side].append(record)
    for (article, kind), (wanted, got) in sorted(groups.items()):
        yield from _group(article, kind, wanted, got)


def _group(article: str, kind: str, gold: list[Record], found: list[Record]) -> Iterator[Comparison]:
    pairs = align(gold, found)
    for i, j in pairs:
        yield _pair(article, kind, gold[i], found[j])
    for i in sorted(set(range(len(gold))) - {i for i, _ in pairs}):
        yield Comparison(article, kind, gold[i], None, dict.fromkeys(scored(gold[i]), 0.0))
    for j in sorted(set(range(len(found))) - {j for _, j in pairs}):
        yield Comparison(article, kind, None, found[j])


def _pair(article: str, kind: str, gold: Record, found: Record) -> Comparison:
    marks = {slot: right(slot, gold, found) for slot in scored(gold)}
    return Comparison(article, kind, gold, found, marks, tuple(s for s in scored(found) if s not in gold))
