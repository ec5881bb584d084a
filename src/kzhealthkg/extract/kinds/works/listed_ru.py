"""Works told line by line in Russian: each line of a list is a member of what its heading says."""

from __future__ import annotations

from typing import Any

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.status_ru import FINITE
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.places_ru import places_of
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.back_ru import SITE
from kzhealthkg.extract.kinds.works.drafts_ru import end_of
from kzhealthkg.model import PlaceValue, Sentence

LIST_REACH = 12
LINE = 12


def listed(clause: Clause, memory: Memory) -> list[Draft]:
    """ФАПы появятся в сёлах: – A, – B: each line of the list is a member of what its heading says."""
    latest = memory.last_draft("Works", within=LIST_REACH, sentence=clause.index)
    heading = heading_of(clause, memory) if latest is not None and not clause.first else None
    if latest is None or heading is None or latest.sentence < heading:
        return []
    places = places_of(clause.whole)
    sort = latest.slots.get("facilityType") or in_places(memory.document.sentences[heading])
    if not places or not sort or "facility" in latest.slots or latest.sentence == clause.index:
        return []
    if latest.sentence == heading and "count" not in latest.slots:
        memory.drafts.remove(latest)
    kept = {k: v for k, v in latest.slots.items() if k not in (*SITE, "amount", "percent")}
    return [_member(clause, latest, kept, place) for place in places]


def _member(clause: Clause, latest: Draft, kept: dict[str, Any], place: PlaceValue) -> Draft:
    draft = Draft("Works", dict(kept), clause.tokens[0].start, end_of(clause.whole), latest.rule)
    draft.say("facilityType", latest.slots.get("facilityType"))
    say_place(draft, place)
    draft.sentence = clause.index
    return draft


def in_places(heading: Sentence) -> bool:
    """Новые медобъекты введены в сёлах: say whether a heading ends in a word for several places."""
    tokens = heading.tokens
    return len(tokens) > LEAST and tokens[-1].text == ":" and tokens[-2].norm in PLACES


LEAST = 3
PLACES = frozenset(lexicon.words("kinds.works.listed_ru", "places"))


def heading_of(clause: Clause, memory: Memory) -> int | None:
    """Return the sentence that ends in a colon above a line, with nothing but lines without a verb between."""
    for index in range(clause.index, max(-1, clause.index - LIST_REACH), -1):
        tokens = memory.document.sentences[index].tokens
        if index < clause.index and tokens[-1].text == ":":
            return index
        if len(tokens) > LINE or any(t.best.form in FINITE for t in tokens):
            return None
    return None
