"""How many there are for so many people, or for each one, in Russian: на 10 тысяч населения приходится 38 врачей."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.per import is_per, per_first
from kzhealthkg.extract.clause.predicate_ru import will_be
from kzhealthkg.extract.clause.status_ru import denied
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.extract.figures.counted_heads import head_ru
from kzhealthkg.extract.kinds.indicator.stock_told import counted
from kzhealthkg.extract.kinds.indicator.stocks import THINGS, is_countable
from kzhealthkg.model import Mention

REACH = 5
"""Words from what is counted per to the verb, at most."""
ONE = frozenset(lexicon.words("kinds.indicator.per_head_ru", "one"))
PEOPLE = THINGS | {"people"}


def per_head(hit: Hit, memory: Memory) -> list[Draft]:
    """Return the figures behind the verb, of what there is for so many, or for each, of those told before it."""
    clause = hit.clause
    if "pres" not in hit.verb.forms or denied(clause, hit.verb) or will_be(clause):
        return []
    first, sorts = _for_so_many(hit), THINGS
    if first is None:
        first, sorts = _for_one(hit, memory), PEOPLE
    told = [_told(hit, m, first, sorts, memory) for m in _figures(hit)] if first is not None else []
    return [draft for draft in told if draft is not None]


def _figures(hit: Hit) -> list[Mention]:
    """Return the figures right behind the verb: 28 врачей и 67 медсестёр."""
    tokens, found = hit.clause.sentence.tokens, list[Mention]()
    for figure in hit.clause.mentions("number", first=hit.last):
        if found:
            joined = tokens[figure.first - 1].norm in LIST_SIGNS and figure.first - found[-1].last <= REACH
        else:
            joined = figure.first - hit.last in (0, 1)
        if not joined:
            break
        found.append(figure)
    return found


def _for_so_many(hit: Hit) -> int | None:
    """На 10 тысяч населения: return where the words begin of how many people it is for, None for none."""
    clause = hit.clause
    near = (m for m in clause.mentions("number", last=hit.first) if m.first and is_per(clause, m))
    return next((per_first(clause, m) for m in near if 0 < hit.first - m.last <= REACH), None)


def _for_one(hit: Hit, memory: Memory) -> int | None:
    """На одного врача: return where the words begin of the one of the staff it is for, None for none."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    near = range(max(clause.first, hit.first - REACH - 1), hit.first - 1)
    first = next((i for i in near if tokens[i].norm == "на" and tokens[i + 1].norm in ONE), None)
    staff = first is not None and any("staff" in measures.sorts(clause, i) for i in range(first, hit.first))
    return first if staff and measures.near_health(clause, memory) else None


def _told(hit: Hit, figure: Mention, first: int, sorts: frozenset[str], memory: Memory) -> Draft | None:
    clause = hit.clause
    head = head_ru(clause, figure)
    if head is None or not is_countable(clause, head, sorts, memory):
        return None
    named = str(counted(clause, figure, head, hit.frame.name, memory).slots.get("measure", ""))
    said = clause.text(first, hit.first)
    measure = f"{named} ({said[:1].lower()}{said[1:]})"
    return rates.drafted(clause, hit.frame.name, (measure, figure.first), figure, memory) if named else None
