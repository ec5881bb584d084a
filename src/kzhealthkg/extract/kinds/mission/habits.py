"""What a team could do, or a house does every year: nobody on a mission has done it."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.kinds.mission.teams import guests


def able(hit: Hit) -> bool:
    """Поезд может принять до 150 человек: how many a team is able to see it has not seen."""
    if hit.clause.language != "ru" or not hit.frame.options.get("treat"):
        return False
    before = hit.clause.sentence.tokens[max(hit.clause.first, hit.first - ABLE_REACH) : hit.first]
    return any(is_lemma(t, *ABLE) and t.best.form != "past" for t in before)


ABLE = lexicon.words("kinds.mission.habits", "able")


ABLE_REACH = 4
"""Words from a word of being able to what is done, at most."""


def staff_of_house(hit: Hit) -> bool:
    """Обслуживать жителей района будут 80 медиков: how many are there for people are staff, unless they have come."""
    serves = hit.clause.language == "ru" and hit.verb.best.lemma == SERVE and hit.verb.best.form in ("inf", "pres")
    return serves and not guests(hit.clause)


SERVE = lexicon.words("kinds.mission.habits", "serve")[0]


def of_a_year(hit: Hit) -> bool:
    """Биыл орталықта 1900 ота жасалды: what a house did in a year is no doing of those who came to it."""
    dates = [m for m in hit.clause.mentions("date") if len(m.value.edtf) == YEAR]
    house = any(m.case == "loc" for m in hit.clause.mentions("facility"))
    return bool(hit.frame.options.get("treated") and dates) and house and not guests(hit.clause)


YEAR = 4
