"""Words that open a clause and say nothing of their own: иә, мәселен, енді, нәтижесінде."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.connectors import connector, connectors
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.syntax import Clause, words
from kzhealthkg.model import Token


def opening(clause: Clause, first: int) -> int:
    """Return how many tokens at ``first`` are an opening phrase, 0 for none."""
    return connector(clause.sentence.tokens, first, clause.language)


def behind(clause: Clause, first: int, last: int) -> int:
    """Return where a clause begins behind all its opening phrases, before ``last``."""
    while first < last:
        step = 1 if clause.sentence.tokens[first].text in ",–—-" else opening(clause, first)
        if not step:
            break
        first += step
    return min(first, last)


@cache
def connecting(language: str) -> re.Pattern[str]:
    """Return the pattern of a text that begins with an opening phrase, which it matches at its longest."""
    return _beginning(phrase for phrase, _ in connectors(language))


def _beginning(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of a text that begins with one of some phrases of whole words: мәселен is not мәселені."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})(?![^\W_])")


@once_each
def takes_up(clause: Clause) -> bool:
    """Say whether the clause opens with words that take up what was said before (оның ішінде)."""
    first = 0 if clause.first <= 3 else clause.first
    return _begins(clause.sentence.tokens[first : first + LONGEST], *_taking_up(clause.language))


def _begins(tokens: tuple[Token, ...], words_of: tuple[str, ...], phrases: re.Pattern[str]) -> bool:
    """Say whether tokens begin with one of some phrases, of which the first words are known."""
    return tokens[0].norm.startswith(words_of) and phrases.match(words(tokens).lower()) is not None


LONGEST = 4
"""Words in the longest phrase."""


@cache
def _taking_up(language: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    return _opened([phrase for phrase, inherits in connectors(language) if inherits])


def _opened(phrases: list[str]) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Return the first words of some phrases, and the pattern of what begins with one of these."""
    return tuple(phrase.split()[0] for phrase in phrases), _beginning(phrases)


def adds(clause: Clause) -> bool:
    """Сонымен қатар …, бұған қоса …: one more thing of the same time."""
    return _begins(clause.sentence.tokens[:LONGEST], *_adding(clause.language))


@cache
def _adding(language: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Return what ``_opened`` tells of the phrases that add one more thing to the list before."""
    rows = lexicon.table("connectors")
    return _opened([r["phrase"] for r in rows if r["language"] == language and r["inherits"] == "date"])
