"""Frames: which words say which kind of thing, found in a clause.

"…" in a cue allows up to four words between; an own word after "=" must stand exactly so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kzhealthkg.extract.cues import GAP, Frame, index
from kzhealthkg.extract.syntax import Clause, is_lemma
from kzhealthkg.model import Token

GAP_REACH = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found in a clause: tokens ``first:last`` of the sentence, ``last - 1`` being the cue's own word."""

    frame: Frame
    clause: Clause
    first: int
    last: int

    @property
    def verb(self) -> Token:
        """The cue's own word."""
        return self.clause.sentence.tokens[self.last - 1]


def hits(kind: str, clause: Clause) -> Iterator[Hit]:
    """Yield the cues of one frame file that a clause holds, left to right, the longest at each word."""
    for at in clause.cues.get(kind, ()):
        hit = _hit_at(index(kind, clause.language), clause, clause.sentence.tokens, at)
        if hit is not None:
            yield hit


def every(kind: str, clause: Clause) -> Iterator[Hit]:
    """Yield the cues of all frames that a word fits, left to right, at each word the longest first."""
    ends = clause.cues.get(kind, ())
    known, tokens = index(kind, clause.language) if ends else {}, clause.sentence.tokens
    for at in ends:
        keys = _keys(tokens[at])
        found: dict[str, Hit] = {}
        for frame, cue in (row for key in keys for row in known.get(key, ())):
            first = _match_left(tokens, cue[:-1], at, clause.first)
            if first is not None and (frame.name not in found or first < found[frame.name].first):
                found[frame.name] = Hit(frame, clause, first, at + 1)
        yield from sorted(found.values(), key=lambda h: h.first)


def _hit_at(known: dict[str, Any], clause: Clause, tokens: tuple[Token, ...], at: int) -> Hit | None:
    token = tokens[at]
    keys = _keys(token)
    best: Hit | None = None
    for key in [*keys, f"={token.norm}"]:
        for frame, cue in known.get(key, ()):
            first = _match_left(tokens, cue[:-1], at, clause.first)
            if first is not None and (best is None or at + 1 - first > best.last - best.first):
                best = Hit(frame, clause, first, at + 1)
    return best


def every_hit(kind: str, clause: Clause) -> Iterator[list[Hit]]:
    """Yield, for each word that ends a cue, the hits of all frames there, the longest first."""
    ends = clause.cues.get(kind, ())
    known, tokens = index(kind, clause.language) if ends else {}, clause.sentence.tokens
    for at in ends:
        found: dict[str, Hit] = {}
        for key in _keys(tokens[at]):
            for frame, cue in known.get(key, ()):
                first = _match_left(tokens, cue[:-1], at, clause.first)
                if first is not None:
                    found.setdefault(frame.name, Hit(frame, clause, first, at + 1))
        if found:
            yield sorted(found.values(), key=lambda h: h.first)


def _keys(token: Token) -> list[str]:
    """Return a word and its lemmas; жабдықтар, a plural noun, is not also the future of a verb."""
    noun = token.best.pos == "NOUN" and token.best.plural
    return list(dict.fromkeys([token.norm, *(r.lemma for r in token.readings if not (noun and r.form == "fut"))]))


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
