"""Whom a Russian relative pronoun stands for: слова министра X, который посетил больницу."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import groups
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention

FORMS = frozenset(lexicon.words("extract.context.which_ru", "forms"))


def antecedent(clause: Clause, at: int) -> list[Mention] | None:
    """Return whom the "который" before token ``at`` may stand for, [] where it is a thing; None for no such word."""
    tokens, first = clause.sentence.tokens, max(1, clause.first - 2)
    if clause.language != "ru" or clause.sentence.words.isdisjoint(FORMS):
        return None
    before = range(min(at, len(tokens)) - 1, first, -1)
    which = next((i for i in before if tokens[i].text == "," or tokens[i].norm in FORMS), 0)
    if tokens[which].norm not in FORMS or tokens[which - 1].text != ",":
        return None
    found = groups(clause.sentence)
    behind = next((g for g in found if g[0].first > which and g[-1].last <= clause.last and g[-1].case == "nom"), [])
    return behind or next((g for g in found if g[-1].last == which - 1), [])
