"""Parallel members of one Russian sentence: in A 116 doctors, in B 135; 254 in 2024 and 529 in 2025."""

from __future__ import annotations

from itertools import groupby

from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention

FIGURES = ("number", "money", "percent")
LEAST = 2


def partner(clause: Clause, draft: Draft, sort: str) -> Mention | None:
    """Return the place or the date that goes with a draft's figure, where each figure of the sentence has one."""
    if clause.language != "ru" or not draft.used:
        return None
    runs = _runs(clause, sort)
    at = next((i for i in range(len(runs) - 1, -1, -1) if _holds(runs[i], draft)), None)
    if at is None or len(runs) < 2 * LEAST or len(runs) % 2:
        return None
    other = at - 1 if runs[0][0].type == sort else at + 1
    return runs[other][0]


def _runs(clause: Clause, sort: str) -> list[list[Mention]]:
    """Return the figures and the places (or dates) of a sentence in order, neighbours of one sort together."""
    found = [m for m in clause.sentence.mentions if m.type in FIGURES or (m.type == sort and _located(m))]
    return [list(run) for _, run in groupby(sorted(found, key=lambda m: m.first), key=lambda m: m.type == sort)]


def _located(mention: Mention) -> bool:
    return mention.type != "place" or bool(mention.value.region)


def _holds(run: list[Mention], draft: Draft) -> bool:
    return run[0].type in FIGURES and any(m.start in draft.used for m in run)
