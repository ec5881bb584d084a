"""Rooms, departments and beds inside one facility, which are no stock."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import area_words
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory

INNER = lexicon.words("kinds.indicator.rooms", "inner")
BEDS = lexicon.words("kinds.indicator.rooms", "beds")


def inner(clause: Clause, head: int, memory: Memory) -> bool:
    """Нысанда 14 кабинет бар, в стационаре 18 отделений: the rooms and the beds of one facility are no stock."""
    noun = clause.sentence.tokens[head]
    if not is_lemma(noun, *INNER):
        single = [m for m in clause.mentions("facility", last=head) if not m.value.plural and m.case == "loc"]
        return is_lemma(noun, *BEDS) and bool(single) and "place" not in clause.named
    single = [m for m in clause.mentions("facility") if not m.value.plural]
    built = memory.last_draft("Works", within=2, sentence=clause.index)  # аурухана салынып жатыр. Онда 12 бөлімше …
    spoken = memory.facility_just_before(clause.index) is not None or (built is not None and "count" not in built.slots)
    return bool(single) or (spoken and "place" not in clause.named and not _in_area(clause))


def _in_area(clause: Clause) -> bool:
    """Облыста 40 инсульт бөлімшесі бар, в регионе 40 отделений: the departments of an area lie in many houses."""
    area = area_words(clause.language)
    return any(t.best.case in ("loc", "locadj") and not area.isdisjoint(t.words) for t in clause.tokens)
