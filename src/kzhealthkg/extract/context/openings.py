"""Words that open a clause and say nothing of their own: иә, мәселен, енді, нәтижесінде."""

from __future__ import annotations

from functools import cache

from kzhealthkg.extract.clause.syntax import Clause, words
from kzhealthkg.extract.context.roles import connectors


def opening(clause: Clause, first: int) -> int:
    """Return how many tokens at ``first`` are an opening phrase, 0 for none."""
    tokens = clause.sentence.tokens
    for phrase, count in _begun(clause.language).get(tokens[first].norm, ()):
        if tokens[first].norm == phrase or (count > 1 and words(tokens[first : first + count]).lower() == phrase):
            return count
    return 0


@cache
def _begun(language: str) -> dict[str, list[tuple[str, int]]]:
    """Return the first word of opening phrases → these, with how many words each has."""
    found: dict[str, list[tuple[str, int]]] = {}
    for phrase, _ in connectors(language):
        first = phrase.split()
        for word in {phrase, first[0]}:
            found.setdefault(word, []).append((phrase, len(first)))
    return found


def behind(clause: Clause, first: int, last: int) -> int:
    """Return where a clause begins behind all its opening phrases, before ``last``."""
    while first < last:
        step = 1 if clause.sentence.tokens[first].text in ",–—-" else opening(clause, first)
        if not step:
            break
        first += step
    return min(first, last)
