"""Sums that each one gets, and no money that is given: кредит в размере M, на каждого жителя M."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.kinds.funding.guards import CHEAP, EACH_AT_MOST
from kzhealthkg.model import Mention


def of_each_ru(clause: Clause, money: Mention) -> bool:
    """Кредит в размере 1500 МРП (M тенге), выплата в размере M: what each one gets is no sum given."""
    tokens = clause.sentence.tokens
    if any(t.norm in RATED for t in tokens[max(clause.first, money.first - CONVERTED) : money.first]):
        return True
    if money.value.value < CHEAP and any(t.norm in EACH_RU for t in tokens[clause.first : money.first]):
        return True  # на каждого жителя выделяют 1900 тенге
    if any(a.norm == "на" and b.norm in EACH_RU for a, b in pairwise(tokens[clause.first : money.first])):
        return True  # на одного пациента уходит M
    small = money.value.value <= EACH_AT_MOST and clause.says(*SIZES)
    return small and any(t.norm.startswith(PAYMENTS_RU) for t in clause.tokens)


EACH_RU = frozenset(lexicon.words("kinds.funding.each_ru", "each_ru"))
CONVERTED = 4
"""Words from so many monthly indices to what they come to, at most."""
RATED = frozenset(lexicon.words("kinds.funding.each_ru", "rated"))
SIZES = lexicon.words("kinds.funding.each_ru", "sizes")
PAYMENTS_RU = lexicon.words("kinds.funding.each_ru", "payments_ru")
