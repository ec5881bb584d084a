"""A number of sorts of several things joined by "and" is of all of them: 400 наименований лекарств и изделий."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.phrases import Phrase

SORTS = frozenset(lexicon.words("kinds.procurement.sorts_of_all", "sorts"))


def uncounted(items: list[Phrase]) -> list[Phrase]:
    """Take the number from the first of two things whose sorts or pieces it counts together."""
    return [_alone(a, b) for a, b in pairwise(items)] + items[-1:] if len(items) > 1 else items


def _alone(item: Phrase, following: Phrase) -> Phrase:
    """400 наименований лекарств и изделий: neither are there so many of the first."""
    tokens = item.clause.sentence.tokens
    if item.count is None or following.count is not None or following.first < item.last:
        return item
    unit = tokens[item.count.last : item.head]
    between = tokens[item.last : following.first]
    joined = len(between) == 1 and between[0].norm in LIST_SIGNS
    return replace(item, count=None) if joined and any(not SORTS.isdisjoint(t.words) for t in unit) else item
