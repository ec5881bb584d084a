"""How many there are for so many people, in Russian: на 10 тысяч населения приходится 38 врачей."""

from __future__ import annotations

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.per import is_per
from kzhealthkg.extract.clause.predicate_ru import will_be
from kzhealthkg.extract.clause.status_ru import denied
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import rates
from kzhealthkg.extract.figures.counted_heads import head_ru
from kzhealthkg.extract.kinds.indicator.stock_told import counted
from kzhealthkg.extract.kinds.indicator.stocks import THINGS, is_countable
from kzhealthkg.model import Mention

REACH = 5
"""Words from what is counted per to the verb, at most."""


def per_head(hit: Hit, memory: Memory) -> list[Draft]:
    """Return the figure right behind the verb, of what there is for so many of those told before it."""
    clause = hit.clause
    numbers = clause.mentions("number")
    told = "pres" in hit.verb.forms and not denied(clause, hit.verb) and not will_be(clause)
    per = next((m for m in numbers if told and m.first and is_per(clause, m) and 0 < hit.first - m.last <= REACH), None)
    figure = next((m for m in numbers if m.first - hit.last in (0, 1)), None)
    head = head_ru(clause, figure) if per is not None and figure is not None else None
    if per is None or figure is None or head is None or not is_countable(clause, head, THINGS, memory):
        return []
    named = str(counted(clause, figure, head, hit.frame.name, memory).slots.get("measure", ""))
    return [_draft(hit, f"{named} ({_words(clause, per, hit)})", figure, memory)] if named else []


def _words(clause: Clause, per: Mention, hit: Hit) -> str:
    said = clause.text(per.first - 1, hit.first)
    return said[:1].lower() + said[1:]


def _draft(hit: Hit, measure: str, figure: Mention, memory: Memory) -> Draft:
    return rates.drafted(hit.clause, hit.frame.name, (measure, figure.first), figure, memory)
