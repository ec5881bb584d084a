"""A village that an article has placed and names again without its district, or in the district named just before."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kzhealthkg.model import Mention, PlaceValue

OPEN: Final = frozenset({"village", "town"})
BACK: Final = 2
"""Sentences between a district and a village in it, at most."""


def as_told_before(found: list[list[Mention]]) -> list[list[Mention]]:
    """X ауданының Y ауылында …. Y ауылындағы …: a village that is named again is the one that the text has placed."""
    if not any(m.value.level in OPEN for said in found for m in said):
        return found
    found = [[_in_district(m, _last_district(found, at, m)) for m in said] for at, said in enumerate(found)]
    told: dict[tuple[str, str], list[PlaceValue]] = {}
    for mention in (m for said in found for m in said if m.value.code and m.value.level in OPEN):
        told.setdefault((mention.value.name, mention.value.level), []).append(mention.value)
    same = {key: values[0] for key, values in told.items() if len({v.code for v in values}) == 1}
    return [[_placed_again(m, same.get((m.value.name, m.value.level))) for m in said] for said in found]


def _placed_again(mention: Mention, told: PlaceValue | None) -> Mention:
    if told is None or mention.value.code or mention.value.region not in ("", told.region):
        return mention
    return replace(mention, value=told)


def _last_district(found: list[list[Mention]], at: int, mention: Mention) -> PlaceValue | None:
    """Return the district that the sentence, or the ones just before it, named last before a village."""
    if mention.value.level not in OPEN or mention.value.code:
        return None
    near = [m for said in found[max(0, at - BACK) : at] for m in said]
    near += [m for m in found[at] if m.last <= mention.first]
    return next((m.value for m in reversed(near) if m.type == "place" and m.value.level == "district"), None)


def _in_district(mention: Mention, district: PlaceValue | None) -> Mention:
    """Қордай ауданына барды. Олар Масаншы ауылындағы …: of several villages of a name the one in that district."""
    if district is None or not district.code:
        return mention
    inside = [code for code in mention.value.candidates if code.startswith(district.code[:4])]
    if len(inside) != 1 or mention.value.region not in ("", district.region):
        return mention
    value = replace(mention.value, code=inside[0], candidates=(), district=district.name, region=district.region)
    return replace(mention, value=value)
