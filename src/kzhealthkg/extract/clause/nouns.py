"""Words of the lexicon that head, count or adorn a noun phrase."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon


@cache
def nouns(table: str, language: str) -> frozenset[str]:
    """Return the ``lemma`` column of a lexicon table for one language."""
    return frozenset(r["lemma"] for r in lexicon.table(table) if r["language"] == language)


@cache
def area_words(language: str) -> frozenset[str]:
    """Return the nouns for a stretch of land or the whole country."""
    return frozenset(r["word"] for r in lexicon.table("areas") if r["language"] == language)


@cache
def grouped(table: str, group: str, language: str) -> frozenset[str]:
    """Return the ``word`` column of one group of a lexicon table for one language."""
    return frozenset(r["word"] for r in lexicon.table(table) if r["group"] == group and r["language"] == language)


@cache
def light() -> frozenset[str]:
    """Return the words between a number and what it counts that say nothing of it."""
    return frozenset(r["lemma"] for r in lexicon.table("measures"))


@cache
def edge() -> frozenset[str]:
    """Return the words at the edge of a phrase that say nothing of what a thing is."""
    return frozenset(r["word"] for r in lexicon.table("edge_words"))
