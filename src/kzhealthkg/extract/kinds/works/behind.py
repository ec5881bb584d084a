"""Houses that each have their place behind them: амбулатория A ауылында, медпункт B ауылында салынды."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.sites import place_list
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.model import Mention, PlaceValue

LEVELS = frozenset({*SETTLEMENTS, "district"})


def places_behind(hit: Hit, mention: Mention) -> list[PlaceValue] | None:
    """Return the places between a house and the next one, or the cue; None where places do not stand behind houses."""
    clause = hit.clause
    houses = clause.mentions("facility", last=hit.first)
    sites = [m for m in clause.mentions("place", last=hit.first) if m.value.level in LEVELS and m.case != "abl"]
    if not sites or all(m.first != mention.first for m in houses):
        return None
    if len(houses) < 2:
        return _right_behind(hit, mention, sites)
    if sites[0].first < houses[0].last or sites[-1].first < houses[-1].last or sites[-1].case != "loc":
        return None
    end = next((m.first for m in houses if m.first >= mention.last), hit.first)
    own = [m for m in sites if mention.last <= m.first and m.last <= end]
    if not own:
        return None
    stop = own[-1].last
    several = place_list(replace(clause, first=own[0].first, last=stop), replace(own[-1], first=stop, last=stop + 1))
    return several or [own[-1].value]


def _right_behind(hit: Hit, mention: Mention, sites: list[Mention]) -> list[PlaceValue] | None:
    """A мен B ауылдарында, үш медпункт C ауданында салынады: behind a comma a house has the place that follows it."""
    tokens, at = hit.clause.sentence.tokens, mention.first - 1
    while at > hit.clause.first and tokens[at].best.pos in ("NUM", "ADJ"):
        at -= 1
    own = [m for m in sites if m.first == mention.last and m.last == hit.first and m.case == "loc"]
    apart = at > hit.clause.first and tokens[at].text == "," and sites[0].last <= at
    return [own[0].value] if own and apart else None
