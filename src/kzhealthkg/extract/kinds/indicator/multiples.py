"""By how many times something changed, told in one Russian word: выросла вдвое, число пересадок удвоилось."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.model import Mention, Quantity

TIMES = lexicon.words("kinds.indicator.multiples", "times")
CHANGING = dict(zip(lexicon.words("kinds.indicator.multiples", "changing"), (2, 2, 3, 3, 4, 4), strict=True))
"""Verbs that say by how many times something grew, each with and without its reflexive."""
NEARLY = frozenset(lexicon.words("kinds.indicator.multiples", "nearly"))
OVER = frozenset(lexicon.words("kinds.indicator.multiples", "over"))
LEAST_TIMES = 2
ADVERBS = 3
"""Words between a cue and the word of times, at most: сократилась более чем вдвое."""


def told(hit: Hit) -> Mention | None:
    """Return by how many times a Russian change was, as a figure; None where no word tells it."""
    if hit.clause.language != "ru":
        return None
    if (grown := CHANGING.get(hit.verb.best.lemma)) is not None:
        return _figure(hit, hit.last - 1, grown)
    at = _beside(hit)
    return None if at is None else _figure(hit, at, TIMES.index(hit.clause.sentence.tokens[at].norm) + LEAST_TIMES)


def _beside(hit: Hit) -> int | None:
    """Return the word of times right before the cue, or behind it with nothing but what bounds it between."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    if hit.first > clause.first and tokens[hit.first - 1].norm in TIMES:
        return hit.first - 1
    for at in range(hit.last, min(clause.last, hit.last + ADVERBS)):
        if tokens[at].norm in TIMES:
            return at
        if tokens[at].norm not in NEARLY | OVER:
            return None
    return None


def _figure(hit: Hit, at: int, times: int) -> Mention:
    """Return a word of times as a figure, with the bound of the words before it: почти вдвое, более чем удвоилось."""
    tokens = hit.clause.sentence.tokens
    before = tokens[at - 1].norm if at > hit.clause.first else ""
    value = Quantity(Decimal(times))
    bound = "about" if before in NEARLY else "atLeast" if before in OVER else ""
    return Mention("number", at, at + 1, tokens[at].start, tokens[at].end, replace(value, bound=bound), "nom")
