"""The house in which a team works, told by the headline or by the sentence before: здесь прооперировали шесть пациентов."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import FacilityValue

HERE = frozenset(lexicon.words("kinds.mission.houses", "here"))
WHERE = frozenset({"facility", "place", "district"})
LEAD = 2
"""Sentences below the headline that go on with what it tells."""


def house_told(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Fill the facility of a mission, and the days, from what was told before it."""
    if WHERE & draft.slots.keys() or any(m.case in ("loc", "locadj") for m in clause.mentions("facility", "place")):
        return
    pointed = clause.says(*HERE)
    house = memory.facility_just_before(clause.index) if pointed else _based(clause, memory)
    house = house or _in_headline(clause, memory)
    if house is not None and house.name and not house.plural:
        draft.say("facility", house.name)
        say_place(draft, house.place)


def _based(clause: Clause, memory: Memory) -> FacilityValue | None:
    """Операции проходят на базе X. За день проведено восемь операций: the house on whose base it goes on."""
    if clause.language != "ru" or clause.index == 0:
        return None
    before = memory.document.sentences[clause.index - 1]
    houses = [m for m in before.mentions if m.type == "facility" and m.first and m.case == "gen"]
    based = [m.value for m in houses if is_lemma(before.tokens[m.first - 1], *BASE)]
    return based[0] if len(based) == 1 else None


BASE = lexicon.words("kinds.mission.houses", "base")


def _in_headline(clause: Clause, memory: Memory) -> FacilityValue | None:
    """В кардиоцентре консультировали столичные врачи. Приняли 80 пациентов: the only house that the headline works in."""
    title = memory.document.sentences[0]
    if clause.language != "ru" or not 0 < clause.index <= LEAD:
        return None
    heading = Clause(title, 0, 0, len(title.tokens), clause.language)
    houses = [m.value for m in heading.mentions("facility") if m.case == "loc"]
    return houses[0] if len(houses) == 1 and "mission" in heading.cues else None
