"""What a Russian noun says is lacking, and how much of it: дефицит санитарных машин – 14 единиц, потребность в аппаратах – 40."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
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

LACKS = frozenset(lexicon.words("kinds.procurement.lacks_ru", "lacks"))
EQUATING = lexicon.words("kinds.procurement.lacks_ru", "equating")
OVER_THAT = lexicon.words("kinds.procurement.lacks_ru", "over_that")
OVER = lexicon.words("kinds.procurement.lacks_ru", "over")

RULE = "procurement-need-ru"
REACH = 4
"""Words between a thing and how many of it are lacking, at most: сегодня составляет более."""


def lacking_goods(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the things of which a noun tells that so many are lacking."""
    if clause.language != "ru" or LACKS.isdisjoint(clause.words) or clause.says(*OVER):
        return []
    tokens = clause.sentence.tokens
    at = next(i for i in range(clause.first, clause.last) if not LACKS.isdisjoint(tokens[i].words))
    if tokens[at].best.case != "nom" or any(t.best.form == "past" for t in clause.tokens):
        return []
    first = at + 1 + (at + 1 < clause.last and tokens[at + 1].norm in IN)
    found = [p for p in goods.things(clause, first=first) if p.first == first and is_known(p)]
    number = _number(clause, found[0]) if found else None
    return [_draft(clause, replace(found[0], count=number), number, memory)] if number is not None else []


def _number(clause: Clause, item: Phrase) -> Mention | None:
    """Return the figure that a dash or a verb of amounting equates with a lack, with nothing but a unit behind it."""
    tokens = clause.sentence.tokens
    for number in clause.mentions("number", first=item.last):
        between = tokens[item.last : number.first]
        equal = any(t.text in DASHES or is_lemma(t, *EQUATING) for t in between)
        at = number.last + (number.last < clause.last and is_lemma(tokens[number.last], *UNITS))
        return number if equal and len(between) <= REACH and (at >= clause.last or tokens[at].text in ".,;") else None
    return None


def _draft(clause: Clause, item: Phrase, number: Mention, memory: Memory) -> Draft:
    tokens = clause.sentence.tokens
    draft = Draft("Procurement", {}, tokens[item.first].start, tokens[number.last - 1].end, RULE)
    item_names.name(draft, item, memory)
    roles.quantity(draft, "count", number)
    if any(is_lemma(t, *OVER_THAT) for t in tokens[item.last : number.first]):
        draft.slots.setdefault("bound", "atLeast")
    draft.say("status", "needed")
    return roles.finish(draft, clause, memory, near=number.first)
