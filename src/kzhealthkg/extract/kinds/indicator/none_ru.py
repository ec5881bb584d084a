"""Cases of which there were none: не выявлено ни одного случая кори."""

from __future__ import annotations

from decimal import Decimal

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.status_ru import denied
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.model import Mention, Quantity, Token

CASES = lexicon.words("kinds.indicator.none_ru", "cases")
FOUND = lexicon.words("kinds.indicator.none_ru", "found")
ONE = frozenset(lexicon.words("kinds.indicator.none_ru", "one"))
RATES = lexicon.words("kinds.indicator.none_ru", "rates")
UNFOUND = frozenset((*CASES, *RATES))
"""What may not have been found: its words mark a clause that has no figure."""
AMONG = frozenset(lexicon.words("kinds.indicator.none_ru", "among"))
"""Среди прибывших случаев не выявлено: none of a few, which says nothing of where it was."""
ABSENT = frozenset(lexicon.words("kinds.indicator.none_ru", "absent"))
NOT_EVEN = frozenset(lexicon.words("kinds.indicator.none_ru", "not_even"))
REACH = 4
"""Words in which "not one" stands before the cases, and a figure that counts them."""


def none(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the cases that a denied predicate says were not found, as a count of zero."""
    if clause.words.isdisjoint(UNFOUND) or not clause.words.isdisjoint(AMONG):
        return []
    if not any(_denies(clause, t) for t in clause.tokens):
        return []
    at = next((i for i in range(clause.first, clause.last) if _is_none(clause, i)), None)
    return [] if at is None else _told(clause, at, memory)


def _denies(clause: Clause, token: Token) -> bool:
    """Не зарегистрировано, не было, нет; not чтобы не допустить."""
    told = token.best.form in ("past", "perf") and is_lemma(token, *FOUND) and denied(clause, token)
    return told or token.norm in ABSENT


def _is_none(clause: Clause, at: int) -> bool:
    """Ни одного случая кори, летальных исходов; not 12 случаев, случаи."""
    token, tokens = clause.sentence.tokens[at], clause.sentence.tokens
    if is_lemma(token, *RATES):
        return _unregistered(clause, at)
    if not (is_lemma(token, *CASES) and is_case(token, "gen")):
        return False
    before = {t.norm for t in tokens[max(clause.first, at - REACH) : at]}
    if not NOT_EVEN.isdisjoint(before) and not ONE.isdisjoint(before):
        return True
    return token.best.plural and not any(0 <= at - m.last < REACH for m in clause.mentions("number", "percent"))


def _unregistered(clause: Clause, at: int) -> bool:
    """Материнская смертность не зарегистрирована: the rate itself is the subject of a denied participle."""
    behind = clause.sentence.tokens[at + 1 : clause.last]
    verb = next((t for t in behind if t.best.form == "perf" and is_lemma(t, *FOUND) and denied(clause, t)), None)
    return verb is not None and any(r.case == "nom" for r in clause.sentence.tokens[at].readings)


def _told(clause: Clause, at: int, memory: Memory) -> list[Draft]:
    """Return the draft of none of the cases whose noun stands at a position."""
    first, last = measures.span(clause, at)
    tokens = clause.sentence.tokens
    first = next((i + 1 for i in range(at - 1, first - 1, -1) if tokens[i].norm in ONE), first)
    if clause.mentions("number", "percent", first=first, last=last) or not _of_health(clause, first, last):
        return []
    rate = is_lemma(tokens[at], *RATES)
    said = clause.text(first, last) if rate else counted_names.plural_ru(tokens[first:last], at - first)
    zero = Mention("number", at, at + 1, tokens[at].start, tokens[at].end, Quantity(Decimal(0)), "nom")
    return [rates.drafted(clause, "indicator-none-ru", (said, first), zero, memory)]


def _of_health(clause: Clause, first: int, last: int) -> bool:
    """Случаи кори; not случаи хищения в больнице: a word of illness, not of a house, says what cases they are."""
    return any(measures.sorts(clause, i) & ILLNESSES for i in range(first, last))


ILLNESSES = frozenset({"rate", "health", "illness", "diagnosis"})
