"""Districts in brackets behind the villages that lie in them: A және B (X ауданы), C (Y ауданы) ауылдарында."""

from __future__ import annotations

from typing import Final

from kzhealthkg.annotate.marks import PLACE_TYPE
from kzhealthkg.annotate.places.forms import TypeWord, type_word
from kzhealthkg.annotate.places.names import OPEN_LEVELS, name_before
from kzhealthkg.annotate.places.units import Unit, separator
from kzhealthkg.model import Token

AREAS: Final = frozenset({"district", "oblast", "city"})


def with_districts(tokens: tuple[Token, ...], found: list[Unit]) -> list[Unit]:
    """Return the units with villages that stand before a district in brackets, which is where they lie."""
    areas = {u.last: u for u in found if u.level in AREAS and u.case == "nom" and _bracketed(tokens, u)}
    if not areas:
        return found
    units = _typed(tokens, found, areas)
    for i in [i for i, token in enumerate(tokens) if token.marks & PLACE_TYPE and i and tokens[i - 1].text == ")"]:
        word = type_word(tokens[i].norm)
        if word is not None and word.position == "after" and word.level in OPEN_LEVELS:
            units += _before(tokens, i, word, areas)
    governors = [u.governor for u in units]
    return [u for u in units if not any(u is g and u.last in areas for g in governors)]


def beside_districts(tokens: tuple[Token, ...], found: list[Unit]) -> list[Unit]:
    """… и Жанаоткель (Y район): a bare known name right before a district in brackets is a village in it."""
    areas = [u for u in found if u.level == "district" and _bracketed(tokens, u)]
    if not areas:
        return found
    known = {unit.last: unit for unit in found if not unit.level}
    areas = [area for area in areas if known.get(area.first - 1)]
    for area in areas:
        unit = known[area.first - 1]
        unit.level, unit.head, unit.governor, unit.last = "village", "before", area, area.last + 1
    return [unit for unit in found if not any(unit is area for area in areas)]


def _bracketed(tokens: tuple[Token, ...], unit: Unit) -> bool:
    """Say whether brackets hold a unit and nothing else."""
    return (
        unit.first > 0
        and tokens[unit.first - 1].text == "("
        and tokens[unit.last : unit.last + 1] != ()
        and (tokens[unit.last].text == ")")
    )


def _typed(tokens: tuple[Token, ...], found: list[Unit], areas: dict[int, Unit]) -> list[Unit]:
    """A ауылында (X ауданы), A мен B ауылдарында (X ауданы), сёла A и B (X район): villages with their noun before."""
    ends = {unit.last: unit for unit in found if unit.level in OPEN_LEVELS and unit.head in ("after", "before")}
    for last, area in areas.items():
        unit, tail = ends.get(area.first - 1), last + 1
        while unit is not None and unit.governor is None:
            unit.governor, unit.last, tail = area, max(unit.last, tail), 0
            unit = _listed_before(tokens, unit, ends)
    return found


def _listed_before(tokens: tuple[Token, ...], unit: Unit, ends: dict[int, Unit]) -> Unit | None:
    """Return the unit that a sign of a list parts from another, where one noun is said of both."""
    sign = unit.first - 1
    if (
        sign < 1
        or not separator(tokens[sign])
        or type_word(tokens[sign - 1].norm)
        or type_word(tokens[unit.first].norm)
    ):
        return None
    return ends.get(sign)


def _before(tokens: tuple[Token, ...], at: int, word: TypeWord, areas: dict[int, Unit]) -> list[Unit]:
    """Return the villages before one noun in the plural, each list with the district in the brackets behind it."""
    made: list[Unit] = []
    end, last = at, at + word.words
    while end > 0 and tokens[end - 1].text == ")" and (area := areas.get(end - 1)) is not None:
        at, stop = area.first - 1, last
        while name := name_before(tokens, at, word.level):
            made.append(Unit(name[0], stop, name[1], word.level, word.case, governor=area, head="after"))
            at = stop = name[0] - 1
            if at < 1 or not (word.plural and separator(tokens[at])) or tokens[at - 1].text == ")":
                break
        end = last = at
        if at < 1 or not (word.plural and separator(tokens[at])):
            break
    return made
