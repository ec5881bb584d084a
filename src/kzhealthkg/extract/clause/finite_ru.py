"""Which words of a Russian sentence are finite verbs, each of which a clause may have of its own."""

from __future__ import annotations

from operator import attrgetter

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.quoted import QUOTES
from kzhealthkg.extract.clause.syntax import numbered
from kzhealthkg.model import Sentence, Token

FINITE = frozenset({"past", "pres", "fut", "perf"})
BOUND = frozenset(lexicon.words("extract.clause.finite_ru", "bound"))
PARENTHETIC = frozenset(lexicon.words("extract.clause.finite_ru", "parenthetic"))


def told_ru(sentence: Sentence) -> list[bool]:
    """Return for each token whether it is a finite verb and no name of a town or a person: Жамбыл is no past tense, Дана was not given."""
    found = _predicates(sentence.tokens, sentence.words)
    for place in [m for m in sentence.mentions if m.type in ("place", "person")]:
        found[place.first : place.last] = [False] * (place.last - place.first)
    return found


def holds_predicate(tokens: tuple[Token, ...]) -> bool:
    """Say whether a finite verb is there."""
    return True in _predicates(tokens, frozenset().union(*[token.words for token in tokens]))


def _predicates(tokens: tuple[Token, ...], words: frozenset[str]) -> list[bool]:
    """Return for each token whether it is a finite verb; capitals behind a quotation mark («СИНИМ») are a name.

    ``words`` are those of all the tokens, or more.
    """
    found = [*map(FINITE.__contains__, map(_FORMS, tokens))]
    for at in () if UNLIKE.isdisjoint(words) else numbered(tokens, UNLIKE):
        found[at] = tokens[at].norm not in PARENTHETIC
    for at in () if QUOTES.isdisjoint(words) else numbered(tokens[:-1], QUOTES):
        found[at + 1] &= not tokens[at + 1].text.isupper()
    return found


_FORMS = attrgetter("best.form")
UNLIKE = BOUND | PARENTHETIC
"""Words that are predicates, or are none, whatever their form."""
