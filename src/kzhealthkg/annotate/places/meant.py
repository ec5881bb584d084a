"""What a name of a place stands for: its object, its district and its region, by the words around it."""

from __future__ import annotations

from functools import lru_cache

from kzhealthkg import gazetteer
from kzhealthkg.annotate.places.datelines import is_city
from kzhealthkg.annotate.places.outside import special, special_row
from kzhealthkg.annotate.places.units import Unit
from kzhealthkg.gazetteer import Place
from kzhealthkg.model import PlaceValue


class Context:
    """What the words around a name say of where it lies."""

    def __init__(self, date: str | None, main: str, language: str = "kk") -> None:
        self.date = date
        self.era = gazetteer.era(date)
        self.main = main
        self.language = language
        self.region = ""

    def nearby(self) -> str:
        """Return the region that the sentence or, failing that, the article speaks of."""
        return self.region or self.main


def lies_in(code: str, above: str) -> bool:
    """Say whether an object lies in a district (four digits of the code) or a rural okrug (six)."""
    return code != above and code.startswith(above[:6] if above[4:6] != "00" else above[:4])


def resolve(unit: Unit, context: Context) -> PlaceValue:
    """Return what a name stands for: its region, its district where the text says it, its code or candidates."""
    above = resolve(unit.governor, context) if unit.governor else None
    return _meant(unit.name, unit.level, above, context.nearby(), context.era, context.language)


@lru_cache(maxsize=20_000)
def _meant(said: str, told: str, above: PlaceValue | None, nearby: str, date: str | None, language: str) -> PlaceValue:
    """Return what a name of a level stands for in what it lies in, near a region that is spoken of."""
    name = said.title() if said.isupper() and len(said) > 4 else said
    if told in {"", "oblast", "city"}:
        value = _outside_kato(told, name, language, date)
        if value:
            return value
    level, places = _candidates(said, told)
    if level == "oblast":
        return PlaceValue(name, level, *_oblast(places, date))
    fitting, district, region = _fitting(told, places, level, above, nearby, date)
    fitting = _best_spelt(fitting, name)
    code = fitting[0].code if len(fitting) == 1 else ""
    others = () if code else tuple(place.code for place in fitting)
    regions = {gazetteer.region(place.code, date) for place in fitting}
    return PlaceValue(
        name, level, regions.pop() if len(regions) == 1 and region is None else region or "", district, code, others
    )


def _oblast(places: tuple[Place, ...], date: str | None) -> tuple[str, str, str]:
    code = places[0].code if len(places) == 1 else ""
    return gazetteer.region(code, date), "", code


def _outside_kato(told: str, name: str, language: str, date: str | None) -> PlaceValue | None:
    """Return a country, a city abroad or a region under another name; None for any other name."""
    kind = special(name)
    if not kind:
        return None
    row = special_row(name)
    if kind in {"country", "foreign"}:
        short = row["ru" if language == "ru" else "kk"]
        return PlaceValue(short, kind) if told in {"", "city"} and not is_city(name) else None
    if kind and told in {"", "oblast"}:
        region = gazetteer.regions()[row["iso"]]
        return PlaceValue(name, "oblast", gazetteer.at(region.iso, date), "", region.kato)
    return None


@lru_cache(maxsize=20_000)
def _candidates(said: str, level: str) -> tuple[str, tuple[Place, ...]]:
    """Return the level of a name and the objects of that level that bear it."""
    places = gazetteer.lookup(said)
    for other in _levels(level):
        fitting = tuple(place for place in places if place.level == other)
        if fitting:
            return other, fitting
    return level or "village", ()


def _levels(said: str) -> tuple[str, ...]:
    if said == "oblast":
        return "oblast", "city"
    if said in {"village", "town"}:
        return said, "town" if said == "village" else "village"
    return (said,) if said else ("city", "town", "village")


def _fitting(
    told: str, places: tuple[Place, ...], level: str, above: PlaceValue | None, nearby: str, date: str | None
) -> tuple[tuple[Place, ...], str, str | None]:
    """Return the objects that fit the words around, the district these state, and the region they leave open."""
    if above and (above.level == "district" or above.district):
        inside = tuple(p for p in places if above.code and lies_in(p.code, above.code))
        return _main_ones(inside), above.district or above.name, None if inside else above.region
    if above and above.level == "rural_okrug" and above.code:
        places = tuple(p for p in places if lies_in(p.code, above.code)) or places
    sure = _sure(places, level, above)
    if sure:
        return sure, "", None
    region = above.region if above and above.region else nearby
    if region:
        return _in_region(places, level, region, date)
    only = _main_ones(places)
    return only, "", None if len(only) == 1 and (told or is_seat(only[0].code)) else ""


def is_seat(code: str) -> bool:
    """Say whether a code is that of the village or town that is the seat of its district."""
    return code[DISTRICT_DIGITS:] == SEAT


DISTRICT_DIGITS = 4
SEAT = "30100"
"""How the code of a district's seat goes on behind the district's digits."""


def _sure(places: tuple[Place, ...], level: str, above: PlaceValue | None) -> tuple[Place, ...]:
    """Return the objects that a name surely means whatever region is spoken of; () where it may mean several."""
    if above and above.level == "city" and (around := _around_city(above.code, places)):
        return around
    cities = tuple(p for p in places if level == "city" and gazetteer.sure_city(p.code))
    if len(cities) == 1 and not above:
        return cities
    return places if level == "district" and len(places) == 1 else ()


def _in_region(
    places: tuple[Place, ...], level: str, region: str, date: str | None
) -> tuple[tuple[Place, ...], str, str | None]:
    """Return the objects that lie in a region; the only city or district seat of a name stays itself elsewhere too."""
    inside = tuple(p for p in places if gazetteer.region(p.code, date) == region)
    if not inside and len(places) == 1 and (level == "city" or is_seat(places[0].code)):
        return places, "", None
    return _main_ones(inside), "", region if inside or level != "city" else ""


def _around_city(code: str, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Ақсудың Жолқұдық ауылы: return the objects that lie under a city's own administration."""
    return _main_ones(tuple(p for p in places if code and p.code[:4] == code[:4] and p.code != code))


def _main_ones(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the settlements among objects of one name without the stations and winterings beside them."""
    proper = tuple(place for place in places if place.letter not in "sm")
    return proper or places


def _best_spelt(places: tuple[Place, ...], name: str) -> tuple[Place, ...]:
    if len(places) < 2:
        return places
    exact = tuple(p for p in places if name.lower() in {p.kk.lower(), p.ru.lower()})
    return exact or places
