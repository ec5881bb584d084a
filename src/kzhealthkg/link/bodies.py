"""Names of facilities and organisations → one id for each body, made from the name itself and where it is said to be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.link.collect import digest, reasons, slug
from kzhealthkg.link.keys import Parsed, parse

_OF_AN_AREA: Final = frozenset({"akimat", "akim", "department", "maslikhat"})
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
    """A facility or an organisation: its id and class, its type, what it lies in, and why."""

    id: str
    type: str
    facility_type: str = ""
    within: str = ""
    reasons: tuple[str, ...] = ()


def facility(name: str, where: Where, said_type: str = "") -> Body:
    """Return the facility that a name means where it is said; an empty name is known by type and place."""
    parsed = parse(name) if name else Parsed(frozenset({said_type}), (), ())
    area = _area(parsed, where)
    local = _locality(parsed, where)
    known = facility_type(name) or said_type
    scope = where.article if _only_described(parsed, area, local, name) else ""
    features = ["same-name-key", "described-only" if scope else "own-name", *_where_features(area, local)]
    said = (*parsed.words(), *(part for part in (area, local.removeprefix("place/")) if part))
    key = ("facility", area, local, scope, *parsed.words())
    within = local or (f"region/{area}" if area else "")
    return Body(f"facility/{slug(said)}-{digest(*key)}", "Facility", known, within, reasons(*features))


def organization(name: str, where: Where) -> Body:
    """Return the organisation that a name means; a health facility among them is the facility itself.

    The region of a statement is no region of the organisation, unless its name says that it serves an area.
    """
    parsed = parse(name)
    if facility_type(name) and not parsed.concepts & _NEVER_FACILITY:
        return facility(name, Where(article=where.article) if _stands_alone(parsed, name) else where)
    area = _area(parsed, where) if of_area(name) else ""
    key = ("organization", area, parsed.place, *parsed.words())
    said = (*parsed.words(), *(part for part in (area, parsed.place) if part))
    features = ("same-name-key", "own-name", *_where_features(area, parsed.place))
    within = f"region/{area}" if area else ""
    return Body(f"organization/{slug(said)}-{digest(*key)}", "Organization", "", within, reasons(*features))


def words(name: str) -> tuple[str, ...]:
    """Return what a name says, without where: equal for two names of one body."""
    return parse(name).words()


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
    if parsed.place:
        return f"place/{parsed.place}"
    company = parsed.form and not parsed.level and "branch" not in parsed.concepts
    if company or parsed.region or parsed.concepts & {"regional", "national"}:
        return ""
    if "district" in parsed.concepts:
        return where.district or where.place
    return where.place or where.district


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


def _where_features(area: str, local: str) -> tuple[str, ...]:
    return ("same-region", "same-place") if area and local else ("same-region",)


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
