"""What a time that was set says of a work, and what it says that it did not end: белгіленген мерзімде аяқталмады."""

from __future__ import annotations

from itertools import zip_longest

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.model import Token

TERM = lexicon.words("extract.clause.terms", "term")
STANDING = lexicon.words("extract.clause.terms", "standing")


def without_terms(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a predicate without the participles of a time that was set."""
    if not [t for t in tokens if t.best.form == "perf"]:
        return tokens
    return tuple(t for t, after in zip_longest(tokens, tokens[1:]) if not of_term(t, after))


def of_term(token: Token, after: Token | None) -> bool:
    """Белгіленген мерзімде, жоспарланған мерзімнен бұрын: a plan said of the time plans nothing."""
    return after is not None and token.best.form == "perf" and is_lemma(after, *TERM)


def unended(tokens: tuple[Token, ...]) -> str:
    """Аяқталмай тұр has come to a stop; аяқталмай келеді, мерзімінде аяқталмады goes on."""
    return "stopped" if any(is_lemma(t, *STANDING) for t in tokens) else "underway"
