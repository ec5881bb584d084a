"""Beds and staff that a Russian sentence counts without a verb: сегодня в больнице 415 коек и 900 сотрудников."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import sizes
from kzhealthkg.extract.figures.figures import counted, known
from kzhealthkg.extract.kinds.capacity.not_whole import of_profile
from kzhealthkg.model import FacilityValue, Mention

OPENING = frozenset(lexicon.words("kinds.capacity.verbless_ru", "opening"))
BEDS = Stems(lexicon.words("kinds.capacity.verbless_ru", "beds"))
OTHERWISE = frozenset(lexicon.words("kinds.capacity.verbless_ru", "otherwise"))
Figure = tuple[Mention, int, str]


def verbless(clause: Clause, memory: Memory) -> tuple[FacilityValue | None, list[Figure]]:
    """Return the facility, and the figures with the noun that each counts and its unit; staff alone only in a facility named."""
    if clause.language != "ru" or not clause.opens(BEDS):
        return None, []
    clause = _pointing(clause)
    if any(t.best.pos == "VERB" and t.best.form != "part" for t in clause.tokens):
        return None, []
    found = [f for number in clause.mentions("number") if (f := _figure(clause, number)) is not None]
    bare = not any(t.norm in OTHERWISE for t in clause.tokens)  # 5 врачей из 40 – пенсионеры
    housed = bare and any(m.case == "loc" and not m.value.plural for m in clause.mentions("facility"))
    if (
        not found
        or not (housed or any(unit == "beds" for _, _, unit in found))
        or not _opens(clause, clause.mentions("number")[0].first)
    ):
        return None, []
    return _facility(clause, memory), found


def _figure(clause: Clause, number: Mention) -> Figure | None:
    for sort, unit in (("bed", "beds"), ("staff", "staff")):
        noun = counted(clause, number, sizes.words("ru", sort))
        if noun is not None and not of_profile(clause, number, noun[0]):
            return number, noun[0], noun[1] or unit
    return None


def _opens(clause: Clause, first: int) -> bool:
    """Сегодня в больнице, это, у нас: say whether nothing else stands before the first figure, or a colon does."""
    tokens = clause.sentence.tokens
    held = {i for m in clause.mentions("facility", "place", "date") for i in range(m.first, m.last)}
    if first and tokens[first - 1].text == ":":  # это крупнейшая клиника: 14 отделений, 415 коек
        return any(m.type == "facility" and m.last < first and not m.value.plural for m in clause.sentence.mentions)
    return first > clause.first and all(i in held or tokens[i].norm in OPENING for i in range(clause.first, first))


def _facility(clause: Clause, memory: Memory) -> FacilityValue | None:
    there = [m for m in clause.mentions("facility") if m.case == "loc"]
    if there:
        return known(memory, clause.sentence, there[0])
    named = [m for m in clause.mentions("facility") if m.value.name and m.case != "nom"]
    told = memory.spoken_of()
    if IT.isdisjoint(clause.words):
        return told if told is not None and told.name and not named else None
    before = [m for m in clause.sentence.mentions if m.type == "facility" and m.last < clause.first]
    if before:
        return None if before[-1].value.plural else known(memory, clause.sentence, before[-1])
    return told


def _pointing(clause: Clause) -> Clause:
    """Больницу отремонтировали, [теперь в ней 150 коек]: return the words behind a sign that point to the house before."""
    tokens = clause.sentence.tokens
    if IT.isdisjoint(clause.words):
        return clause
    pairs = enumerate(pairwise(clause.tokens), clause.first)
    at = next((i for i, (a, b) in pairs if a.norm in IN and b.norm in IT), clause.first)
    while at > clause.first and tokens[at - 1].norm in OPENING and tokens[at - 1].text not in SIGNS:
        at -= 1
    return replace(clause, first=at) if at > clause.first and tokens[at - 1].text in SIGNS else clause


SIGNS = frozenset(",;:")


IT = frozenset(lexicon.words("kinds.capacity.verbless_ru", "it"))
