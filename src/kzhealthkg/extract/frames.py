"""Frames: which words say which kind of thing, found in a clause.

"…" in a cue allows up to four words between; an own word after "=" must stand exactly so.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg.extract.cues import GAP, Frame, index
from kzhealthkg.extract.syntax import Clause, is_lemma
from kzhealthkg.model import Token
from kzhealthkg.model.frozen import frozen

GAP_REACH = 4


@frozen
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
        found = _ended(kind, clause, at, exact=True)
        if found:
            frame, first = min(found, key=lambda pair: pair[1])
            yield Hit(frame, clause, first, at + 1)


def every(kind: str, clause: Clause) -> Iterator[Hit]:
    """Yield the cues of all frames that a word fits, left to right, at each word the longest first."""
    for at in clause.cues.get(kind, ()):
        found: dict[str, Hit] = {}
        for frame, first in _ended(kind, clause, at):
            if frame.name not in found or first < found[frame.name].first:
                found[frame.name] = Hit(frame, clause, first, at + 1)
        yield from sorted(found.values(), key=lambda h: h.first)


def every_hit(kind: str, clause: Clause) -> Iterator[list[Hit]]:
    """Yield, for each word that ends a cue, the hits of all frames there, the longest first."""
    for at in clause.cues.get(kind, ()):
        found: dict[str, Hit] = {}
        for frame, first in _ended(kind, clause, at):
            if frame.name not in found:
                found[frame.name] = Hit(frame, clause, first, at + 1)
        if found:
            yield sorted(found.values(), key=lambda h: h.first)


def _keys(token: Token) -> list[str]:
    """Return a word and its lemmas; жабдықтар, a plural noun, is not also the future of a verb."""
    if token.best.pos == "CCONJ":
        return []  # ал 2016 жылы: and no "take"
    noun = token.best.pos == "NOUN" and token.best.plural
    return list(dict.fromkeys([token.norm, *[r.lemma for r in token.readings if not (noun and r.form == "fut")]]))


def _ended(kind: str, clause: Clause, at: int, *, exact: bool = False) -> list[tuple[Frame, int]]:
    """Return the frames of which a token ends a cue, and where the cue begins; ``exact`` asks for its form as well."""
    known, tokens, found = index(kind, clause.language), clause.sentence.tokens, list[tuple[Frame, int]]()
    token = tokens[at]
    keys = [*_keys(token), *([f"={token.norm}"] if exact else ())]
    for frame, before, needed in [row for key in keys if key in known for row in known[key]]:
        if not needed <= clause.words:
            continue
        first = _match_left(tokens, before, at, clause.first) if before else at
        if first is not None:
            found.append((frame, first))
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
