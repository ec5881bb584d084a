"""Of which illness Russian cases are, told apart from them: по кори 40 случаев, с диагнозом корь 40 случаев, рак. 40 новых случаев."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import WITH
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import measures
from kzhealthkg.model import Token
from kzhealthkg.morph import nominative

ILLNESSES = frozenset(lexicon.words("kinds.indicator.cases_of_ru", "illnesses"))
BY = lexicon.words("kinds.indicator.cases_of_ru", "by")[0]
DIAGNOSIS = lexicon.words("kinds.indicator.cases_of_ru", "diagnosis")[0]
NEW = frozenset(lexicon.words("kinds.indicator.cases_of_ru", "new"))
LONGEST = 3
"""Adjectives before an illness, at most, and words behind it."""


def told_apart(clause: Clause, number: int, head: int, memory: Memory) -> str:
    """Return the illness that the clause names before so many cases, else the one of the sentence before new cases."""
    if clause.language != "ru":
        return ""
    if not ILLNESSES.isdisjoint(clause.words):
        return next((said for i in range(clause.first, number) if (said := _named(clause, i, number))), "")
    new = any(t.norm in NEW for t in clause.sentence.tokens[number:head])
    return _of_sentence_before(clause, memory) if new else ""


def _named(clause: Clause, at: int, limit: int) -> str:
    """По кори, с коронавирусной инфекцией, с диагнозом корь: the illness behind a preposition, in the nominative."""
    tokens, word = clause.sentence.tokens, clause.sentence.tokens[at].norm
    case = "dat" if word == BY else "ins" if word in WITH else ""
    if not case:
        return ""
    first = at + 1
    if case == "ins" and first < limit and is_lemma(tokens[first], DIAGNOSIS) and is_case(tokens[first], "ins"):
        first, case = first + 1 + (tokens[first + 1].text in '«“"'), "nom"
    head = next((i for i in range(first, min(limit, first + LONGEST)) if tokens[i].words & ILLNESSES), None)
    if (
        head is None
        or not any(r.case == case for r in tokens[head].readings)
        or not all(_agrees(t, case) for t in tokens[first:head])
    ):
        return ""
    return measures.text(clause, first, measures.span(clause, head)[1] if case != "nom" else head + 1)


def _agrees(token: Token, case: str) -> bool:
    return token.best.pos == "ADJ" and any(r.case == case for r in token.readings)


def _of_sentence_before(clause: Clause, memory: Memory) -> str:
    """Return the one illness that the sentence before names, in the nominative; "" where it names none or several."""
    if clause.index == 0:
        return ""
    sentence = memory.document.sentences[clause.index - 1]
    if ILLNESSES.isdisjoint(sentence.words):
        return ""
    heads = [i for i, t in enumerate(sentence.tokens) if t.words & ILLNESSES]
    if len(heads) != 1:
        return ""
    before, first = Clause(sentence, clause.index - 1, 0, len(sentence.tokens), "ru"), heads[0]
    cases = {r.case for r in sentence.tokens[first].readings}
    while first > 0 and sentence.tokens[first - 1].best.pos == "ADJ" and _shares(sentence.tokens[first - 1], cases):
        first -= 1
    last = heads[0] + 1
    while last < before.last and sentence.tokens[last].best.pos == "NOUN" and is_case(sentence.tokens[last], "gen"):
        last += 1  # рак желудка
    return nominative(sentence.tokens[first:last], "ru").lower()


def _shares(token: Token, cases: set[str]) -> bool:
    return any(r.case in cases for r in token.readings)
