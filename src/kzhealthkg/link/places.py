"""Regions, settlements and districts that statements name → places, by KATO where it holds them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kzhealthkg import gazetteer
from kzhealthkg.gazetteer import Place
from kzhealthkg.link.collect import Thing, Things, digest, slug
from kzhealthkg.link.weights import reasons
from kzhealthkg.model import Link
from kzhealthkg.text import skeleton

CLASSES: Final = {
    "oblast": "Region", "city": "City", "district": "District", "town": "Town", "rural_okrug": "RuralDistrict",
    "village": "Village",
}  # fmt: skip
_ADJECTIVE: Final = re.compile("[сц]кий$")
_WIKIDATA: Final = "http://www.wikidata.org/entity/"
_GEONAMES: Final = "https://sws.geonames.org/"


@dataclass(frozen=True, slots=True)
class Said:
    """What one statement says of where: names as said, the article's day, id and language."""

    region: str
    place: str
    code: str
    district: str
    date: str | None
    article: str
    language: str


def region(things: Things, iso: str) -> str:
    """Return the id of a region, with its labels, KATO code and Wikidata id."""
    local, found = f"region/{iso}", gazetteer.regions().get(iso)
    if local in things.by_id:
        return local
    if found is None:
        things.add(local, Thing("Region", {"en": iso}, {"isoCode": (iso,)}))
        return local
    labels = {"kk": found.kk, "ru": found.ru, "en": found.en}
    properties = {"isoCode": (iso,), "kato": (found.kato,), "exactMatch": (_WIKIDATA + found.wikidata,)}
    things.add(local, Thing("Region", labels, properties, reference=True))
    return local


def known(things: Things, place: Place) -> str:
    """Return the id of a KATO object; it and what it lies in become things."""
    if place.level == "oblast":
        return region(things, gazetteer.region(place.code))
    local = f"place/{place.code}"
    if local not in things.by_id:
        matches = [_WIKIDATA + place.wikidata] * bool(place.wikidata)
        matches += [f"{_GEONAMES}{place.geonames}/"] * bool(place.geonames)
        properties = {"kato": (place.code,), "within": (f"id:{_above(things, place)}",), "exactMatch": tuple(matches)}
        filled = {name: values for name, values in properties.items() if values}
        things.add(local, Thing(CLASSES[place.level], _labels(place), filled, reference=True))
    return local


def _labels(place: Place) -> dict[str, str]:
    """Return the names of a place; a district or rural okrug with its type word, as it is never said without."""
    if place.level == "rural_okrug":
        return {"kk": f"{place.kk} ауылдық округі", "ru": f"{place.ru} сельский округ"}
    if place.level != "district":
        return {"kk": place.kk, "ru": place.ru}
    adjective = _ADJECTIVE.search(place.ru)
    return {"kk": f"{place.kk} ауданы", "ru": f"{place.ru} район" if adjective else f"район {place.ru}"}


def _above(things: Things, place: Place) -> str:
    above = gazetteer.get(gazetteer.district(place.code))
    if above and above.code != place.code and above.letter == "d":
        return known(things, above)
    return region(things, gazetteer.region(place.code))


def settlement(things: Things, said: Said, above: str) -> Link:
    """Return how the name in the slot ``place`` was resolved; ``above`` is its district's id, or ""."""
    fitting, feature = _fitting(said)
    if len(fitting) == 1:
        return Link(0, "place", said.place, "Linked", known(things, fitting[0]), reasons=reasons(feature))
    local = _unknown(things, said, above)
    if not fitting:
        return Link(0, "place", said.place, "New", local, reasons=reasons("not-in-kato"))
    candidates = tuple(known(things, place) for place in fitting)
    return Link(0, "place", said.place, "Unsure", local, candidates, reasons("several-in-kato"))


def _fitting(said: Said) -> tuple[tuple[Place, ...], str]:
    exact = gazetteer.get(said.code) if said.code else None
    if exact:
        return (exact,), "kato-code"
    found = tuple(p for p in gazetteer.lookup(said.place) if gazetteer.region(p.code, said.date) == said.region)
    wanted = ("district",) if skeleton(said.place).endswith(("audani", "raion")) else ("city", "town", "village")
    found = tuple(p for p in found if p.level in wanted)
    if said.district:
        inside = tuple(p for p in found if _bears(gazetteer.district(p.code), said.district))
        return _proper(inside), "kato-name-in-district"
    return _proper(found), "kato-name-in-region"


def _proper(places: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(place for place in places if place.letter not in "sm") or places


def _bears(code: str, name: str) -> bool:
    place = gazetteer.get(code)
    return bool(place) and place in gazetteer.lookup(name)


def _unknown(things: Things, said: Said, above: str) -> str:
    """Return the id of a place that no classifier settles: its name, district and region decide it."""
    key = (skeleton(said.place), skeleton(said.district), said.region)
    local = f"place/new-{slug([said.place])}-{digest(*key)}"
    within = above or (region(things, said.region) if said.region else "")
    thing = things.add(local, Thing("Place", properties={"within": (f"id:{within}",)} if within else {}))
    thing.names[said.language][said.place] += 1
    thing.articles.add(said.article)
    return local


def district(things: Things, said: Said) -> Link:
    """Return how the name in the slot ``district`` was resolved."""
    found = [p for p in gazetteer.lookup(said.district) if p.level == "district"]
    fitting = [p for p in found if not said.region or gazetteer.region(p.code, said.date) == said.region]
    if len(fitting) == 1:
        local = known(things, fitting[0])
        return Link(0, "district", said.district, "Linked", local, reasons=reasons("kato-name-in-region"))
    as_place = Said(said.region, said.district, "", "", said.date, said.article, said.language)
    local = _unknown(things, as_place, "")
    if not fitting:
        return Link(0, "district", said.district, "New", local, reasons=reasons("not-in-kato"))
    candidates = tuple(known(things, place) for place in fitting)
    return Link(0, "district", said.district, "Unsure", local, candidates, reasons("several-in-kato"))


def known_id(things: Things, local: str) -> None:
    """Make a thing of the KATO object that an id stands for, where it is one."""
    place = gazetteer.get(local.removeprefix("place/"))
    if place:
        known(things, place)
