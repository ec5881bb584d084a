"""A sum said once for all that a sentence tells of: построены 18 и отремонтированы 5 больниц на общую сумму M."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention, Sentence

PAID = frozenset({"Works", "Procurement"})
OVERALL = frozenset(lexicon.words("extract.context.overall", "overall"))
BACK = 3
"""Words from the one for the whole to the sum, at most: общей сметной стоимостью M."""


def share_no_sum(drafts: list[Draft], sentence: Sentence) -> None:
    """Take a sum said for all of several things off the one of them that has got it."""
    if len(drafts) > 1 and "money" in sentence.named:
        _of_several(drafts, sentence)
    if OVERALL.isdisjoint(sentence.words):
        return
    paid = [d for d in drafts if d.kind in PAID]
    sums = [m for m in sentence.mentions if m.type == "money" and _is_overall(sentence, m)]
    if len(sums) != 1 or any(d.start > sums[0].start for d in paid):
        return
    told = {d.slots.get("amount") for d in paid} - {None}
    if len(told) == 1 and (len({d.rule for d in paid}) > 1 or _counted_twice(sentence, sums[0])):
        for draft in paid:
            draft.drop("amount")


def _of_several(drafts: list[Draft], sentence: Sentence) -> None:
    """На M построят поликлинику и закупят томограф: a sum that opens a sentence is of all that is done for it."""
    sums = sentence.named["money"]
    paid = [d for d in drafts if d.kind in PAID]
    opens = len(sums) == 1 and sums[0].first <= OPENING and _for_it(sentence, sums[0])
    if any(t.best.form in PREDICATES for t in sentence.tokens[: sums[0].first]):
        return
    if not opens or len({d.kind for d in paid} | {d.rule for d in paid}) < SEVERAL:
        return
    having = [d for d in paid if "amount" in d.slots]
    if len(having) == 1 and all(d.start >= having[0].start for d in paid) and len({d.sentence for d in paid}) == 1:
        having[0].drop("amount")


def _for_it(sentence: Sentence, money: Mention) -> bool:
    """На 2 млрд, 2 млрд теңгеге: for so much."""
    before = sentence.tokens[max(0, money.first - 1)]
    return before.norm in FOR or (sentence.language != "ru" and sentence.tokens[money.last - 1].best.case == "dat")


FOR = frozenset(lexicon.words("extract.context.overall", "for"))
OPENING = 5
"""Words before a sum that opens its sentence, at most."""
SEVERAL = 3
"""Kinds and rules of several things that are done, together, at least."""


def _counted_twice(sentence: Sentence, money: Mention) -> bool:
    """Построены 18 новых и отремонтированы 5: two numbers with a predicate between them."""
    counted = [m for m in sentence.mentions if m.type == "number" and m.last <= money.first]
    between = sentence.tokens[counted[0].last : counted[-1].first] if len(counted) > 1 else ()
    return any(t.best.form in PREDICATES for t in between)


PREDICATES = frozenset({"perf", "past"})


def _is_overall(sentence: Sentence, money: Mention) -> bool:
    before = sentence.tokens[max(0, money.first - BACK) : money.first]
    return any(t.norm in OVERALL for t in before)
