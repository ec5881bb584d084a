"""Whether a sentence holds a word of one group of lexicon/missions.tsv."""

from __future__ import annotations

from functools import cache, partial
from itertools import pairwise

from kzhealthkg.extract.clause.nouns import grouped
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Token

group = partial(grouped, "missions")
"""Returns the words of one group of lexicon/missions.tsv, by its name and the language."""


def told_of(index: int, memory: Memory, name: str) -> bool:
    """Say whether a sentence holds a word of one group."""
    known = memory.groups.get((index, name))
    if known is None:
        sentence = memory.document.sentences[index]
        known = memory.groups[index, name] = _said(sentence.tokens, sentence.words, name, memory.language)
    return known


def has(clause: Clause, name: str) -> bool:
    """Say whether a clause holds a word of one group."""
    return _said(clause.tokens, clause.words, name, clause.language)


def _said(tokens: tuple[Token, ...], words: frozenset[str], name: str, language: str) -> bool:
    """Say whether one of the words, or of the pairs of words, of a group is there; ``words`` are all the tokens'."""
    single, pairs = _group_words(name, language)
    if not single.isdisjoint(words):
        return True
    if pairs.keys().isdisjoint(words):
        return False
    return any(last in b.words for a, b in pairwise(tokens) for word in a.words & pairs.keys() for last in pairs[word])


@cache
def _group_words(name: str, language: str) -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """Return the single words of a group, and for each first word of a pair the words that may follow it."""
    known = group(name, language)
    pairs = [w.split() for w in known if " " in w]
    return known, {first: tuple(b for a, b in pairs if a == first) for first, _ in pairs}
