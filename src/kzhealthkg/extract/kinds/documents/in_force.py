"""Agreements that are there: A мен B арасында келісімшарт бар; между A и B действует договор."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import is_lemma

BETWEEN = 2
"""Words between the noun of an agreement and what says that it is there, at most."""
FREE = frozenset(lexicon.words("kinds.documents.in_force", "free"))
SUPPOSED = lexicon.words("kinds.documents.in_force", "supposed")


def in_force(hit: Hit, noun: int) -> bool:
    """Say whether a cue is of another sort, or tells of an agreement right beside it that is there, and not only thought of."""
    if not hit.frame.options.get("holds"):
        return True
    tokens = hit.clause.sentence.tokens
    between = tokens[min(noun + 1, hit.last) : max(hit.first, noun)]
    behind = tokens[hit.last : hit.last + 1]
    before = tokens[max(0, hit.first - 1) : hit.first]
    denied = hit.verb.best.negative or any(t.norm == "не" for t in before)
    return (
        len(between) <= BETWEEN
        and all(t.norm in FREE or t.best.pos == "ADJ" for t in between)
        and not denied
        and not any(is_lemma(t, *SUPPOSED) for t in behind)
    )
