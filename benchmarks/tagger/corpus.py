"""Sentences of KazNERD, kept together by sentence id, and their split into training and held-out ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CLASSES = ("PERSON", "GPE", "LOCATION", "ORGANISATION", "FACILITY", "POSITION", "PROJECT", "NORP", "EVENT", "ART")
"""The classes that are learned; the others of KazNERD become O."""
HELD_OUT = 8
"""One id in so many is held out."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """One sentence of the corpus: its id, its tokens and a BIO tag for each."""

    id: str
    tokens: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def letters(self) -> str:
        """The letters alone: equal for the typographic variants of one sentence."""
        return "".join(c for token in self.tokens for c in token.lower() if c.isalpha())


def read(folder: Path) -> list[Tagged]:
    """Return the sentences of every IOB2 file in a folder, by id."""
    found = [s for path in sorted(folder.glob("IOB2_*.txt")) for s in _sentences(path)]
    return sorted(found, key=lambda s: (s.id, s.tokens))


def _sentences(path: Path) -> Iterator[Tagged]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.rsplit(" ", 1) for line in block.strip().split("\n")]
        if len(rows) > 1:
            yield Tagged(rows[0][0], tuple(r[0] for r in rows[1:]), tuple(_tag(r[1]) for r in rows[1:]))


def _tag(tag: str) -> str:
    return tag if tag[2:] in CLASSES else "O"


def split(sentences: list[Tagged]) -> tuple[list[Tagged], list[Tagged]]:
    """Return the training and the held-out sentences: whole ids, and no wording on both sides."""
    train = [s for s in sentences if not held_out(s.id)]
    seen = {s.letters for s in train}
    return train, [s for s in sentences if held_out(s.id) and s.letters not in seen]


def held_out(id_: str) -> bool:
    """Say whether an id is held out, by its hash: the same on every machine."""
    return int(hashlib.sha256(id_.encode()).hexdigest(), 16) % HELD_OUT == 0


def entities(tags: list[str] | tuple[str, ...]) -> set[tuple[str, int, int]]:
    """Return (class, first, last) of the entities that BIO tags mark, ``last`` exclusive."""
    found, first = set(), 0
    for i, tag in enumerate([*tags, "O"]):
        open_ = tags[i - 1] if i else "O"
        if open_ != "O" and (tag == "O" or tag[0] == "B" or tag[2:] != open_[2:]):
            found.add((open_[2:], first, i))
        if tag != "O" and (tag[0] == "B" or open_ == "O" or tag[2:] != open_[2:]):
            first = i
    return found
