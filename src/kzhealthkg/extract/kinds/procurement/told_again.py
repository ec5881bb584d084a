"""Things told of before, and what is inside of them: no purchases of their own."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import chains
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.goods import item_names
from kzhealthkg.extract.kinds.procurement.purchased import KEYS
from kzhealthkg.model import Token

THEY = frozenset(lexicon.words("kinds.procurement.told_again", "they"))
SUCH = frozenset(lexicon.words("kinds.procurement.told_again", "such"))
POINTERS = frozenset(lexicon.words("kinds.procurement.told_again", "pointers"))
NEAR = 2
"""Sentences back to the things that a pronoun, a pointing word or their keys stand for."""


def in_them(hit: Hit, memory: Memory) -> bool:
    """Переданы машины. Они оснащены дефибрилляторами: what bought things have comes with them."""
    clause = hit.clause
    if "ins" not in hit.frame.options.get("cases", ()) or THEY.isdisjoint(clause.words):
        return False
    subject = any(t.norm in THEY for t in clause.sentence.tokens[clause.first : hit.first])
    told = memory.last_draft("Procurement", "Works", "Service", "Capacity", within=NEAR, sentence=clause.index)
    return subject and told is not None and told.kind == "Procurement" and "facility" not in clause.named


def told_again(item: Phrase, memory: Memory) -> bool:
    """Say whether a thing is one of those told of before, which nobody buys once more."""
    rules = (_pointed, _of_several, _keys, _such_again, _so_many)
    return any(rule(item, memory) for rule in rules)


def _of_several(item: Phrase, memory: Memory) -> bool:
    """Куплены рентген и маммограф. Оборудование установят в марте: several devices by a bare word for any of them."""
    tokens, index = item.clause.sentence.tokens, item.clause.index
    if item.count is not None or item.last - item.first > 1 or tokens[item.head].words.isdisjoint(ANY):
        return False
    told = [d for d in memory.recent(1, index) if d.kind == "Procurement" and d.sentence < index]
    return len({str(d.slots["item"]) for d in told if _is_device(d)}) > 1 and len(told) > 1


def _is_device(draft: Draft) -> bool:
    return not ANY & set(str(draft.slots["item"]).casefold().split()[-1:])


ANY = frozenset(lexicon.words("kinds.procurement.told_again", "any"))


def _so_many(item: Phrase, memory: Memory) -> bool:
    """Прибыли 40 тысяч масок. 40 тысяч масок передадут больницам: as many of what has just come, and no more of it."""
    clause = item.clause
    told = memory.last_draft("Procurement", within=1, sentence=clause.index) if item.count is not None else None
    if told is None or item.count is None or told.sentence == clause.index or told.slots.get("status") != "completed":
        return False
    if not MORE.isdisjoint(clause.words) or clause.mentions("place", "date", "money"):
        return False
    again = Draft("Procurement", {}, item.start, item.end, told.rule)
    roles.quantity(again, "count", item.count)
    item_names.name(again, item, memory)
    house = any(m.value.name for m in clause.mentions("facility"))
    return not house and all(told.slots.get(k) == again.slots.get(k) for k in ("item", "count"))


MORE = frozenset(lexicon.words("kinds.procurement.told_again", "more"))


def _pointed(item: Phrase, memory: Memory) -> bool:
    """Томограф алынды. Бұл аппарат орнатылып, …: "this thing" is the one that was just told."""
    if item_names.only_unit(item):
        return memory.last_draft("Procurement", within=NEAR, sentence=item.clause.index) is None
    edge = chains.left_edge(item)
    before = item.clause.sentence.tokens[edge - 1].norm if edge > item.clause.first else ""
    if before not in POINTERS or item.count is not None:
        return False
    if item.last - item.first == 1 and not item.clause.sentence.tokens[item.head].words.isdisjoint(ANY):
        return True
    return memory.last_draft("Procurement", "Service", within=NEAR, sentence=item.clause.index) is not None


def _keys(item: Phrase, memory: Memory) -> bool:
    """Көліктердің кілтін тапсырды: a ceremony for the things told of just before."""
    tokens = item.clause.sentence.tokens
    russian = item.clause.language == "ru"
    beside = tokens[max(0, item.first - 2) : item.first] if russian else tokens[item.last : item.last + 1]
    bare = item.count is None and item.last - item.first == 1 and any(is_lemma(t, *KEYS) for t in beside)
    return bare and memory.last_draft("Procurement", within=NEAR, sentence=item.clause.index) is not None


def _such_again(item: Phrase, memory: Memory) -> bool:
    """Подарили нам такую машину: one of those told of before, however far, where nobody else is said to get it."""
    if item.count is not None or item.clause.language != "ru" or item.clause.mentions("facility", "place"):
        return False
    tokens, head = item.clause.sentence.tokens, item.clause.sentence.tokens[item.head]
    such = any(not SUCH.isdisjoint(t.words) for t in tokens[max(0, item.first - 1) : item.head])
    return such and any(_is_one_of(head, str(d.slots["item"])) for d in memory.drafts if d.kind == "Procurement")


def _is_one_of(head: Token, item: str) -> bool:
    return not head.words.isdisjoint(item.lower().split())
