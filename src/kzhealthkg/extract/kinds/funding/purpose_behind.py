"""What money is for, said behind the sum: 5 млрд теңге емхана салуға бөлінді."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.kinds.funding.purpose import Purpose, aims, at_place, read_kk
from kzhealthkg.model import Mention

NAMES = frozenset(lexicon.words("kinds.funding.purpose_behind", "names"))

REST = frozenset(lexicon.words("kinds.funding.purpose_behind", "rest"))


def behind(clause: Clause, money: Mention, last: int, skip: tuple[int, int]) -> Purpose | None:
    """Return what the words between a sum and the next one, the rest, or the verb at ``last``, say that it is for."""
    tokens, first = clause.sentence.tokens, money.last
    while first < last and tokens[first].norm in NAMES:
        first += 1
    last = next((i for i in range(first, last) if tokens[i].norm in REST), last)
    while last > first and (tokens[last - 1].text == "," or tokens[last - 1].best.pos in ("CCONJ", "ADV")):
        last -= 1
    if last <= first or not aims(tokens[last - 1]) or at_place(clause, last - 1):
        return None
    if any(t.best.pos == "VERB" and t.best.form in ("past", "pres", "fut") for t in tokens[first:last]):
        return None  # M бөлінді, …: the words behind the verb are of something else
    held = {i for m in clause.mentions("facility", "place", "date") for i in range(m.first, m.last)}
    if any(aims(tokens[i]) and i not in held for i in range(first, last - 1)):
        return None
    return read_kk(replace(clause, first=first), last, skip)
