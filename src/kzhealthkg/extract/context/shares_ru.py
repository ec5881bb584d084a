"""How many of a Russian total each of its places has: по пять в A и B, шесть – в C; в A (9) и B (6)."""

from __future__ import annotations

from kzhealthkg.extract.clause.figured_places import figured
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention, Quantity


def shares_of(clause: Clause, whole: Mention) -> dict[str, Quantity]:
    """По пять в A и B, шесть – в C: how many of a total each place has, by the place's code."""
    if behind := [(p, n) for p, n in figured(clause) if p.value.code and n.type == "number"]:
        return {place.value.code: number.value for place, number in behind}
    numbers = {m.last: m.value for m in clause.mentions("number", first=whole.last)}
    found: dict[str, Quantity] = {}
    share: Quantity | None = None
    for mention in clause.mentions("place", first=whole.last):
        before = next((numbers[i] for i in range(mention.first, mention.first - 4, -1) if i in numbers), None)
        each = before is not None and any(
            t.norm == "по" for t in clause.sentence.tokens[mention.first - 4 : mention.first]
        )
        share = before if before is not None else share
        if share is not None and mention.value.code:
            found[mention.value.code] = share
        share = share if each or before is None else None
    return found
