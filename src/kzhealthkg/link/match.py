"""Do two names mean one thing? Features of both, weighed by ``lexicon/link_weights.tsv``."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Final

from kzhealthkg import gazetteer
from kzhealthkg.link import persons
from kzhealthkg.link.keys import Parsed
from kzhealthkg.link.persons import Name
from kzhealthkg.link.weights import Score, score
from kzhealthkg.text import skeleton

_NEAR: Final = frozenset({"centre", "dispensary"})
_INITIAL: Final = 1


@dataclass(frozen=True, slots=True)
class Told:
    """What a name of a body says and where it is: a region's ISO code and a place's id, "" where not known."""

    parsed: Parsed
    area: str = ""
    locality: str = ""


def bodies(one: Told, other: Told) -> Score:
    """Return how far two bodies agree."""
    return score((*_words(one.parsed, other.parsed), *_levels(one, other), *_where(one, other)))


def _words(one: Parsed, other: Parsed) -> Iterator[str]:
    yield _heads(one, other)
    yield _compared("field", one.of("field"), other.of("field"))
    yield _compared("own-name", set(one.own), set(other.own))
    yield _compared("number", set(one.numbers), set(other.numbers))
    yield "branch-on-one-side" if ("branch" in one.concepts) != ("branch" in other.concepts) else ""


def _heads(one: Parsed, other: Parsed) -> str:
    first, second = one.of("head", "body") - {"branch"}, other.of("head", "body") - {"branch"}
    if not first or not second:
        return "head-on-one-side" if first or second else ""
    if first == second:
        return "same-sole-head" if one.of("body") else "same-head"
    return "near-head" if first | second == _NEAR else "other-head"


def _compared(what: str, one: Set[str], other: Set[str]) -> str:
    """Return how two sets agree; where one holds the other and more, only one side says the rest."""
    if one == other:
        return f"same-{what}" if one else ""
    return f"{what}-on-one-side" if one < other or other < one else f"other-{what}"


def _levels(one: Told, other: Told) -> Iterator[str]:
    first, second = one.parsed.of("level"), other.parsed.of("level")
    plain = _compared("level", first, second)
    own = {"city"} if gazetteer.is_city(one.area) else {"regional"}
    understood = first | second == own and one.area == other.area and not one.locality + other.locality
    alike = one.parsed.sole and one.parsed.of("field") == other.parsed.of("field")
    yield "level-understood" if plain == "level-on-one-side" and understood and alike else plain


def _where(one: Told, other: Told) -> Iterator[str]:
    if one.area == other.area:
        yield "same-region" if one.area else "no-region"
    else:
        yield "other-region" if one.area and other.area else "region-on-one-side"
    if one.locality or other.locality:
        yield _localities(one.locality, other.locality)


def _localities(one: str, other: str) -> str:
    if one == other:
        return "same-great-city" if gazetteer.sure_city(one.removeprefix("place/")) else "same-place"
    return "other-place" if one and other else "place-on-one-side"


def people(one: Name, other: Name) -> Score:
    """Return how far two names of people agree, whichever order they are in."""
    straight = score(_people(one, other))
    if not (persons.order_known(one) and persons.order_known(other)):
        turned = score((*_people(persons.turned(one), other), "order-unknown"))
        return max(straight, turned, key=lambda found: found.total)
    return straight


def _people(one: Name, other: Name) -> Iterator[str]:
    mine, yours = skeleton(one.surname or one.patronymic), skeleton(other.surname or other.patronymic)
    yield "same-surname" if mine and mine == yours else "other-surname"
    yield _given(skeleton(one.given), skeleton(other.given))
    if one.surname and other.surname and one.patronymic and other.patronymic:
        yield _patronymics(persons.father(one.patronymic), persons.father(other.patronymic))


def _given(one: str, other: str) -> str:
    if not one or not other:
        return "only-surname"
    if one == other:
        return "same-given-name" if len(one) > _INITIAL else "initial-fits"
    short, long = sorted((one, other), key=len)
    return "initial-fits" if len(short) == _INITIAL and long.startswith(short) else "other-given-name"


def _patronymics(one: str, other: str) -> str:
    short, long = sorted((one, other), key=len)
    fits = short == long or (len(short) == _INITIAL and long.startswith(short))
    return "same-patronymic" if fits else "other-patronymic"
