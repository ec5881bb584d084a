"""A village that an article has placed and names again without its district."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kzhealthkg.model import Mention, PlaceValue

OPEN: Final = frozenset({"village", "town"})


def as_told_before(found: list[list[Mention]]) -> list[list[Mention]]:
    """X ауданының Y ауылында …. Y ауылындағы …: a village that is named again is the one that the text has placed."""
    told: dict[tuple[str, str], list[PlaceValue]] = {}
    for mention in (m for said in found for m in said if m.value.code and m.value.level in OPEN):
        told.setdefault((mention.value.name, mention.value.level), []).append(mention.value)
    same = {key: values[0] for key, values in told.items() if len({v.code for v in values}) == 1}
    return [[_placed_again(m, same.get((m.value.name, m.value.level))) for m in said] for said in found]


def _placed_again(mention: Mention, told: PlaceValue | None) -> Mention:
    fits = told is not None and not mention.value.code and told.code in (*mention.value.candidates, told.code)
    region = mention.value.region if told is not None else ""
    return replace(mention, value=told) if fits and region in ("", told.region) else mention
