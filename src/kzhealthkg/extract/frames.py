"""Frames: which words say which kind of thing. The tables are ``lexicon/frames/*.toml``.

A cue is one or more words, the last of which is the frame's own: a verb's stem with its voice
("пайдалануға беріл"), or a noun (құрылыс). "…" allows up to four words between; an own word after
"=" must stand exactly so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kzhealthkg import lexicon
from kzhealthkg.extract.syntax import Clause, is_lemma
from kzhealthkg.model import Token

GAP = "…"
GAP_REACH = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame: its cues, the kind it makes, the slots it fixes, and options its filler reads."""

    name: str
    kind: str
    language: str
    cues: tuple[tuple[str, ...], ...]
    slots: dict[str, Any] = field(default_factory=dict, hash=False)
    options: dict[str, Any] = field(default_factory=dict, hash=False)


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


@cache
def frames(kind: str, language: str) -> tuple[Frame, ...]:
    """Return the frames of one file that are in one language."""
    return tuple(_frame(row) for row in lexicon.frames(kind).get("frame", ()) if row["language"] == language)


def _frame(row: dict[str, Any]) -> Frame:
    fixed = {"name", "kind", "language", "cues", "slots"}
    cues = tuple(tuple(cue.split()) for cue in row["cues"])
    options = {key: value for key, value in row.items() if key not in fixed}
    return Frame(row["name"], row["kind"], row["language"], cues, row.get("slots", {}), options)


@cache
def _index(kind: str, language: str) -> dict[str, tuple[tuple[Frame, tuple[str, ...]], ...]]:
    found: dict[str, list[tuple[Frame, tuple[str, ...]]]] = {}
    for frame in frames(kind, language):
        for cue in frame.cues:
            found.setdefault(cue[-1], []).append((frame, cue))
    return {word: tuple(sorted(rows, key=lambda r: -len(r[1]))) for word, rows in found.items()}


@cache
def _own_words(kind: str, language: str) -> frozenset[str]:
    return frozenset(word.removeprefix("=") for word in _index(kind, language))


def _candidates(kind: str, clause: Clause) -> list[int]:
    """Return the numbers of the tokens that may end a cue: hardly any do."""
    own, tokens = _own_words(kind, clause.language), clause.sentence.tokens
    return [at for at in range(clause.first, clause.last) if not own.isdisjoint(tokens[at].words)]


def hits(kind: str, clause: Clause) -> Iterator[Hit]:
    """Yield the cues of one frame file that a clause holds, left to right, the longest at each word."""
    index = _index(kind, clause.language)
    language_tokens = clause.sentence.tokens
    for at in _candidates(kind, clause):
        hit = _hit_at(index, clause, language_tokens, at)
        if hit is not None:
            yield hit


def every(kind: str, clause: Clause) -> Iterator[Hit]:
    """Yield the cues of all frames that a word fits, left to right, at each word the longest first."""
    index = _index(kind, clause.language)
    tokens = clause.sentence.tokens
    for at in _candidates(kind, clause):
        keys = dict.fromkeys([tokens[at].norm, *(r.lemma for r in tokens[at].readings)])
        found: dict[str, Hit] = {}
        for frame, cue in (row for key in keys for row in index.get(key, ())):
            first = _match_left(tokens, cue[:-1], at, clause.first)
            if first is not None and (frame.name not in found or first < found[frame.name].first):
                found[frame.name] = Hit(frame, clause, first, at + 1)
        yield from sorted(found.values(), key=lambda h: h.first)


def _hit_at(index: dict[str, Any], clause: Clause, tokens: tuple[Token, ...], at: int) -> Hit | None:
    token = tokens[at]
    keys = dict.fromkeys([token.norm, *(r.lemma for r in token.readings)])
    best: Hit | None = None
    for key in [*keys, f"={token.norm}"]:
        for frame, cue in index.get(key, ()):
            first = _match_left(tokens, cue[:-1], at, clause.first)
            if first is not None and (best is None or at + 1 - first > best.last - best.first):
                best = Hit(frame, clause, first, at + 1)
    return best


def every_hit(kind: str, clause: Clause) -> Iterator[list[Hit]]:
    """Yield, for each word that ends a cue, the hits of all frames there, the longest first."""
    index, tokens = _index(kind, clause.language), clause.sentence.tokens
    for at in _candidates(kind, clause):
        found: dict[str, Hit] = {}
        for key in dict.fromkeys([tokens[at].norm, *(r.lemma for r in tokens[at].readings)]):
            for frame, cue in index.get(key, ()):
                first = _match_left(tokens, cue[:-1], at, clause.first)
                if first is not None:
                    found.setdefault(frame.name, Hit(frame, clause, first, at + 1))
        if found:
            yield sorted(found.values(), key=lambda h: h.first)


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
