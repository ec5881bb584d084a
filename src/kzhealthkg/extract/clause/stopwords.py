"""Words at which a noun phrase ends, and the terms that they are a part of all the same."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.model import Token


@cache
def stops() -> frozenset[str]:
    """Return the words that never belong to a noun phrase."""
    return frozenset(r["word"] for r in lexicon.table("phrase_stops"))


def in_term(clause: Clause, at: int) -> bool:
    """Say whether a word that stops phrases elsewhere is a part of a term here: жалпы тәжірибе дәрігері."""
    tokens = clause.sentence.tokens
    return at + 1 < len(tokens) and ((tokens[at].norm, tokens[at + 1].norm) in terms() or _born_so(clause, at))


def _born_so(clause: Clause, at: int) -> bool:
    """Шала туған, жаңа туған нәрестелер: how a child was born says which ones are meant."""
    tokens = clause.sentence.tokens
    return tokens[at].norm == "туған" and at > clause.first and tokens[at - 1].norm in BIRTHS


@cache
def terms() -> frozenset[tuple[str, str]]:
    """Return the pairs of words that are a term: жалпы тәжірибе."""
    rows = lexicon.table("phrase_stops")
    return frozenset((r["word"], follower) for r in rows for follower in r["unless"].split())


def of_term(token: Token) -> bool:
    """Жаңа туған нәресте, алғашқы рет анықталған ауру: what goes on here is a term of its own."""
    return token.best.form == "perf" or token.norm in TIMES


def of_age(clause: Clause, at: int) -> bool:
    """Репродуктивті жастағы, мектеп жасындағы: of what age people are, where no figure tells it."""
    tokens = clause.sentence.tokens
    told = tokens[at - 1].best.pos in ("ADJ", "NOUN") and not tokens[at - 1].text[0].isdigit()
    return told and tokens[at].best.lemma in AGES and is_case(tokens[at], "loc")


AGES = frozenset(lexicon.words("extract.clause.stopwords", "ages"))
BIRTHS = frozenset(lexicon.words("extract.clause.stopwords", "births"))
TIMES = frozenset(lexicon.words("extract.clause.stopwords", "times"))
