"""Names of facilities and organisations → one id for each body, made from the name itself and where it is said to be."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.link import match
from kzhealthkg.link.collect import digest, slug
from kzhealthkg.link.keys import Parsed, parse
from kzhealthkg.link.match import Told
from kzhealthkg.link.weights import reasons

_OF_AN_AREA: Final = frozenset({"akimat", "akim", "department", "maslikhat"})
_NOTHING: Final = Told(Parsed(frozenset(), (), ()))
_NEVER_FACILITY: Final = _OF_AN_AREA | {"ministry", "committee", "agency", "fund", "bank", "society", "association"}


@dataclass(frozen=True, slots=True)
class Where:
    """Where a statement is: a region's ISO code and the ids of its place and district, "" where not said."""

    region: str = ""
    place: str = ""
    district: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A facility or an organisation: its id and class, its type, what it lies in, what its name says, and why."""

    id: str
    type: str
    facility_type: str = ""
    within: str = ""
    told: Told = _NOTHING
    reasons: tuple[str, ...] = ()
    described: bool = False
    """The words describe it only, so that it is one thing within one article."""


def facility(name: str, where: Where, said_type: str = "") -> Body:
    """Return the facility that a name means where it is said; an empty name is known by type and place."""
    found = (
        told(name, where, facility=True)
        if name
        else Told(Parsed(frozenset({said_type}), (), ()), where.region, where.place)
    )
    parsed, area, local = found.parsed, found.area, found.locality
    scope = where.article if _only_described(parsed, area, local, name) else ""
    words = _understood(found)
    said = (*words, *(part for part in (area, local.removeprefix("place/")) if part))
    key = ("facility", area, local, scope, *words)
    within = local or (f"region/{area}" if area else "")
    known = facility_type(name) or said_type
    return Body(
        f"facility/{slug(said)}-{digest(*key)}", "Facility", known, within, found, _reasons(found, scope), bool(scope)
    )


def organization(name: str, where: Where) -> Body:
    """Return the organisation that a name means; a health facility among them is the facility itself.

    The region of a statement is no region of the organisation, unless its name says that it serves an area.
    """
    parsed = parse(name)
    if facility_type(name) and not parsed.concepts & _NEVER_FACILITY:
        return facility(name, Where(article=where.article) if _stands_alone(parsed, name) else where)
    found = told(name, replace(where, article=""), facility=False)
    place = found.locality.removeprefix("place/")
    unplaced = not place and parsed.concepts & {"district", "city"} and not gazetteer.is_city(found.area)
    scope = where.article if unplaced else ""
    words = _without_levels(parsed) if parsed.concepts & _OF_AN_AREA and not scope else parsed.words()
    key = ("organization", found.area, place, scope, *words)
    said = (*words, *(part for part in (found.area, place) if part))
    within = found.locality or (f"region/{found.area}" if found.area else "")
    local = f"organization/{slug(said)}-{digest(*key)}"
    return Body(local, "Organization", "", within, found, _reasons(found, scope), bool(scope))


@lru_cache(maxsize=20_000)
def told(name: str, where: Where, facility: bool) -> Told:
    """Return what a name says where it is said; only a facility lies where the statement does."""
    parsed = parse(name)
    area = _area(parsed, where) if facility or of_area(name) else ""
    return Told(parsed, area, _locality(parsed, where) if facility else _seat(parsed, where))


@lru_cache(maxsize=20_000)
def _reasons(found: Told, scope: bool) -> tuple[str, ...]:
    """Return the features that the identity rests on: those in which the body agrees with itself."""
    return reasons(*match.bodies(found, found).features, *(["described-only"] if scope else []))


def _understood(found: Told) -> tuple[str, ...]:
    """Return the words of a name, the level put in or left out where it goes without saying.

    A region's one centre of a kind is its own; what has a number, or is in a city of republican rank, is the city's.
    """
    parsed = found.parsed
    concepts = parsed.concepts
    if (parsed.numbers and found.locality) or gazetteer.is_city(found.area):
        concepts -= {"city"}
    elif parsed.sole and found.area and not (found.locality or parsed.level or parsed.own or parsed.numbers):
        concepts |= {"regional"}
    return replace(parsed, concepts=concepts).words()


def _without_levels(parsed: Parsed) -> tuple[str, ...]:
    """Return the words of a body of an area, which its region or place already tells."""
    return replace(parsed, concepts=parsed.concepts - parsed.of("level")).words()


def _seat(parsed: Parsed, where: Where) -> str:
    """Return the id of the district or city that an organisation belongs to, "" where it is a region's or nobody's."""
    if parsed.place:
        return "" if gazetteer.is_city(gazetteer.region(parsed.place)) else f"place/{parsed.place}"
    if "district" in parsed.concepts:
        return where.district
    return where.place if "city" in parsed.concepts and not gazetteer.is_city(where.region) else ""


@lru_cache(maxsize=20_000)
def words(name: str) -> tuple[str, ...]:
    """Return what a name says, without where: equal for two names of one body."""
    return parse(name).words()


@lru_cache(maxsize=20_000)
def of_area(name: str) -> bool:
    """Whether a name says itself what area or place the body belongs to."""
    parsed = parse(name)
    national = "national" in parsed.concepts
    return (parsed.level and not national) or bool(
        parsed.region or parsed.place or parsed.concepts & (_OF_AN_AREA | {"branch"})
    )


def _area(parsed: Parsed, where: Where) -> str:
    """Return the region of a body: the one its name says, none for a national one or a company, else the statement's."""
    if parsed.region or parsed.place:
        return parsed.region or gazetteer.region(parsed.place)
    company = parsed.form and not parsed.level and "branch" not in parsed.concepts
    return "" if company or "national" in parsed.concepts else where.region


def _locality(parsed: Parsed, where: Where) -> str:
    """Return the id of the settlement or district that tells a body from its like, or ""."""
    company = parsed.form and not parsed.level and "branch" not in parsed.concepts
    if parsed.place:
        found = f"place/{parsed.place}"
    elif company or parsed.region or parsed.concepts & {"regional", "national"}:
        found = ""
    else:
        found = where.district or where.place if "district" in parsed.concepts else where.place or where.district
    return "" if gazetteer.is_city(gazetteer.region(found.removeprefix("place/"))) else found


def _stands_alone(parsed: Parsed, name: str) -> bool:
    """Whether the name of a facility says all by itself, so that the region of a statement is not its own."""
    told = parsed.form or parsed.own or parsed.numbers or "«" in name or parsed.concepts & {"national", "pib"}
    return bool(told) and not of_area(name)


def _only_described(parsed: Parsed, area: str, local: str, name: str) -> bool:
    """Whether the words fit several bodies there, so that they mean one body within one article only.

    A hospital without more, in a region or a great city; a centre or a branch that nothing locates.
    """
    if not area and not local:
        located = name[:1].isupper() or _stands_alone(parsed, name)
        return "branch" in parsed.concepts or not located
    if parsed.names and name:
        return False
    return not local or gazetteer.sure_city(local.removeprefix("place/"))


@lru_cache(maxsize=20_000)
def facility_type(name: str) -> str:
    """Return the facility type that a name says, "" where it says none."""
    low = name.lower()
    for type_, head, words in _types():
        if head.search(low) and (words is None or words.search(low)):
            return type_
    return ""


@cache
def _types() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    rows = lexicon.table("facility_types")
    return tuple((r["type"], re.compile(r["head"]), re.compile(r["words"]) if r["words"] else None) for r in rows)
