"""Whose doctors they are and where they went, told before what they did: дәрігерлер A ауданына барды. 340 адам қаралды."""

from __future__ import annotations

from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.mission.teams import organization, went_out
from kzhealthkg.extract.kinds.mission.travelled import GONE, journey
from kzhealthkg.extract.kinds.mission.where import reached_ru
from kzhealthkg.model import Mention, Sentence

BACK = 2
REACH = 3
DAY = 10
"""Characters of a day, the shortest date of a journey."""
WHERE = ("place", "district", "facility")


def take_journey(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Fill the body and the place of a mission from the journey that the sentences just before tell of."""
    sentences = memory.document.sentences
    if clause.language == "ru":
        _gone_before(draft, clause, memory)
    for at in range(clause.index - 1, max(-1, clause.index - 1 - BACK), -1):
        if clause.language == "kk" and journey(sentences[at]):
            whole = Clause(sentences[at], at, 0, len(sentences[at].tokens), clause.language)
            draft.inherit("organization", organization(whole, memory))
            if not any(m.type == "date" for m in clause.sentence.mentions):
                draft.inherit("date", _day(sentences[at]))
            reached = _reached(sentences[at])
            if reached and not any(slot in draft.slots for slot in WHERE):
                say_place(draft, reached[-1].value)


def _gone_before(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Из Астаны в Аягоз приехали врачи. Они осмотрели …: where the sentence before says that they went."""
    before = memory.document.sentences[clause.index - 1] if clause.index else None
    named = any(m.type in ("place", "facility") for m in clause.sentence.mentions)
    reached = reached_ru(before) if before is not None and not named and went_out(before) else []
    if len(reached) == 1 and not any(slot in draft.slots for slot in WHERE):
        say_place(draft, reached[0].value)


def _day(sentence: Sentence) -> str:
    """Return the day, or the days, on which a sentence says that somebody went, "" for none or several."""
    days = [m.value.behind or m.value.edtf for m in sentence.mentions if m.type == "date" and m.value.role == "date"]
    return str(days[0]) if len(days) == 1 and len(days[0]) >= DAY and "/.." not in days[0] else ""


def _reached(sentence: Sentence) -> list[Mention]:
    """Return the places to which a sentence says somebody went, where it names only one."""
    towns = [m for m in sentence.mentions if m.type == "place" and m.case == "dat" and _gone(sentence, m)]
    return towns if len(towns) == 1 else []


def _gone(sentence: Sentence, place: Mention) -> bool:
    return any(is_lemma(t, *GONE) for t in sentence.tokens[place.last : place.last + REACH])
