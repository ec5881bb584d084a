"""Bodies that may be one thing though their names are not the same: found within blocks, never merged by themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from kzhealthkg.link import match
from kzhealthkg.link.match import Told
from kzhealthkg.link.weights import Score

_BLOCK: Final = 40
"""A block with more bodies is passed over: what so many share tells nothing, and pairs grow with the square."""
_SHOWN: Final = 5

Candidates = tuple[tuple[str, Score], ...]


def alike(bodies: Mapping[str, Told]) -> dict[str, Candidates]:
    """Return for a body the ids of those that may be it, best first; the mapping holds bodies of one class by id."""
    found: dict[str, dict[str, Score]] = defaultdict(dict)
    for members in _blocks(bodies).values():
        for one, other in combinations(sorted(members) if len(members) <= _BLOCK else (), 2):
            if other not in found[one]:
                found[one][other] = found[other][one] = match.bodies(bodies[one], bodies[other])
    return {local: near for local, scores in sorted(found.items()) if (near := _near(scores))}


def _near(scores: Mapping[str, Score]) -> Candidates:
    near = [pair for pair in scores.items() if pair[1].verdict != "different"]
    return tuple(sorted(near, key=lambda pair: (-pair[1].total, pair[0])))[:_SHOWN]


def _blocks(bodies: Mapping[str, Told]) -> dict[tuple[str, ...], list[str]]:
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for local, told in bodies.items():
        for key in _keys(told):
            blocks[key].append(local)
    return blocks


def _keys(told: Told) -> Iterator[tuple[str, ...]]:
    """Yield the blocks of a body: its own words, and in its region what it does, or what it is."""
    parsed = told.parsed
    yield from (("own", word) for word in parsed.own)
    fields = parsed.of("field")
    yield from ((told.area, field) for field in fields)
    if not (parsed.own or fields):
        yield from ((told.area, *parsed.numbers, head) for head in parsed.of("head", "body"))
