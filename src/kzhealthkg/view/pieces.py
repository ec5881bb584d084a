"""A text that many marks overlap, cut into pieces between which nothing begins or ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kzhealthkg.shown import VALUES, Mark, Seen, Trace

LANES = 4


class Span(NamedTuple):
    """A mark of one layer (value, entity, left, cue, statement, gold, found); ``number`` where it is counted."""

    start: int
    end: int
    layer: str
    name: str
    note: str = ""
    number: int = 0
    lane: int = 0
    fields: tuple[tuple[str, str], ...] = ()


class Piece(NamedTuple):
    """A piece of text and the spans that cover all of it, the shortest last."""

    start: int
    end: int
    spans: tuple[Span, ...]


def pieces(start: int, end: int, spans: Iterable[Span], cuts: Iterable[int] = ()) -> Iterator[Piece]:
    """Yield the pieces of ``start:end`` in order; they tile it, and every span begins and ends with a piece."""
    waiting = sorted((s for s in spans if s.start < end and s.end > start), key=lambda s: s.start, reverse=True)
    edges = {edge for s in waiting for edge in (s.start, s.end)} | set(cuts)
    points = sorted({start, end, *(edge for edge in edges if start < edge < end)})
    active: list[Span] = []
    for low, high in pairwise(points):
        active = [s for s in active if s.end > low]
        while waiting and waiting[-1].start <= low:
            active.append(waiting.pop())
        yield Piece(low, high, tuple(sorted(active, key=lambda s: (s.start - s.end, s))))


def spans(trace: Trace, seen: Seen, lanes: Sequence[int]) -> list[Span]:
    """Return everything that is marked in one sentence."""
    left = set(seen.left)
    found = [_mention(mark, "left" if mark in left else "") for mark in seen.mentions]
    found += [Span(c.start, c.end, "cue", c.name, c.note) for c in seen.cues]
    for number in seen.statements:
        said = trace.statements[number]
        found.append(Span(said.start, said.end, "statement", said.kind, said.rule, number + 1, lanes[number]))
    return found


def _mention(mark: Mark, layer: str) -> Span:
    layer = layer or ("value" if mark.name in VALUES else "entity")
    return Span(mark.start, mark.end, layer, mark.name, fields=mark.fields)


def lanes(trace: Trace) -> list[int]:
    """Return for every statement a line under the text; those of one kind on the same words share it."""
    ends = [0] * LANES
    taken: dict[tuple[int, int, str], int] = {}
    for said in trace.statements:
        words = said.start, said.end, said.kind
        if words not in taken:
            taken[words] = next((n for n, end in enumerate(ends) if end <= said.start), ends.index(min(ends)))
            ends[taken[words]] = max(ends[taken[words]], said.end)
    return [taken[said.start, said.end, said.kind] for said in trace.statements]
