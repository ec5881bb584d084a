"""Frames: which words say which kind of thing, found in a clause.

"…" in a cue allows up to four words between; an own word after "=" must stand exactly so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from operator import attrgetter

from kzhealthkg.extract.clause.cues import GAP, Frame
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.ordered import ordered_at
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Token
from kzhealthkg.model.frozen import frozen

GAP_REACH = 4
ORDERS = "instruction"


@frozen
class Hit:
    """A cue found in a clause: tokens ``first:last`` of the sentence, ``last - 1`` being the cue's own word."""

    frame: Frame
    clause: Clause
    first: int
    last: int
    verb: Token = field(init=False, repr=False, compare=False)
    """The cue's own word."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "verb", self.clause.sentence.tokens[self.last - 1])


def hits(kind: str, clause: Clause) -> Iterator[Hit]:
    """Return the cues of one frame file that a clause holds, left to right, the longest at each word."""
    return _hits(kind, clause) if kind in clause.cues else iter(())


def every(kind: str, clause: Clause) -> Iterator[Hit]:
    """Return the cues of all frames that a word fits, left to right, at each word the longest first."""
    return _every(kind, clause) if kind in clause.cues else iter(())


def every_hit(kind: str, clause: Clause) -> Iterator[list[Hit]]:
    """Return, for each word that ends a cue, the hits of all frames there, the longest first."""
    return _every_hit(kind, clause) if kind in clause.cues else iter(())


def _hits(kind: str, clause: Clause) -> Iterator[Hit]:
    for at, found in _begun(clause, kind):
        frame, first, _ = min(found, key=lambda cue: cue[1])
        yield Hit(frame, clause, first, at + 1)


def _every(kind: str, clause: Clause) -> Iterator[Hit]:
    for at, cues in _begun(clause, kind):
        found: dict[str, Hit] = {}
        for frame, first, exact in cues:
            if not exact and (frame.name not in found or first < found[frame.name].first):
                found[frame.name] = Hit(frame, clause, first, at + 1)
        yield from sorted(found.values(), key=_BEGINNING)


def _every_hit(kind: str, clause: Clause) -> Iterator[list[Hit]]:
    for at, cues in _begun(clause, kind):
        found: dict[str, Hit] = {}
        for frame, first, exact in cues:
            if not exact and frame.name not in found:
                found[frame.name] = Hit(frame, clause, first, at + 1)
        if found:
            yield sorted(found.values(), key=_BEGINNING)


_BEGINNING = attrgetter("first")


@once_each
def _begun(clause: Clause, kind: str) -> list[tuple[int, list[tuple[Frame, int, bool]]]]:
    """Return the words that end cues of one file, and of each cue its frame, where it begins, whether it is exact."""
    tokens, found = clause.sentence.tokens, []
    for at, rows in clause.cues[kind]:
        if kind != ORDERS and ordered_at(tokens, at):
            continue  # бекет салу тапсырылды: nothing is handed over
        begun = [(row, _match_left(tokens, row.before, at, clause.first) if row.before else at) for row in rows]
        cues = [(row.frame, first, row.exact) for row, first in begun if first is not None]
        if cues:
            found.append((at, cues))
    return found


def _match_left(tokens: tuple[Token, ...], words: tuple[str, ...], at: int, floor: int) -> int | None:
    """Match the words of a cue before its own word, from right to left; return where they begin."""
    position, slack = at, 0
    for word in reversed(words):
        if word == GAP:
            slack = GAP_REACH
            continue
        found = next(
            (i for i in range(position - 1, max(floor - 1, position - 2 - slack), -1) if is_lemma(tokens[i], word)),
            None,
        )
        if found is None:
            return None
        position, slack = found, 0
    return position
