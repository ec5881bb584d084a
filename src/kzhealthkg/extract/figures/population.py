"""How many people live somewhere, which is no figure of health."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.figures import measures
from kzhealthkg.model import Token

NUMBERS = frozenset(lexicon.words("extract.figures.population", "numbers"))
OVERALL = frozenset(lexicon.words("extract.figures.population", "overall"))
PEOPLE = lexicon.words("extract.figures.population", "people")
RESIDENT = lexicon.words("extract.figures.population", "resident")
REGISTERED = lexicon.words("extract.figures.population", "registered")
TOWNSPEOPLE = lexicon.words("extract.figures.population", "townspeople")


def of_population(clause: Clause, span: tuple[int, int]) -> bool:
    """Ауылдың халық саны: how many people live somewhere, where nothing says that they are a clinic's."""
    tokens = [t for t in clause.sentence.tokens[span[0] : span[1]] if t.norm not in OVERALL]
    if len(tokens) == SIZE and is_lemma(tokens[0], *COUNTS) and is_lemma(tokens[1], *PLAIN):
        return not measures.medical(clause.tokens, clause.language) and "facility" not in clause.named
    if len(tokens) < SIZE or tokens[-1].norm not in NUMBERS:
        return False
    resident = any(t.norm.startswith(RESIDENT) for t in tokens[-SIZE - 1 : -1])
    if resident and not any(t.norm.startswith(REGISTERED) for t in clause.tokens):
        return True  # емхана салынған ауданда тұрақтайтындар саны, not: есепте тұратындар
    people = _lives_there(tokens[-2])
    people = people and not any(t.best.form == "perf" for t in tokens[:-2])  # сақтандырылмаған тұрғындар саны
    return people and not measures.medical(clause.tokens, clause.language) and "facility" not in clause.named


COUNTS = frozenset(lexicon.words("extract.figures.population", "counts"))
PLAIN = frozenset(lexicon.words("extract.figures.population", "plain"))
"""People by whom nothing of health is said: число детей выросло."""
SIZE = 2
"""Words of a bare number of people: тұрғындар саны."""


def _lives_there(token: Token) -> bool:
    """Халық, тұрғындар, астаналықтар: who lives somewhere."""
    from_town = token.best.pos == "NOUN" and token.norm.endswith(TOWNSPEOPLE)
    return is_lemma(token, *PEOPLE) or (from_town and token.best.lemma not in _ordinary())


@cache
def _ordinary() -> frozenset[str]:
    """Мамандық, жаңалық: nouns that only end as townspeople do."""
    return frozenset(row["lemma"] for row in lexicon.table("nouns_kk"))
