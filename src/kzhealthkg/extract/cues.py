"""The cues of all frames by their own words: what a word may end, found out once for every form of it.

A cue is one or more words, the last of which is the frame's own: a verb's stem with its voice
("пайдалануға беріл"), or a noun (құрылыс). The tables are ``lexicon/frames/*.toml``.
"""

from __future__ import annotations

from dataclasses import field
from functools import cache, lru_cache
from typing import Any, NamedTuple

from kzhealthkg import lexicon, resources
from kzhealthkg.model.frozen import frozen

GAP = "…"
EXACT = "="


@frozen
class Frame:
    """One frame: its cues, the kind it makes, the slots it fixes, and options its filler reads."""

    name: str
    kind: str
    language: str
    cues: tuple[tuple[str, ...], ...]
    slots: dict[str, Any] = field(default_factory=dict, hash=False)
    options: dict[str, Any] = field(default_factory=dict, hash=False)


@cache
def files() -> tuple[str, ...]:
    """Return the names of the files of frames, in order."""
    return tuple(sorted(path.stem for path in resources.path("lexicon", "frames").glob("*.toml")))


@cache
def frames(kind: str, language: str) -> tuple[Frame, ...]:
    """Return the frames of one file that are in one language."""
    return tuple(_frame(row) for row in lexicon.frames(kind).get("frame", ()) if row["language"] == language)


def _frame(row: dict[str, Any]) -> Frame:
    fixed = {"name", "kind", "language", "cues", "slots"}
    cues = tuple(tuple(cue.split()) for cue in row["cues"])
    options = {key: value for key, value in row.items() if key not in fixed}
    return Frame(row["name"], row["kind"], row["language"], cues, row.get("slots", {}), options)


class Ended(NamedTuple):
    """A cue by its own word: whose it is, the words before the own one as the frame gives them, and as a set."""

    frame: Frame
    before: tuple[str, ...]
    needed: frozenset[str]
    exact: bool
    """Whether the own word must stand exactly so."""


@cache
def index(kind: str, language: str) -> dict[str, tuple[Ended, ...]]:
    """Return own word → the cues of one file that it ends, those of most words first."""
    found: dict[str, list[Ended]] = {}
    for frame in frames(kind, language):
        for *before, own in frame.cues:
            found.setdefault(own, []).append(
                Ended(frame, tuple(before), frozenset(before) - {GAP}, own.startswith(EXACT))
            )
    return {word: tuple(sorted(rows, key=lambda row: -len(row.before))) for word, rows in found.items()}


@cache
def enders(kind: str, language: str, option: str) -> frozenset[str]:
    """Return the own words of the cues of the frames of one file that have an option."""
    fitting = (frame for frame in frames(kind, language) if frame.options.get(option))
    return frozenset(cue[-1].removeprefix(EXACT) for frame in fitting for cue in frame.cues)


@lru_cache(maxsize=50_000)
def ended(keys: tuple[str, ...], language: str) -> tuple[tuple[str, tuple[Ended, ...], bool], ...]:
    """Return, by their files, the cues that a token with these keys may end: for most tokens there are none.

    The third of each says whether some of the cues need other words before.
    """
    found = []
    asked = (*keys, *[f"{EXACT}{norm}" for norm in keys[:1]])
    for file in files():
        known = index(file, language)
        rows = tuple(row for key in asked for row in known.get(key, ()))
        if rows:
            found.append((file, rows, any(row.needed for row in rows)))
    return tuple(found)
