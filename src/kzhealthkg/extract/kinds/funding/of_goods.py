"""Закупили 17 машин, на них выделили M; 17 көлік алынды, оларға M бөлінді: money for what the sentence has just counted."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
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
GIVEN = frozenset({"allocated", "completed", "planned"})


def untold(told: list[Draft], clause: Clause, memory: Memory) -> list[Draft]:
    """Return the sums of a clause, without the one that what the sentence has just counted, or bought, cost: it goes there."""
    if len(told) != 1 or not clause.first or not MORE.isdisjoint(clause.words):
        return told
    money, costs = told[0], _costs(told[0], clause)
    if not (costs or ((_points(clause) or of_means(clause)) and money.slots.get("status") in GIVEN)):
        return told
    near = [d for d in memory.recent(0, clause.index) if d.sentence == clause.index]
    goods = [d for d in near if (_bought(d) if costs else _paid_by(d, money))]
    if len(goods) != 1 or "amount" in goods[0].slots:
        return told
    thing = goods[0]
    thing.take_over(money, "amount", "currency", "source")
    thing.say("bound", money.slots.get("bound"))
    thing.cover(money.start, money.end)
    if thing.slots.get("status") == "planned":
        thing.slots["status"] = "planned" if costs else money.slots["status"]
    return []


def _costs(money: Draft, clause: Clause) -> bool:
    """Купили томограф, он обошёлся в M: what the thing just bought has cost."""
    return money.rule.startswith(COST) and not IT.isdisjoint(t.norm for t in clause.tokens[:OPENING])


def _bought(draft: Draft) -> bool:
    return draft.kind == "Procurement"


def _paid_by(draft: Draft, money: Draft) -> bool:
    """Say whether money is for things counted or for one thing: what is done is paid, what is planned may be."""
    status, given = draft.slots.get("status"), money.slots.get("status")
    if draft.kind == "Works":
        return "count" in draft.slots and status == ("planned" if given == "planned" else "completed")
    named = "count" in draft.slots or (status == "planned" and not draft.plural)
    return (
        draft.kind == "Procurement"
        and named
        and (status == "completed" if given == "completed" else status in (given, "planned", "completed"))
    )


def of_means(clause: Clause) -> bool:
    """Томограф закупят, средства выделены: the clause opens with a word for the money."""
    opening = clause.sentence.tokens[clause.first : clause.first + 1]
    return any(is_lemma(t, *MEANS) and t.best.case in ("nom", "acc", "") for t in opening)


MEANS = lexicon.words("kinds.funding.of_goods", "means")


def _points(clause: Clause) -> bool:
    """Say whether a clause opens with a word for what was counted: на них, на их закупку, оларға."""
    opening = [t.norm for t in clause.tokens[:OPENING]]
    if clause.language == "kk":
        aims = len(opening) > 1 and opening[0] in THIS_KK and opening[1].startswith(AIM)
        return aims or not THEM_KK.isdisjoint(opening[:1])
    return any(a in ON and b in THEM_RU for a, b in pairwise(opening))
