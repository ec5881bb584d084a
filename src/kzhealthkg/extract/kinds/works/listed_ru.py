"""Works told line by line in Russian: each line of a list is a member of what its heading says."""

from __future__ import annotations

from kzhealthkg.extract.clause.status_ru import FINITE
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.places_ru import places_of
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.back_ru import SITE
from kzhealthkg.extract.kinds.works.drafts_ru import end_of

LIST_REACH = 12
LINE = 12


def listed(clause: Clause, memory: Memory) -> list[Draft]:
    """ФАПы появятся в сёлах: – A, – B: each line of the list is a member of what its heading says."""
    latest = memory.last_draft("Works", within=LIST_REACH, sentence=clause.index)
    heading = heading_of(clause, memory) if latest is not None and not clause.first else None
    if latest is None or heading is None or latest.sentence < heading:
        return []
    places = places_of(clause.whole)
    if len(places) != 1:
        return []
    if not latest.slots.get("facilityType") or "facility" in latest.slots or latest.sentence == clause.index:
        return []
    if latest.sentence == heading and "count" not in latest.slots:
        memory.drafts.remove(latest)
    kept = {k: v for k, v in latest.slots.items() if k not in (*SITE, "amount", "percent")}
    draft = Draft("Works", kept, clause.tokens[0].start, end_of(clause.whole), latest.rule)
    draft.say("facilityType", latest.slots["facilityType"])
    say_place(draft, places[0])
    draft.sentence = clause.index
    return [draft]


def heading_of(clause: Clause, memory: Memory) -> int | None:
    """Return the sentence that ends in a colon above a line, with nothing but lines without a verb between."""
    for index in range(clause.index, max(-1, clause.index - LIST_REACH), -1):
        tokens = memory.document.sentences[index].tokens
        if index < clause.index and tokens[-1].text == ":":
            return index
        if len(tokens) > LINE or any(t.best.form in FINITE for t in tokens):
            return None
    return None
