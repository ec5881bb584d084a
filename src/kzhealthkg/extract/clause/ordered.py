"""What is only bidden: салуды тапсырды, сатып алу міндеті жүктелді, бөлу туралы тапсырма берді; no such thing is done yet."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.model import Token

BIDDING = lexicon.words("extract.clause.ordered", "bidding")
TASKS = lexicon.words("extract.clause.ordered", "tasks")
BETWEEN = lexicon.words("extract.clause.ordered", "between")
ORDERING = frozenset((*BIDDING, *TASKS))
REACH = 5


def ordered(tokens: tuple[Token, ...]) -> bool:
    """Say whether a predicate leads to an action noun that a verb of bidding, or a task that is given, governs."""
    return any(ordered_at(tokens, at) for at in range(1, len(tokens)) if not ORDERING.isdisjoint(tokens[at].words))


def ordered_at(tokens: tuple[Token, ...], at: int) -> bool:
    """Say whether the word at ``at`` bids what an action noun before it names."""
    if ORDERING.isdisjoint(tokens[at].words):
        return False
    if is_lemma(tokens[at], *BIDDING):
        return _bidden(tokens, at, ("acc", "nom"))
    return _bidden(tokens, at, ("acc", "nom", "dat"))


def _bidden(tokens: tuple[Token, ...], at: int, cases: tuple[str, ...]) -> bool:
    """Step left over words of emphasis and over "бойынша" to an action noun in one of the cases."""
    for token in reversed(tokens[max(0, at - REACH) : at]):
        if token.norm not in BETWEEN:
            return any(r.form == "inf" and r.case in cases for r in token.readings)
    return False
