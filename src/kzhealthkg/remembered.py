"""Answers that are found out once for each question: a table that fills itself, of a bounded size."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

Asked = TypeVar("Asked")
Found = TypeVar("Found")

MOST: Final = 100_000
"""Answers that are remembered at once; an article asks for a few thousand."""


class Remembered(dict[Asked, Found]):
    """A table that asks ``find`` for what it does not hold: faster to look up than a cached function is to call.

    What ``keeps`` refuses, because it would take too much room, is found again each time.
    """

    def __init__(
        self, find: Callable[[Asked], Found], keeps: Callable[[Asked], bool] = lambda _: True, most: int = MOST
    ) -> None:
        super().__init__()
        self._find = find
        self._keeps = keeps
        self._most = most

    def __missing__(self, asked: Asked) -> Found:
        found = self._find(asked)
        if self._keeps(asked):
            if len(self) >= self._most:
                self.clear()
            self[asked] = found
        return found
