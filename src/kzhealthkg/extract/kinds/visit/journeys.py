"""General journeys of those who govern: аким посетил район, әкім қалаға келді, where nothing of health is told."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.officials import in_office, in_other_ministry
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.near_health import near_health, of_all_sectors

TOLD = 2
"""Sentences in which what is seen on a journey is told: its own and the next."""
IN_COURSE = "visit-journey-ru"
"""The rule of в ходе поездки в A."""
OUTSIDE = frozenset({"deputy", "prosecutor", "ambassador"})
SOCIAL = lexicon.words("kinds.visit.journeys", "social")


def on_health(made: list[Draft], hit: Hit, memory: Memory) -> list[Draft]:
    """Return the visits to a place by who governs only where its sentence, or the one behind, tells of health."""
    if not made or any({"facility", "stop"} & d.slots.keys() for d in made):
        return made
    if hit.frame.name == IN_COURSE and _of_meeting(hit):
        return []
    told = hit.frame.name == IN_COURSE  # очереди мы увидели в ходе поездки, сказал депутат
    if not all(_is_general(str(d.slots["person"]), memory, alone=told) for d in made):
        return made
    at = hit.clause.index
    return made if near_health(at, at + TOLD, memory) and not _of_welfare(at, memory) else []


def _is_general(name: str, memory: Memory, *, alone: bool) -> bool:
    """Say whether somebody has to do with all sectors, or, unless ``alone``, with another than health."""
    if of_all_sectors(name, memory):
        return True
    return not alone and (in_office(name, memory, OUTSIDE) or in_other_ministry(name, memory))


def _of_welfare(index: int, memory: Memory) -> bool:
    """Посетил район, где обсудил вопросы жилья: what is told of the journey is of no house of health."""
    near = memory.document.sentences[index : index + TOLD]
    return not any("facility" in s.named for s in near) and any(
        t.norm.startswith(SOCIAL) for s in near for t in s.tokens
    )


def _of_meeting(hit: Hit) -> bool:
    """В ходе поездки в A провёл совещание: a meeting is no visit."""
    sentence = hit.clause.sentence
    return "facility" not in sentence.named and any(t.norm.startswith(MEETINGS) for t in sentence.tokens)


MEETINGS = lexicon.words("kinds.visit.journeys", "meetings")
