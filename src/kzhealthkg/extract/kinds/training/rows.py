"""So many who learned in each place or year: Мәскеуде – 2, Лондонда – 4 дәрігер оқыды."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg.extract.clause import beside
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention


def in_a_row(hit: Hit, draft: Draft) -> list[Draft]:
    """Мәскеуде – 2, Лондонда – 4 дәрігер, 2021 жылы 20, 2022 жылы 35 маман оқыды: so many in each place or year."""
    numbers = hit.clause.mentions("number", last=hit.first)
    keys = beside.keys(hit.clause, numbers)
    return [_counted_at(draft, number, key) for number, key in zip(numbers, keys, strict=True)] if keys else []


def _counted_at(draft: Draft, number: Mention, key: Mention) -> Draft:
    other = ("date", "due") if key.type == "date" else ("place", "placeCode", "region")
    slots = {k: v for k, v in draft.slots.items() if k not in ("count", "bound", *other)}
    made = replace(draft, slots=slots, start=key.start, used=set())
    roles.quantity(made, "count", number)
    if key.type == "date":
        made.say("date", key.value.edtf)
    else:
        say_place(made, key.value)
    return made
