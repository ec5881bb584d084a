"""The table of features: what each speaks for, and from which sum two names are one thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from kzhealthkg import lexicon

Verdict = Literal["same", "unsure", "different"]


@dataclass(frozen=True, slots=True)
class Score:
    """How far two names agree: the features that were found, in the order they were looked at."""

    features: tuple[str, ...]

    @property
    def total(self) -> float:
        """The sum of the weights, rounded to hundredths."""
        return round(sum(weights()[feature] for feature in self.features), 2)

    @property
    def verdict(self) -> Verdict:
        """What the sum says: same, unsure or different."""
        if self.total >= limit("same"):
            return "same"
        return "unsure" if self.total >= limit("unsure") else "different"

    def __str__(self) -> str:
        return " ".join((*reasons(*self.features), f"= {self.total:.2f}"))


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return lexicon.table("link_weights")


@cache
def weights() -> dict[str, float]:
    """Return the weight of every feature."""
    return {row["feature"]: float(row["weight"]) for row in _rows() if row["of"] != "limit"}


@cache
def limit(name: str) -> float:
    """Return the sum from which a verdict holds; KeyError for a verdict that the table lacks."""
    return {row["feature"]: float(row["weight"]) for row in _rows() if row["of"] == "limit"}[name]


@lru_cache(maxsize=4096)
def reasons(*features: str) -> tuple[str, ...]:
    """Return features with their weights, as a link shows them; KeyError for one that the table lacks."""
    return tuple(f"{feature}={weights()[feature]:.2f}" for feature in features)


def score(found: Iterable[str]) -> Score:
    """Return the score of the features found, "" left out."""
    return Score(tuple(feature for feature in found if feature))
