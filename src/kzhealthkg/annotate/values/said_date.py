"""What the pattern of a date has found, as the rules of dates read it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kzhealthkg.annotate.values import date_words
from kzhealthkg.model.frozen import frozen


@frozen
class Said:
    """The parts of a matched phrase: year, months and days as numbers, None where not said."""

    year: int | None
    groups: Mapping[str, str]
    language: str
    today: date | None
    argument: int
    lean: int = 0
    """Where the sentence looks: 1 ahead, -1 back, 0 where its tense is not known."""

    def number(self, name: str) -> int:
        """Return the number that a part of the phrase stands for."""
        return date_words.value(name, self.groups[name], self.language)

    def count(self) -> int:
        """Return how many years, months or days are said; "через год" is one."""
        return self.number("n") if self.has("n") else 1

    def has(self, name: str) -> bool:
        """Return whether the phrase has the part."""
        return bool(self.groups.get(name))
