"""The cues of all frames by their own words: what a word may end, found out once for every form of it.

A cue is one or more words, the last of which is the frame's own: a verb's stem with its voice
("пайдалануға беріл"), or a noun (құрылыс). The tables are ``lexicon/frames/*.toml``, where a bar stands between
two cues; a word in angle brackets stands for any of that group of the file's table ``words``: "<take> … <course>".
"…" lets a few words stand between two of a cue, "… …" twice as many.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from functools import cache, partial
from itertools import product
from typing import Any, NamedTuple

from kzhealthkg import lexicon, resources
from kzhealthkg.model.frozen import frozen
from kzhealthkg.remembered import Remembered

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
    return tuple(_frame(row, kind) for row in lexicon.frames(kind).get("frame", ()) if row["language"] == language)


def _frame(row: dict[str, Any], kind: str) -> Frame:
    fixed = {"name", "kind", "language", "cues", "slots"}
    told = filter(str.strip, row["cues"].split("|"))
    cues = tuple(dict.fromkeys(words for cue in told for words in _spelt(cue, kind, row["language"])))
    options = {key: value for key, value in row.items() if key not in fixed}
    return Frame(row["name"], row["kind"], row["language"], cues, row.get("slots", {}), options)


def _spelt(cue: str, kind: str, language: str) -> Iterator[tuple[str, ...]]:
    """Return a cue once for each choice of the words that its groups stand for."""
    return product(*[lexicon.cue_words(kind, language, w[1:-1]) if w.startswith("<") else (w,) for w in cue.split()])


class Ended(NamedTuple):
    """A cue by its own word: whose it is, the words before the own one as the frame gives them, and as a set."""

    frame: Frame
    before: tuple[str, ...]
    needed: frozenset[str]
    exact: bool
    """Whether the own word must stand exactly so."""
    beside: frozenset[str]
    """Words of which the clause must hold one as well, wherever it stands; empty where it need not."""


@cache
def index(kind: str, language: str) -> dict[str, tuple[Ended, ...]]:
    """Return own word → the cues of one file that it ends, those of most words first."""
    found: dict[str, list[Ended]] = {}
    for frame in frames(kind, language):
        beside = _beside(frame)
        for *before, own in frame.cues:
            found.setdefault(own, []).append(
                Ended(frame, tuple(before), frozenset(before) - {GAP}, own.startswith(EXACT), beside)
            )
    return {word: tuple(sorted(rows, key=lambda row: -len(row.before))) for word, rows in found.items()}


def _beside(frame: Frame) -> frozenset[str]:
    """Return the words that a frame's ``beside`` names, of several words the first."""
    named = frame.options.get("beside", ())
    every = [named] if isinstance(named, str) else named
    return frozenset(word.split()[0] for name in every for word in _named(frame, name))


def _named(frame: Frame, name: str) -> tuple[str, ...]:
    """Return the words of another option of a frame, or of a lexicon table ("courses/") or a group of it ("missions/teach")."""
    table, slash, group = name.partition("/")
    if not slash:
        return tuple(frame.options[name])
    mine = (row for row in lexicon.table(table) if row["language"] == frame.language)
    return tuple(next(iter(row.values())) for row in mine if row.get("group", "") == group)


Rows = list[tuple[str, list[Ended]]]
"""Cues by the file of frames they stand in."""


MOST = 100
"""Choices of needed words that are remembered for one ending at once; a few stand in any text."""


class Ending:
    """The cues that a token may end, by their files, and all the words that any of them needs before or beside it."""

    def __init__(self, every: Rows) -> None:
        self.needed = frozenset[str]().union(*[row.needed | row.beside for _, rows in every for row in rows])
        self.among = Remembered[frozenset[str], Rows](partial(_among, every), most=MOST)
        """For those of the needed words that a clause holds, the cues that have all of theirs."""
        self.bare = _among(every, frozenset())
        """The cues that need none."""

    def told(self, words: frozenset[str]) -> Rows:
        """Return the cues that stand in a clause of some words."""
        return self.bare if self.needed.isdisjoint(words) else self.among[self.needed & words]


def _among(every: Rows, words: frozenset[str]) -> Rows:
    held = [(file, [row for row in rows if row.needed <= words and _has_beside(row, words)]) for file, rows in every]
    return [(file, rows) for file, rows in held if rows]


def _has_beside(row: Ended, words: frozenset[str]) -> bool:
    return not row.beside or not row.beside.isdisjoint(words)


Keys = tuple[str, ...]


@cache
def endings(language: str) -> Remembered[Keys, tuple[Ending, ...]]:
    """Return the cues that a token may end by its keys: for most tokens there are none, for others one choice of them."""
    return Remembered(partial(_ended, language=language))


def _ended(keys: Keys, language: str) -> tuple[Ending, ...]:
    known, found = _by_own_words(language), dict[str, list[Ended]]()
    for key in (*keys, *[f"{EXACT}{norm}" for norm in keys[:1]]):
        for file, rows in known.get(key, ()):
            found.setdefault(file, []).extend(rows)
    return (Ending(sorted(found.items())),) if found else ()


@cache
def _by_own_words(language: str) -> dict[str, list[tuple[str, tuple[Ended, ...]]]]:
    """Return own word → the files with cues that it ends, and these."""
    found: dict[str, list[tuple[str, tuple[Ended, ...]]]] = {}
    for file in files():
        for own, rows in index(file, language).items():
            found.setdefault(own, []).append((file, rows))
    return found
