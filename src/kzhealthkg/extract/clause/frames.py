"""Frames: which words say which kind of thing, found in a clause.

"…" in a cue allows up to four words between; an own word after "=" must stand exactly so.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter

from kzhealthkg.extract.clause.cues import GAP, Frame
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.ordered import ORDERING, ordered_at
from kzhealthkg.extract.clause.syntax import Clause
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
    verb: Token
    """The cue's own word."""


def standing(kind: str, clause: Clause, able: Callable[[Frame], bool]) -> bool:
    """Say whether a clause may hold a cue of a frame that is able to tell something: asked before any is looked for."""
    for _, rows in clause.cues.get(kind, ()):
        for row in rows:
            if able(row.frame):
                return True
    return False


def hits(kind: str, clause: Clause) -> list[Hit]:
    """Return the cues of one frame file that a clause holds, left to right, the longest at each word."""
    found: list[Hit] = []
    for at, verb, cues in _begun(clause, kind) if kind in clause.cues else ():
        frame, first, _ = cues[0] if len(cues) == 1 else min(cues, key=_BEGINNING)
        found.append(Hit(frame, clause, first, at + 1, verb))
    return found


def every(kind: str, clause: Clause) -> list[Hit]:
    """Return the cues of all frames that a word fits, left to right, at each word the longest first."""
    found: list[Hit] = []
    for at, verb, cues in _begun(clause, kind) if kind in clause.cues else ():
        for frame, first, exact in cues if len(cues) == 1 else _longest(cues):
            if not exact:
                found.append(Hit(frame, clause, first, at + 1, verb))
    return found


def every_hit(kind: str, clause: Clause) -> list[list[Hit]]:
    """Return, for each word that ends a cue, the hits of all frames there, the longest first."""
    found: list[list[Hit]] = []
    for at, verb, cues in _begun(clause, kind) if kind in clause.cues else ():
        told = cues if len(cues) == 1 else _first(cues)
        if here := [Hit(frame, clause, first, at + 1, verb) for frame, first, exact in told if not exact]:
            found.append(here)
    return found


def _longest(cues: list[Begun]) -> list[Begun]:
    """Return the longest cue of each frame at one word, the longest first."""
    found: dict[str, Begun] = {}
    for cue in cues:
        name = cue[0].name
        if not cue[2] and (name not in found or cue[1] < found[name][1]):
            found[name] = cue
    return sorted(found.values(), key=_BEGINNING)


def _first(cues: list[Begun]) -> list[Begun]:
    """Return the first cue of each frame at one word, the longest first."""
    found: dict[str, Begun] = {}
    for cue in cues:
        if not cue[2]:
            found.setdefault(cue[0].name, cue)
    return sorted(found.values(), key=_BEGINNING)


_BEGINNING = itemgetter(1)
Begun = tuple[Frame, int, bool]
"""A cue by its frame, where it begins, and whether its own word must stand exactly so."""


@once_each
def _begun(clause: Clause, kind: str) -> list[tuple[int, Token, list[Begun]]]:
    """Return the words that end cues of one file, with their numbers and these cues."""
    tokens, found = clause.sentence.tokens, []
    bids = kind != ORDERS and not ORDERING.isdisjoint(clause.words)
    for at, rows in clause.cues[kind]:
        if bids and ordered_at(tokens, at):
            continue  # бекет салу тапсырылды: nothing is handed over
        cues: list[Begun] = []
        for row in rows:
            first = _match_left(tokens, row.before, at, clause.first) if row.before else at
            if first is not None:
                cues.append((row.frame, first, row.exact))
        if cues:
            found.append((at, tokens[at], cues))
    return found


def _match_left(tokens: tuple[Token, ...], words: tuple[str, ...], at: int, floor: int) -> int | None:
    """Match the words of a cue before its own word, from right to left; return where they begin."""
    position, slack = at, 0
    for word in reversed(words):
        if word == GAP:
            slack += GAP_REACH
            continue
        for found in range(position - 1, max(floor - 1, position - 2 - slack), -1):
            if word in tokens[found].words:
                position, slack = found, 0
                break
        else:
            return None
    return position
