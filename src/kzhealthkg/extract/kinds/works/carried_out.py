"""Repairs that open their clause, before where they are carried out: күрделі жөндеу 12 ауруханада жүргізілді."""

from __future__ import annotations

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.context import events
from kzhealthkg.model import Mention


def carried_out_at(hit: Hit) -> list[Mention]:
    """Return the facilities behind a repair that opens its clause, in which it is carried out."""
    repair = hit.frame.options.get("noun") and hit.frame.slots["workType"] == "repair" and not hit.verb.best.form
    opens = hit.first - hit.clause.first <= OPENING
    found = hit.clause.mentions("facility", first=hit.last) if repair and opens else []
    inside = [m for m in found if m.case == "loc" and hit.clause.last - m.last <= VERB_REACH]
    return events.listed([m for m in found if m.last <= inside[-1].last], hit.clause) if inside else []


OPENING = 2
"""Words before the noun of a repair that opens its clause, at most: биыл күрделі."""
VERB_REACH = 4
"""Words from where a repair is carried out to the end of its clause, at most."""
