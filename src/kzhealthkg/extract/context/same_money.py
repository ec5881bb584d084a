"""Whose money "this money" is: на эти деньги построят три больницы, бұл қаржыға 3 аурухана салынады."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.money_source import own_source
from kzhealthkg.extract.draft import Draft

THIS = frozenset(lexicon.words("extract.context.same_money", "this"))
MONEY = lexicon.words("extract.context.same_money", "money")
BACK = 2
"""Sentences from what is told of this money to the giving of it, at most."""


def with_this_money(drafts: list[Draft], clause: Clause, memory: Memory) -> list[Draft]:
    """Return what a clause tells, from whose money it is where the sentence before tells of giving that money."""
    if not drafts or THIS.isdisjoint(clause.sentence.words) or not _points(clause):
        return drafts
    _paid_with_it(drafts, clause, memory)
    if clause.index == 0:
        return drafts
    told = memory.last_draft("Funding", within=BACK, sentence=clause.index)
    sentence = memory.document.sentences[clause.index - 1]
    before = Clause(sentence, clause.index - 1, 0, len(sentence.tokens), clause.language)
    source = told.slots.get("source") if told is not None else own_source(before)[0]
    for draft in drafts:
        draft.inherit("source", source or "")
    return drafts


def _paid_with_it(drafts: list[Draft], clause: Clause, memory: Memory) -> None:
    """Выделено M, на эти средства закупили 40 аппаратов: the sum just given for nothing told is what they cost."""
    told = memory.last_draft("Funding", within=1, sentence=clause.index)
    if told is None or len(drafts) != 1 or "purpose" in told.slots or "facility" in told.slots:
        return
    if "count" in drafts[0].slots and "amount" not in drafts[0].slots:
        drafts[0].take_over(told, "amount", "currency")


def _points(clause: Clause) -> bool:
    """Say whether a clause speaks of this money: [на] эти деньги, бөлінген қаржыға."""
    return any(a.norm in THIS and is_lemma(b, *MONEY) for a, b in pairwise(clause.whole.tokens))
