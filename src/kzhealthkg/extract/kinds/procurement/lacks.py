"""What a noun says is lacking, and how much of it: дефицит машин – 14 единиц, көлік тапшылығы 14 бірлікті құрайды."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import light
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.goods import goods, item_names
from kzhealthkg.extract.kinds.goods.bare_counts import UNITS
from kzhealthkg.extract.kinds.goods.known import is_known
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

LACKS = frozenset(lexicon.words("kinds.procurement.lacks", "lacks"))
LACKS_KK = frozenset(lexicon.words("kinds.procurement.lacks", "lacks_kk"))
EQUATING = lexicon.words("kinds.procurement.lacks", "equating")
OVER_THAT = lexicon.words("kinds.procurement.lacks", "over_that")
OVER = lexicon.words("kinds.procurement.lacks", "over")

REACH = 4
"""Words between a thing and how many of it are lacking, at most: сегодня составляет более."""


def lacking_goods(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the things of which a noun tells that so many are lacking."""
    words = LACKS if clause.language == "ru" else LACKS_KK
    if words.isdisjoint(clause.words) or clause.says(*OVER) or any(t.best.form == "past" for t in clause.tokens):
        return []
    tokens = clause.sentence.tokens
    at = next(i for i in range(clause.first, clause.last) if not words.isdisjoint(tokens[i].words))
    item = (_lacking_ru if clause.language == "ru" else _lacking_kk)(clause, at)
    number = _number(clause, item, at) if item is not None else None
    return (
        [_draft(clause, replace(item, count=number), number, memory)] if item is not None and number is not None else []
    )


def _lacking_ru(clause: Clause, at: int) -> Phrase | None:
    """Дефицит санитарных машин, потребность в аппаратах: the thing right behind the noun."""
    tokens = clause.sentence.tokens
    first = at + 1 + (at + 1 < clause.last and tokens[at + 1].norm in IN)
    found = (p for p in goods.things(clause, first=first) if p.first == first and is_known(p))
    return next(found, None) if tokens[at].best.case == "nom" else None


def _lacking_kk(clause: Clause, at: int) -> Phrase | None:
    """Көліктердің тапшылығы, аппараттарға қажеттілік: the thing right before the noun."""
    nominative = clause.sentence.tokens[at].best.case in ("nom", "")
    found = (p for p in goods.things(clause, last=at) if p.last == at and is_known(p))
    return next(found, None) if nominative else None


def _number(clause: Clause, item: Phrase, at: int) -> Mention | None:
    """Return the figure that a dash or a verb of amounting equates with a lack, with nothing but a unit behind it."""
    tokens, begin = clause.sentence.tokens, max(item.last, at + 1)
    for number in clause.mentions("number", first=begin):
        between, end = tokens[begin : number.first], number.last
        end += end < clause.last and is_lemma(tokens[end], *UNITS, *light())
        equating = end < clause.last and is_lemma(tokens[end], *EQUATING)
        equal = equating or any(t.text in DASHES or is_lemma(t, *EQUATING) for t in between)
        closed = end + equating >= clause.last or tokens[end + equating].text in ".,;"
        return number if equal and len(between) <= REACH and closed else None
    return None


def _draft(clause: Clause, item: Phrase, number: Mention, memory: Memory) -> Draft:
    tokens = clause.sentence.tokens
    draft = Draft(
        "Procurement",
        {},
        tokens[item.first].start,
        tokens[number.last - 1].end,
        f"procurement-need{'-ru' * (clause.language == 'ru')}",
    )
    item_names.name(draft, item, memory)
    roles.quantity(draft, "count", number)
    if any(is_lemma(t, *OVER_THAT) for t in tokens[item.last : number.first]):
        draft.slots.setdefault("bound", "atLeast")
    draft.say("status", "needed")
    return roles.finish(draft, clause, memory, near=number.first)
