"""Закупили 17 машин, на них выделили M; 17 көлік алынды, оларға M бөлінді: money for what the sentence has just counted."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft

THEM_KK = frozenset(lexicon.words("kinds.funding.of_goods", "them_kk"))
THEM_RU = frozenset(lexicon.words("kinds.funding.of_goods", "them_ru"))
THIS_KK = frozenset(lexicon.words("kinds.funding.of_goods", "this_kk"))
AIM = lexicon.words("kinds.funding.of_goods", "aim")
IT = frozenset(lexicon.words("kinds.funding.of_goods", "it"))
COST = "funding-cost"
ON = frozenset(lexicon.words("kinds.funding.of_goods", "on"))
OPENING = 3
"""Words in which a clause points to what was counted."""
MORE = frozenset(lexicon.words("kinds.funding.of_goods", "more"))
PAID = frozenset({"allocated", "completed"})


def untold(told: list[Draft], clause: Clause, memory: Memory) -> list[Draft]:
    """Return the sums of a clause, without the one that what the sentence has just counted, or bought, cost: it goes there."""
    if len(told) != 1 or not clause.first or not MORE.isdisjoint(clause.words):
        return told
    costs = told[0].rule.startswith(COST) and not IT.isdisjoint(t.norm for t in clause.tokens[:OPENING])
    planned = told[0].slots.get("status") == "planned"
    if not costs and (not _points(clause) or not (planned or told[0].slots.get("status") in PAID)):
        return told
    near = [d for d in memory.recent(0, clause.index) if d.sentence == clause.index and (costs or "count" in d.slots)]
    kinds = ("Procurement",) if costs else ("Procurement", "Works")
    goods = [
        d
        for d in near
        if d.kind in kinds and (costs or d.slots.get("status") == ("planned" if planned else "completed"))
    ]
    if len(goods) != 1 or "amount" in goods[0].slots:
        return told
    thing, money = goods[0], told[0]
    thing.take_over(money, "amount", "currency", "source")
    thing.say("bound", money.slots.get("bound"))
    thing.cover(money.start, money.end)
    return []


def _points(clause: Clause) -> bool:
    """Say whether a clause opens with a word for what was counted: на них, на их закупку, оларға."""
    opening = [t.norm for t in clause.tokens[:OPENING]]
    if clause.language == "kk":
        aims = len(opening) > 1 and opening[0] in THIS_KK and opening[1].startswith(AIM)
        return aims or not THEM_KK.isdisjoint(opening[:1])
    return any(a in ON and b in THEM_RU for a, b in pairwise(opening))
