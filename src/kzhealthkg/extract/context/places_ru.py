"""The places of a Russian clause that something can stand in: settlements with the districts they lie in."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import FOREIGN
from kzhealthkg.model import Mention, PlaceValue

LIGHT = frozenset(lexicon.words("extract.context.places_ru", "light"))
AWAY = frozenset(lexicon.words("extract.context.places_ru", "away"))

SAME = 4
"""A settlement lies in the district that its KATO code begins with."""


def places_of(clause: Clause) -> list[PlaceValue]:
    """Return the settlements or districts that a clause names."""
    return inside(clause, candidates(clause))


def between(clause: Clause, first: int, last: int) -> list[PlaceValue]:
    """Return those between two tokens of a clause."""
    return inside(clause, [m for m in candidates(clause) if first <= m.first and m.last <= last])


def candidates(clause: Clause) -> list[Mention]:
    """Return the places of a clause that something can stand in."""
    held = clause.mentions("person", "post", "organization", "programme")
    found = [m for m in clause.mentions("place") if m.value.level not in FOREIGN and m.case != "seat"]
    found = [m for m in found if not any(h.first <= m.first and m.last <= h.last for h in held)]
    return [m for m in found if _before(clause, m) not in AWAY]


def _before(clause: Clause, mention: Mention) -> str:
    return clause.sentence.tokens[mention.first - 1].norm if mention.first > clause.first else ""


def inside(clause: Clause, found: list[Mention]) -> list[PlaceValue]:
    """Fold each settlement with the district that it lies in; a whole district stands for itself."""
    towns = [m for m in found if m.value.level in SETTLEMENTS]
    districts = [m for m in found if m.value.level == "district"]
    if not towns:
        return [m.value for m in _in_a_row(clause, districts)] or _oblasts(found)
    towns = _in_a_row(clause, towns)
    if len(towns) == 1 and _unknown_beside(clause, towns[0]):
        return [m.value for m in districts if len(districts) == 1]
    return [_with_district(m, districts) for m in towns]


def _in_a_row(clause: Clause, towns: list[Mention]) -> list[Mention]:
    """Of towns that make no list (в селе A сельской зоны города B) only the first is where a thing stands."""
    covered = {i for m in clause.mentions("place", "number", "facility") for i in range(m.first, m.last)}
    for left, right in pairwise(towns):
        between = [clause.sentence.tokens[i] for i in range(left.last, right.first) if i not in covered]
        if _again_in(clause, right):
            continue
        if not between or any(t.best.pos in ("NOUN", "VERB") and t.norm not in LIGHT for t in between):
            return towns[:1]
    return towns


def _again_in(clause: Clause, town: Mention) -> bool:
    """…, в селе B: a place with its own preposition behind a sign is a member of the list."""
    tokens, at = clause.sentence.tokens, town.first
    return at >= 2 and tokens[at - 1].norm in IN and tokens[at - 2].text in (",", "и", "–", "—", "-")


def _unknown_beside(clause: Clause, town: Mention) -> bool:
    """Of a list that holds names nobody knows, one that is known is not the place of the whole."""
    tokens = clause.sentence.tokens
    after = tokens[town.last : town.last + 2]
    before = tokens[max(clause.first, town.first - 2) : town.first]
    listed = len(after) == 2 and after[0].text in (",", "и") and after[1].text.istitle()
    following = len(before) == 2 and before[1].text in (",", "и") and before[0].text[0].isupper()
    held = [
        m for m in clause.mentions("place") if m is not town and (m.first == town.last + 1 or m.last == town.first - 1)
    ]
    return (listed or following) and not held


def _oblasts(found: list[Mention]) -> list[PlaceValue]:
    """Several oblasts are a list of their own; a single one says the region without being asked."""
    return [m.value for m in found] if len({m.value.region for m in found}) > 1 else []


def _with_district(town: Mention, districts: list[Mention]) -> PlaceValue:
    value: PlaceValue = town.value
    near = [d for d in districts if _holds(d.value, value)] or (
        districts if len(districts) == 1 and not value.code else []
    )
    if value.district or not near:
        return value
    return replace(value, district=near[0].value.name, region=value.region or near[0].value.region)


def _holds(district: PlaceValue, town: PlaceValue) -> bool:
    return bool(town.code) and town.code[:SAME] == district.code[:SAME]
