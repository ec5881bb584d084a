"""What the rooms hand to the view: an article with all that was seen in it, and two statements side by side.

Offsets are code points of the article's stored text, half open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kzhealthkg.model import Article, Statement

FIGURES = frozenset({"number", "money", "percent"})
VALUES = FIGURES | {"date"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that means something: ``name`` says what it is, ``fields`` what it was read as.

    ``note`` is the frame of a cue.
    """

    start: int
    end: int
    name: str
    note: str = ""
    fields: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a mark from {self.start} to {self.end} marks nothing")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why nothing was made: the kind that was nearest, its frame and cue where one was met, and what it lacked.

    ``lacks`` holds codes that lexicon/messages.tsv explains as why.<code>, and needs of lexicon/needs.tsv as need:<need>.
    """

    kind: str
    lacks: tuple[str, ...]
    frame: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """One sentence: its clauses, its mentions, the cues of all frames, and why a figure in it says nothing.

    ``statements`` counts those of the trace whose words overlap it, from 0; ``left`` are the figures that no
    statement took; ``reasons`` come nearest first.
    """

    start: int
    end: int
    clauses: tuple[tuple[int, int], ...] = ()
    mentions: tuple[Mark, ...] = ()
    cues: tuple[Mark, ...] = ()
    statements: tuple[int, ...] = ()
    left: tuple[Mark, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """One article as it was understood, sentence by sentence, and what it states."""

    article: Article
    sentences: tuple[Seen, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A statement of the gold beside the one extracted for it; either may be missing.

    ``marks`` says of each slot of the gold how right it is, 0 to 1; ``beyond`` names slots that the gold leaves out.
    """

    article: str
    kind: str
    gold: dict[str, Any] | None
    found: dict[str, Any] | None
    marks: Mapping[str, float] = field(default_factory=dict)
    beyond: tuple[str, ...] = ()

    @property
    def sort(self) -> str:
        """One of missed, extra, wrong, beyond and right."""
        if self.found is None:
            return "missed"
        if self.gold is None:
            return "extra"
        if any(mark < 1 for mark in self.marks.values()):
            return "wrong"
        return "beyond" if self.beyond else "right"
