"""A Russian year whose noun was said before: в прошлом году сдали 12, в этом ещё пять; в 2022 году – 12, в 2023 – 8."""

from __future__ import annotations

from collections.abc import Iterable

from kzhealthkg import lexicon
from kzhealthkg.model import Mention, Sentence

RULE = "elided"
YEAR = frozenset(lexicon.words("annotate.values.elided_years", "year"))
OWN = frozenset({"NOUN", "PROPN", "X"})
REACH = 4
"""Words within which the figure of such a year stands behind it."""


def stands(sentence: Sentence, mention: Mention, found: Iterable[Mention]) -> bool:
    """Say whether a year is named before and a figure, but no noun of its own, follows."""
    behind = sentence.tokens[mention.last : mention.last + REACH]
    figure = next((i for i, t in enumerate(behind) if t.best.pos == "NUM"), None)
    if figure is None or any(t.best.pos in OWN for t in behind[:figure]):
        return False
    before = (m for m in found if m.last <= mention.first)
    return any(sentence.tokens[m.last - 1].norm in YEAR for m in before)
