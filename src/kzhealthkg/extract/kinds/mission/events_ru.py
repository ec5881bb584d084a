"""The event in whose course a Russian team works: when, where and by whom it was held, told a little before."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.kinds.mission.teams import organization
from kzhealthkg.extract.kinds.mission.where import say_where
from kzhealthkg.model import Sentence

EVENTS = frozenset(lexicon.words("kinds.mission.events_ru", "events"))
HELD = frozenset(lexicon.words("kinds.mission.events_ru", "held"))
BACK = 4
"""Sentences and rows of a list from an event to what was done in its course, at most."""
DONE = frozenset({"patients", "operations"})
DAY = 10
"""Characters of a day, the shortest date of an event."""


def take_event(draft: Draft, clause: Clause, memory: Memory) -> None:
    """С 3 по 7 июня на базе больницы прошла неделя хирургии …: проведено 22 операции: fill when, where and whose team."""
    if clause.language != "ru" or not DONE & draft.slots.keys() or clause.mentions("date"):
        return
    if any(m.case != "abl" for m in clause.mentions("place")[:1]):  # пациентов из A, B и C районов
        return
    told = _team_told(clause, memory)
    if told is not None:
        draft.take_over(told, "organization", "date")
        if told.sentence == clause.index - 1 and "facility" in told.slots:
            draft.take_over(told, *LOCATED, "facility")
        return
    for at in range(clause.index - 1, max(-1, clause.index - 1 - BACK), -1):
        if _is_event(memory.document.sentences[at]):
            _take(draft, at, memory)
            return


def _team_told(clause: Clause, memory: Memory) -> Draft | None:
    """Бригада центра 4–6 июля работала в районах. За три дня осмотрено 468 человек: the team told just before."""
    latest = memory.last_draft("Mission", within=2, sentence=clause.index)
    if latest is None or latest.sentence == clause.index:
        return None
    plain = "organization" in latest.slots and not DONE & latest.slots.keys()
    return latest if plain or latest.rule.startswith("mission-crew") else None


def _take(draft: Draft, at: int, memory: Memory) -> None:
    sentence = memory.document.sentences[at]
    whole = Clause(sentence, at, 0, len(sentence.tokens), "ru")
    draft.inherit("organization", organization(whole, memory))
    if not {"place", "district", "facility"} & draft.slots.keys():
        there = draft.copy()
        there.drop(*LOCATED, "facility", "region")
        say_where(there, whole, memory)
        for slot in (*LOCATED, "facility"):
            draft.inherit(slot, there.slots.get(slot))
    days = [m.value.edtf for m in whole.mentions("date") if len(m.value.edtf) >= DAY]
    draft.inherit("date", days[0] if len(days) == 1 else "")


def _is_event(sentence: Sentence) -> bool:
    """Say whether a sentence tells that an event was held."""
    if EVENTS.isdisjoint(sentence.words) or HELD.isdisjoint(sentence.words):
        return False
    return not sentence.words.isdisjoint(EVENTS)
