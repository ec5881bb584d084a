"""So many things that a sum is needed, foreseen or given for: на 40 машин нужно 900 млн, 40 көлікке 900 млн теңге қажет."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import hits
from kzhealthkg.extract.clause.heads import headed
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import money_source, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.funding import status_kk, status_ru
from kzhealthkg.extract.kinds.goods import item_names
from kzhealthkg.extract.kinds.procurement.no_things import no_thing
from kzhealthkg.extract.kinds.procurement.others import SECTORS
from kzhealthkg.model import Mention

FOR = frozenset(lexicon.words("kinds.procurement.paid_for", "for"))
NO_THINGS = lexicon.words("kinds.procurement.paid_for", "no_things")
RULE = "procurement-paid-for"


def paid_for(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the counted things that the one sum of a clause is for, where nothing is said to be done with them."""
    sums = clause.named.get("money", [])
    if len(sums) != 1 or "number" not in clause.named or "funding" not in clause.cues:
        return []
    items = [p for p in headed(clause, "items") if p.count is not None and _is_aim(p, sums[0])]
    status = _status(clause) if len(items) == 1 else ""
    return [_draft(items[0], sums[0], status, memory)] if status else []


def _is_aim(item: Phrase, money: Mention) -> bool:
    """На 40 машин, 40 көлікке right before the sum: more than one thing, no bed, nothing of another sector."""
    clause, tokens, count = item.clause, item.clause.sentence.tokens, item.count
    if count is None or count.value.value < FEWEST or is_lemma(tokens[item.head], *NO_THINGS) or no_thing(item):
        return False
    if any(t.norm.startswith(SECTORS) for t in tokens[item.first : item.last]):
        return False
    if clause.language == "ru":
        before = count.first - 1 - (tokens[count.first - 1].best.pos == "ADV")
        return before >= clause.first and tokens[before].norm in FOR and count.last <= item.first
    return tokens[item.head].best.case == "dat" and item.last == money.first


FEWEST = 2


def _status(clause: Clause) -> str:
    told = status_ru.given_status if clause.language == "ru" else status_kk.given_status
    able = (h for h in hits("funding", clause) if not h.frame.options.keys() & {"cost", "total", "comes", "sourced"})
    return next(filter(None, (told(hit) for hit in able)), "")


def _draft(item: Phrase, money: Mention, status: str, memory: Memory) -> Draft:
    clause = item.clause
    draft = Draft("Procurement", {}, item.start, clause.sentence.tokens[clause.last - 1].end, RULE)
    item_names.name(draft, item, memory)
    if item.count is not None:
        roles.quantity(draft, "count", item.count)
    bound = draft.slots.get("bound")
    roles.quantity(draft, "amount", money)
    if bound is None:
        draft.drop("bound")
    draft.say("status", status)
    draft.say("source", money_source.source(clause)[0])
    return roles.finish(draft, clause, memory)
