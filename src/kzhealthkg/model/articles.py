"""Articles: their two texts, and what can be wrong with one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["kk", "kk-Latn", "ru"]


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text that was made from another one, and where each of its characters came from.

    ``starts[i]`` and ``ends[i]`` are the half-open source span of character ``i``.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __post_init__(self) -> None:
        if not len(self.text) == len(self.starts) == len(self.ends):
            raise ValueError("a mapped text needs one source span for every character")

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of the non-empty span ``start:end``."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span {start}:{end} is outside a text of {len(self.text)} characters")
        return self.starts[start], self.ends[end - 1]


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its stored text, its clean text, and what it says of itself.

    ``date`` is an ISO day or None; ``region`` is an ISO 3166-2 code or None.
    """

    id: str
    text: str
    clean: MappedText
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    language: Language = "kk"
    region: str | None = None

    def quote(self, start: int, end: int) -> tuple[str, int, int]:
        """Return the stored words of a clean span, with their offsets in the stored text."""
        first, last = self.clean.source(start, end)
        return self.text[first:last], first, last


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an input, said in one line: where, what, and how to mend it."""

    where: str
    what: str
    mend: str = ""
    fatal: bool = True

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f" ({self.mend})" if self.mend else "")
