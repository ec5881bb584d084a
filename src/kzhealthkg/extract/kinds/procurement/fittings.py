"""What is inside of things that were bought, and things told of again: no purchases of their own."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Token

THEY = frozenset(lexicon.words("kinds.procurement.fittings", "they"))
SUCH = frozenset(lexicon.words("kinds.procurement.fittings", "such"))
NEAR = 2
"""Sentences back to the things that a pronoun stands for."""


def in_them(hit: Hit, memory: Memory) -> bool:
    """Переданы машины. Они оснащены дефибрилляторами: what bought things have comes with them."""
    clause = hit.clause
    if "ins" not in hit.frame.options.get("cases", ()) or THEY.isdisjoint(clause.words):
        return False
    subject = any(t.norm in THEY for t in clause.sentence.tokens[clause.first : hit.first])
    told = memory.last_draft("Procurement", "Works", "Service", "Capacity", within=NEAR, sentence=clause.index)
    return subject and told is not None and told.kind == "Procurement" and not clause.mentions("facility")


def such_again(item: Phrase, memory: Memory) -> bool:
    """Подарили нам такую машину: one of those told of before, however far, where nobody else is said to get it."""
    if item.count is not None or item.clause.language != "ru" or item.clause.mentions("facility", "place"):
        return False
    tokens, head = item.clause.sentence.tokens, item.clause.sentence.tokens[item.head]
    such = any(not SUCH.isdisjoint(t.words) for t in tokens[max(0, item.first - 1) : item.head])
    return such and any(_is_one_of(head, str(d.slots["item"])) for d in memory.drafts if d.kind == "Procurement")


def _is_one_of(head: Token, item: str) -> bool:
    return not head.words.isdisjoint(item.lower().split())
