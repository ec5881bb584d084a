"""What a hospital does itself, told beside a team that went to a village."""

from __future__ import annotations

from typing import Final

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.mission_words import group
from kzhealthkg.extract.kinds.mission.teams import guests
from kzhealthkg.model import FacilityValue, Sentence

OF_VILLAGES: Final = frozenset({"", "medical-facility", "medical-point", "fap", "ambulatory"})
BACK = 2
"""Sentences before a clause in which a team has gone to a village."""


def of_the_house(hit: Hit, memory: Memory) -> bool:
    """Врачи побывали в селе. В больнице выполнено 510 операций: no house where a team of villages has been."""
    clause, start = hit.clause, hit.clause.sentence.tokens[0].start
    houses = [m for m in clause.mentions("facility") if m.case in ("loc", "nom") and m.value.type not in OF_VILLAGES]
    opens = houses and clause.sentence.tokens[houses[0].first].start - start <= OPENING and houses[0].last <= hit.first
    if not (hit.frame.options.get("treat") and opens) or guests(clause):
        return False
    near = memory.document.sentences[max(0, clause.index - BACK) : clause.index]
    return any(_village(s, clause.language) for s in near) and not any(_names(s, houses[0].value) for s in near)


OPENING = 5
"""Letters before the house that a sentence opens with: в, во, а в."""


def _village(sentence: Sentence, language: str) -> bool:
    return not sentence.words.isdisjoint(group("village", language))


def _names(sentence: Sentence, house: FacilityValue) -> bool:
    return any(m.type == "facility" and m.value.type == house.type for m in sentence.mentions)
