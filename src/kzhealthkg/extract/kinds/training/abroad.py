"""Where abroad staff learn: the countries that a clause names, and words for abroad."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import JOINING as JOINED
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import HOME
from kzhealthkg.extract.kinds.training import learners
from kzhealthkg.extract.kinds.training.came_ru import who_came
from kzhealthkg.model import Mention, PlaceValue

ABROAD = lexicon.words("kinds.training.abroad", "abroad")


def countries(clause: Clause) -> list[Mention]:
    """Return the countries abroad where those of a clause learn."""
    abroad = clause.mentions("place", "venue")  # Түркияда білімін жетілдірді: a country is no venue of a briefing
    found = [m for m in abroad if m.value.level == "country" and m.value.name not in HOME]
    left = [m for before in who_came(clause) for m in before.mentions("place") if m.value.level == "country"]
    back = clause.language == "ru" and clause.says(*RETURNING)  # вернулись со стажировки из Германии
    return (
        [m for m in found if (back or m.case != "abl") and not _whence(clause, m)] or left or _of_cities(clause, abroad)
    )


def _of_cities(clause: Clause, named: list[Mention]) -> list[Mention]:
    """Мюнхенде, Мюнхен мен Парижде оқыды: the countries of the cities abroad where those of a clause learn."""
    found: dict[str, Mention] = {}
    kept: Mention | None = None
    for city in reversed([m for m in named if m.value.level == "foreign"]):
        joined = kept is not None and kept.first == city.last + 1 and clause.sentence.tokens[city.last].norm in JOINING
        if city.case not in THERE and not joined:
            continue
        kept, country = city, _country_of(clause.language).get(city.value.name, "")
        if country:
            found.pop(country, None)
            found[country] = replace(city, value=PlaceValue(country, "country"))
    return list(found.values())[::-1]


THERE = frozenset({"loc", "dat"})
JOINING = frozenset({*JOINED, ","})


@cache
def _country_of(language: str) -> dict[str, str]:
    """Return the countries by the cities that lie in them, both in the language of a text."""
    rows = lexicon.table("countries")
    column = "ru" if language == "ru" else "kk"
    names = {row["kk"]: row[column] for row in rows}
    return {row[column]: names[row["country"]] for row in rows if row["country"]}


def _whence(clause: Clause, country: Mention) -> bool:
    """Врачи из Кореи и Турции проведут мастер-класс: where those who teach come from, and nobody learns there."""
    tokens = clause.sentence.tokens
    out = [i for i in range(clause.first + 1, country.first) if tokens[i].norm == OUT_OF]
    near = bool(out) and all(
        t.best.pos in ("PROPN", "NOUN", "ADJ", "CCONJ", "PUNCT") for t in tokens[out[-1] + 1 : country.first]
    )
    if clause.language != "ru":
        return _of_teachers(clause, country)
    if not near:
        return False
    teaches = clause.says(*TEACHING)
    return teaches and any(r.case == "nom" and r.pos == "NOUN" for r in tokens[out[-1] - 1].readings)


def _of_teachers(clause: Clause, country: Mention) -> bool:
    """Германия профессорлары 12 дәрігерді оқытты: right before those who teach stands where they are from."""
    behind = clause.sentence.tokens[country.last : country.last + 1]
    teachers = country.case in ("nom", "gen") and any(t.best.case == "nom" and t.best.possessive for t in behind)
    return teachers and clause.says(*learners.TEACHING)


OUT_OF = "из"
TEACHING = lexicon.words("kinds.training.abroad", "teaching")


RETURNING = lexicon.words("kinds.training.abroad", "returning")


def told(clause: Clause) -> bool:
    """Say whether a clause tells that somebody is abroad."""
    beyond = any(t.norm in BEYOND for t in clause.tokens)
    return (
        beyond or any(is_lemma(t, *ABROAD) and t.best.case == "loc" for t in clause.tokens) or bool(countries(clause))
    )


BEYOND = frozenset(lexicon.words("kinds.training.abroad", "beyond"))
