"""Beginnings of words that rules ask a whole clause for: what a word begins with is found out once for all the rules.

Each set of beginnings is a bit; the bits of a word, and of all the words of a sentence or a clause, are one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce
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
        self.bit = 1 << len(_SETS)
        _SETS.append(tuple(stem.split(" ", 1)[0] for stem in every))
        whole = [re.escape(stem.replace(" ", "\n")) for stem in every]
        self.pattern = re.compile(f"\n(?:{'|'.join(whole)})") if any(" " in stem for stem in every) else None
        """Where a beginning has several words, what finds them in a column of words, each behind a line's end."""

    def begin(self, word: str) -> bool:
        """Say whether a word begins with one of them, of several words with the first."""
        return _BEGUN[word] & self.bit != 0


_SETS: list[tuple[str, ...]] = []
"""The beginnings of words of each set, by the number of its bit."""
_BEGUN = Remembered[str, int](lambda word: sum(1 << at for at, stems in enumerate(_SETS) if word.startswith(stems)))
_NORM = attrgetter("norm")


def begun(tokens: Iterable[Token]) -> int:
    """Return the bits of the sets that some words begin with."""
    return reduce(or_, filter(None, map(_BEGUN.__getitem__, map(_NORM, tokens))), 0)


@once_each
def begun_in(sentence: Sentence) -> int:
    """Return the bits of the sets that the words of a sentence begin with."""
    return begun(sentence.tokens)
