"""Works listed below a line that ends in a colon: Амбулаториялар мына ауылдарда салынады: …"""

from __future__ import annotations

import re

from kzhealthkg import gazetteer
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause, forms
from kzhealthkg.extract.clause.themes import PARTICIPLE, group_end
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention, PlaceValue, Sentence
from kzhealthkg.model.frozen import frozen

LONGEST = 14
"""Words in the longest line that is an item."""
REACH = 16
"""Lines in the longest list."""
NAME = re.compile(r"[А-ЯӘҒҚҢӨҰҮҺІЁ][а-яәғқңөұүһіё-]{2,}")


@frozen
class _List:
    """What the line above a list says of each item."""

    facility: Mention
    work_type: str
    status: str


def work_list(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the works that one line of a list of places tells; [] where the clause is no such line."""
    if clause.first or not memory.listed or not _is_item(clause.sentence):
        return []
    above = _heading(clause.index, memory)
    told = _told(clause, above, memory) if above is not None else None
    if told is None:
        return []
    return [_draft(clause, told, place, start, end, memory) for place, start, end in _places(clause.sentence)]


def _is_item(sentence: Sentence) -> bool:
    return len(sentence.tokens) <= LONGEST and not any(
        m.type in ("facility", "money", "person") for m in sentence.mentions
    )


def _heading(index: int, memory: Memory) -> int | None:
    """Return the number of the line with the colon that opens the list that a line belongs to."""
    sentences = memory.document.sentences
    for at in range(index - 1, max(-1, index - REACH), -1):
        if sentences[at].tokens[-1].text == ":":
            return at
        if not _is_item(sentences[at]):
            return None
    return None


def _told(clause: Clause, above: int, memory: Memory) -> _List | None:
    heading = memory.document.sentences[above]
    facilities = [m for m in heading.mentions if m.type == "facility" and not m.value.name and m.value.count is None]
    if len(facilities) != 1:
        return None
    whole = Clause(heading, above, 0, len(heading.tokens) - 1, clause.language)
    cue = next(iter(hits("works", whole)), None) or _closing(clause, memory)
    said = _status(cue) if cue is not None else ""
    return _List(facilities[0], str(cue.frame.slots["workType"]), said) if cue is not None and said else None


def _status(cue: Hit) -> str:
    """Пайдалануға берілген ауылдар: a participle says it itself."""
    last = group_end(cue)
    bound = last if forms(cue.clause.sentence.tokens[last - 1]) & PARTICIPLE else None
    return status(cue.clause, cue.last - 1, bound)


def _closing(clause: Clause, memory: Memory) -> Hit | None:
    """The verb may close the last item: … ауылында бой көтереді."""
    sentences = memory.document.sentences
    for at in range(clause.index, min(len(sentences), clause.index + REACH)):
        if not _is_item(sentences[at]):
            return None
        found = next(
            iter(hits("works", Clause(sentences[at], at, 0, len(sentences[at].tokens), clause.language))), None
        )
        if found is not None:
            return found
    return None


def _places(sentence: Sentence) -> list[tuple[PlaceValue, int, int]]:
    """Return the settlements of an item, with their spans: said as such, or names known in the district beside them."""
    settled = [m for m in sentence.mentions if m.type == "place" and m.value.level in SETTLEMENTS]
    districts = [m for m in sentence.mentions if m.type == "place" and m.value.level == "district" and m.value.code]
    own = districts[0] if len(districts) == 1 else None
    if settled or own is None:
        return [(_inside(m, own, sentence), m.start, m.end) for m in settled]
    names = [t for i, t in enumerate(sentence.tokens) if not own.first <= i < own.last and NAME.fullmatch(t.text)]
    found = ((_known(t.text, own.value), t.start, t.end) for t in names)
    return [(place, start, end) for place, start, end in found if place is not None]


def _inside(mention: Mention, district: Mention | None, sentence: Sentence) -> PlaceValue:
    """Return a settlement as one of the district that its line names: Z ауданы Жаңа Y ауылында."""
    place: PlaceValue = mention.value
    if district is None or place.code[:4] == district.value.code[:4]:
        return place
    before = sentence.tokens[mention.first - 1 : mention.first]
    apart = district.last < mention.first and bool(before) and before[0].text[0].isupper()
    name = f"{before[0].text} {place.name}" if apart else place.name
    said = PlaceValue(name, place.level, district.value.region, district.value.name)
    return _known(name, district.value) or said


def _known(name: str, district: PlaceValue) -> PlaceValue | None:
    inside = [p for p in gazetteer.lookup(name) if p.code[:4] == district.code[:4] and p.level in SETTLEMENTS]
    if not inside:
        return None
    villages = [p for p in inside if p.level != "rural_okrug"]
    code = villages[0].code if len(villages) == 1 else ""
    return PlaceValue(name, "village", district.region, district.name, code)


def _draft(clause: Clause, told: _List, place: PlaceValue, start: int, end: int, memory: Memory) -> Draft:
    draft = Draft("Works", {"workType": told.work_type, "status": told.status}, start, end, "works-list")
    kind = told.facility.value.type
    draft.say("facilityType", kind if kind != "medical-facility" else "")
    say_place(draft, place)
    return roles.finish(draft, clause, memory)
