"""Which tokens of a sentence stand inside a quotation that is a name: no clause ends there."""

from __future__ import annotations

from collections.abc import Callable

from kzhealthkg.extract.clause.syntax import numbered
from kzhealthkg.model import Sentence, Token
from kzhealthkg.text.quotation import CLOSE, OPEN

QUOTES = frozenset(OPEN)
QUOTATION = QUOTES | frozenset(CLOSE)

NAME = 8
"""Words in the longest quotation that is a name even where one of its words looks like a verb."""


def _within_quotations(sentence: Sentence) -> list[bool]:
    """Return for each token whether it stands inside a quotation, its signs included."""
    tokens, depth, start = sentence.tokens, 0, 0
    inside = [False] * len(tokens)
    for at in numbered(tokens, QUOTATION):
        if tokens[at].text in QUOTES:
            start, depth = start if depth else at, depth + 1
        elif depth:
            depth -= 1
            if not depth:
                inside[start : at + 1] = [True] * (at + 1 - start)
    if depth:
        inside[start:] = [True] * (len(tokens) - start)
    return inside


def within_names(sentence: Sentence, predicate: Callable[[tuple[Token, ...]], bool]) -> list[bool]:
    """Return for each token whether it stands inside a name; a long quotation that holds a predicate is speech, no name."""
    if QUOTES.isdisjoint(sentence.words):
        return [False] * len(sentence.tokens)
    inside = _within_quotations(sentence)
    first = inside.index(True) if True in inside else len(inside)
    while first < len(inside):
        last = inside.index(False, first) if False in inside[first:] else len(inside)
        if last - first > NAME and predicate(sentence.tokens[first:last]):
            inside[first:last] = [False] * (last - first)
        first = inside.index(True, last) if True in inside[last:] else len(inside)
    return inside
