"""Doctors of one town who see the people of another: врачи Костаная осмотрели жителей Аркалыка."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import AND
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.mission_words import group
from kzhealthkg.extract.kinds.mission.staff_words import is_staff
from kzhealthkg.model import Mention

NATIONAL = frozenset(lexicon.words("kinds.mission.two_towns", "national"))
LEVELS = frozenset({*SETTLEMENTS, "district"})
REACH = 3
"""Words from a town to its people in Kazakh, at most: Арқалықтың 240 тұрғынын."""


def of_two_towns(clause: Clause) -> bool:
    """Say whether the specialists of one town, or of a centre of the country, have seen the people of another town."""
    named = clause.mentions("place") if "place" in clause.named and "number" in clause.named else []
    seen = [m for m in named if m.value.level in LEVELS and m.case == "gen" and _has_people(clause, m)]
    if not seen:
        return False
    homes = [m for m in named if m is not seen[-1] and _has_staff(clause, m)]
    far = any(m.value.name != seen[-1].value.name and m.value.level in SETTLEMENTS for m in homes)
    return far or _of_country(clause)


def _has_people(clause: Clause, town: Mention) -> bool:
    tokens, people = clause.sentence.tokens, group("patient", clause.language)
    if clause.language == "ru":
        at = town.first - 1
        return at > clause.first and is_lemma(tokens[at], *people)
    return any(is_lemma(t, *people) for t in tokens[town.last : min(clause.last, town.last + REACH)])


def _has_staff(clause: Clause, town: Mention) -> bool:
    """Врачи Костаная, Қостанай дәрігерлері: say whether specialists stand beside their town."""
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        before = tokens[town.first - 1 : town.first] if town.first > clause.first else ()
        return town.case in ("gen", "") and any(is_staff(t, "ru") and t.best.case == "nom" for t in before)
    behind = tokens[town.last : town.last + 1]
    plain = town.case in ("nom", "gen", "") and (town.first == 0 or tokens[town.first - 1].norm not in AND)
    return plain and any(is_staff(t, "kk") and t.best.case in ("nom", "") for t in behind)


def _of_country(clause: Clause) -> bool:
    """Специалисты НЦ онкологии: specialists of a centre of the whole country, by its short name."""
    tokens = clause.sentence.tokens[clause.first : clause.last]
    return clause.language == "ru" and any(is_staff(a, "ru") and b.norm in NATIONAL for a, b in pairwise(tokens))
