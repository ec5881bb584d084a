"""What a thing told just before was bought for, and from whose money: её купили за 520 млн; ол бюджет есебінен алынды."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import hits
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import events, money_source, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import PLACED, Draft
from kzhealthkg.extract.kinds.goods import goods

IT = frozenset(lexicon.words("kinds.procurement.paid_again", "it"))
THINGS = ("Procurement", "Service")
TOLD = (*THINGS, "Works", "Capacity", "Staffing", "Mission", "Visit")
NEAR = 2
"""Sentences back to the thing that "it" is."""


def paid_again(clause: Clause, memory: Memory) -> list[Draft]:
    """Add the price and the source to the purchase told just before; return the purchase of a thing that has started."""
    if clause.tokens[0].norm not in IT or not memory.told_any(*THINGS):
        return []
    told = memory.last_draft(*TOLD, within=NEAR, sentence=clause.index)
    if told is None or told.kind not in THINGS or not _bought(clause) or goods.things(clause):
        return []
    money, source = clause.mentions("money"), money_source.source(clause)[0]
    beside = [d for d in memory.recent(NEAR, clause.index) if d.kind == told.kind and d.sentence == told.sentence]
    if len(money) > 1 or len(beside) > 1 or not (money or source) or told.slots.get("status") != "completed":
        return []  # томограф пен ангиограф алынды; олар …: of which of them it is told is not known
    bought = told if told.kind == "Procurement" else _of_service(told, clause)
    for sum_ in [] if "amount" in bought.slots else money:
        roles.quantity(bought, "amount", sum_)
        bought.used.add(sum_.start)
    bought.inherit("source", source)
    return [] if bought is told else [roles.finish(bought, clause, memory)]


def _bought(clause: Clause) -> bool:
    """Say whether a clause tells of buying that is done."""
    found = [hit for hit in hits("procurement", clause) if "buy" in hit.frame.name]
    return any(events.said(hit) == "completed" for hit in found)


def _of_service(told: Draft, clause: Clause) -> Draft:
    """МРТ іске қосылды. Оны 700 млн теңгеге сатып алды: the thing that works now, as one that was bought."""
    last = clause.tokens[-1].end
    draft = Draft("Procurement", {"item": told.slots["item"]}, clause.tokens[0].start, last, "procurement-paid-again")
    draft.say("status", "completed")
    draft.take_over(told, "facility", "region", *PLACED)
    return draft
