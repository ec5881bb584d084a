"""Beginnings of words that rules ask a whole clause for: what a word begins with is found out once for all the rules.

Each set of beginnings is a bit; the bits of a word, and of all the words of a sentence or a clause, are one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce
from itertools import count
from operator import attrgetter, or_

from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.model import Sentence, Token
from kzhealthkg.remembered import Remembered


class Stems:
    """Some beginnings of words; those of several words have a blank between these.

    They are made when their module is loaded, before any word is looked at.
    """

    def __init__(self, stems: Iterable[str]) -> None:
        every = tuple(stems)
        self.bit = 1 << next(_NUMBERS)
        for stem in {stem.split(" ", 1)[0] for stem in every}:
            _OPENED.setdefault(stem[:OPENING], []).append((stem, self.bit))
        whole = [re.escape(stem.replace(" ", "\n")) for stem in every]
        self.pattern = re.compile(f"\n(?:{'|'.join(whole)})") if any(" " in stem for stem in every) else None
        """Where a beginning has several words, what finds them in a column of words, each behind a line's end."""

    def begin(self, word: str) -> bool:
        """Say whether a word begins with one of them, of several words with the first."""
        return _BEGUN[word] & self.bit != 0


OPENING = 2
"""Letters by which beginnings are looked up; a few are shorter."""
_NUMBERS = count()
_OPENED: dict[str, list[tuple[str, int]]] = {}
"""The beginnings of words by their first letters, with the bits of the sets that they are in."""


def _bits(word: str) -> int:
    """Return the bits of the sets that a word begins with."""
    near = (*_OPENED.get(word[:1], ()), *_OPENED.get(word[:OPENING], ()))
    return reduce(or_, [bit for stem, bit in near if word.startswith(stem)], 0)


_BEGUN = Remembered[str, int](_bits)
_NORM = attrgetter("norm")


def begun(tokens: Iterable[Token]) -> int:
    """Return the bits of the sets that some words begin with."""
    return reduce(or_, filter(None, map(_BEGUN.__getitem__, map(_NORM, tokens))), 0)


@once_each
def begun_in(sentence: Sentence) -> int:
    """Return the bits of the sets that the words of a sentence begin with."""
    return begun(sentence.tokens)
