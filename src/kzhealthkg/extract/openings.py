"""Words that open a clause and say nothing of their own: иә, мәселен, енді, нәтижесінде."""

from __future__ import annotations

from kzhealthkg.extract.roles import connectors
from kzhealthkg.extract.syntax import Clause, words


def opening(clause: Clause, first: int) -> int:
    """Return how many tokens at ``first`` are an opening phrase, 0 for none."""
    tokens = clause.sentence.tokens
    for phrase, _ in connectors(clause.language):
        count = len(phrase.split())
        if tokens[first].norm == phrase or (count > 1 and words(tokens[first : first + count]).lower() == phrase):
            return count
    return 0


def behind(clause: Clause, first: int, last: int) -> int:
    """Return where a clause begins behind all its opening phrases, before ``last``."""
    while first < last:
        step = 1 if clause.sentence.tokens[first].text in ",–—-" else opening(clause, first)
        if not step:
            break
        first += step
    return min(first, last)
