"""Words beside a name that make it the name of a lake or a road, or of what others are only likened to."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.annotate.facilities import words
from kzhealthkg.annotate.places.units import Unit
from kzhealthkg.model import Token

LIKE = frozenset(lexicon.words("annotate.places.guards", "like"))
MODELS = frozenset(lexicon.words("annotate.places.guards", "models"))
PATTERN = 5
"""Words from what is followed as a model to its place, at most: по примеру поликлиник города Астаны."""


def likened(unit: Unit, tokens: tuple[Token, ...]) -> bool:
    """Шардара секілді шалғай аудандарда, по примеру клиник Астаны: a name that only stands for others like it."""
    if unit.last < len(tokens) and tokens[unit.last].norm in LIKE:
        return True
    before = tokens[max(0, unit.first - PATTERN) : unit.first]
    if "по" not in [token.norm for token in before]:
        return False
    at = next((i for i, (a, b) in enumerate(pairwise(before)) if a.norm == "по" and b.norm in MODELS), None)
    return at is not None and not any(t.text == "," or t.text[0].isupper() for t in before[at + 2 :])


def beside_feature(unit: Unit, tokens: tuple[Token, ...]) -> bool:
    """Say whether a word beside a name makes it that of a lake, a road or a peak."""
    after = tokens[unit.last].norm if unit.last < len(tokens) else ""
    before = tokens[unit.first - 1].norm if unit.first else ""
    if before == "." and unit.first > 1:
        before = tokens[unit.first - 2].norm
    named = unit.case in {"nom", ""} and after.startswith(_features("next"))
    levelled = named and words.level(tokens[unit.last])  # Семей өңірлік диспансері is that of the town
    return (named and not levelled) or (before.startswith(_features("previous")) and not _of_town(unit, tokens))


def _of_town(unit: Unit, tokens: tuple[Token, ...]) -> bool:
    """В 38-м микрорайоне Актау: a quarter that a number tells apart is one of the town behind it."""
    before = tokens[max(0, unit.first - 1 - QUARTER) : unit.first]
    if len(before) <= 1 or not before[-1].norm.startswith(QUARTERS):
        return False
    return any(t.text[0].isdigit() for t in before[:-1])


QUARTER = 2
"""Words of a number before a quarter, at most: 11 а микрорайон."""
QUARTERS = lexicon.words("annotate.places.guards", "quarters")


@cache
def _features(side: str) -> tuple[str, ...]:
    return tuple(row["stem"] for row in lexicon.table("place_features") if row["side"] == side)
