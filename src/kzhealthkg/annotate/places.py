"""The places an article names, resolved by district, region, level and the article's own region and day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.annotate.datelines import is_city, is_dateline
from kzhealthkg.annotate.marks import ANY
from kzhealthkg.annotate.place_again import as_told_before
from kzhealthkg.annotate.place_bare import with_bare_names
from kzhealthkg.annotate.place_guards import beside_feature, likened
from kzhealthkg.annotate.place_outside import common_places, special, special_row
from kzhealthkg.annotate.place_spans import units
from kzhealthkg.annotate.place_units import Unit
from kzhealthkg.annotate.roads import is_road_end
from kzhealthkg.annotate.venues import is_origin, is_seat, is_venue
from kzhealthkg.gazetteer import Place
from kzhealthkg.model import Article, Mention, PlaceValue, Sentence, Token

_LOCAL: Final = frozenset({"loc", "abl", "locadj"})
_MOTION: Final = _LOCAL | {"dat", "acc"}
_CITIES: Final = frozenset({"KZ-71", "KZ-75", "KZ-79"})
_IN = frozenset(lexicon.words("annotate.places", "in"))


def find_places(sentences: tuple[Sentence, ...], article: Article) -> list[list[Mention]]:
    """Return the place mentions of every sentence, in order, resolved against the whole article.

    The city that a report opens with (АСТАНА. KAZINFORM —) is a mention of type "dateline", not "place", and the
    seat of a briefing one of type "venue", an end of a road one of type "road"; the case of a town that a meeting is held in is "seat".
    """
    named = [units(sentence.tokens, article.language) for sentence in sentences]
    main = article.region or _most_named(sentences, named, article.date)
    found: list[list[Mention]] = []
    for sentence, here in zip(sentences, named, strict=True):
        said = _mentions(sentence, here, _Context(article.date, main, article.language))
        said = sorted((*said, *common_places(sentence, article.language)), key=lambda m: m.first)
        found.append(_told_as(sentence.tokens, said) if said else said)
    return with_bare_names(sentences, as_told_before(found), article.language)


def _told_as(tokens: tuple[Token, ...], said: list[Mention]) -> list[Mention]:
    """Return the places of a sentence, those that are a venue, the end of a road, an origin or a seat marked as such."""
    regions = frozenset(m.value.region for m in said)
    said = [replace(m, type="venue") if is_venue(tokens, m, regions) else m for m in said]
    said = [replace(m, type="road") if is_road_end(tokens, m) else m for m in said]
    said = [replace(m, case="abl") if is_origin(tokens, m) else m for m in said]
    return [replace(m, case="seat") if is_seat(tokens, m) else m for m in said]


def title_places(article: Article) -> list[Mention]:
    """Return the places that an article's title names."""
    words = re.finditer(r"\w+(?:-\w+)*|\S", article.title or "")
    tokens = tuple(_unread(w[0], w.start()) for w in words)
    if not tokens:
        return []
    sentence = Sentence(0, tokens[-1].end, tokens)
    return _mentions(sentence, units(tokens, article.language), _Context(article.date, "", article.language))


def _unread(word: str, start: int) -> Token:
    """Return a word of a title, which is only cut into words and not read."""
    return Token(word, word.lower(), start, start + len(word), (), frozenset({word.lower()}), marks=ANY)


class _Context:
    """What the words around a name say of where it lies."""

    def __init__(self, date: str | None, main: str, language: str = "kk") -> None:
        self.date = date
        self.main = main
        self.language = language
        self.region = ""
        self.district = ""

    def nearby(self) -> str:
        return self.region or self.main


def _mentions(sentence: Sentence, here: list[Unit], context: _Context) -> list[Mention]:
    if not here:
        return []
    stated = [u for u in here if u.level == "oblast" and u.head != "adjective"]
    if len({u.name for u in stated}) == 1:
        context.region = resolve(stated[0], context).region
    _govern(here, context)
    opening = [unit for unit in here[:1] if not unit.level and is_dateline(unit, sentence.tokens)]
    kept = (unit for unit in here if unit.level or unit in opening or _accepted(unit, sentence.tokens, context))
    above = {id(unit.governor) for unit in here}
    kept = (unit for unit in kept if unit.level != "rural_okrug" or id(unit) not in above)
    return [_mention(sentence.tokens, unit, resolve(unit, context)) for unit in kept]


def _govern(here: list[Unit], context: _Context) -> None:
    """Алакөл ауданы A ауылында … мен B ауылында: a village lies in the district named before it, where it has one."""
    above: Unit | None = None
    for unit in here:
        if unit.level in ("district", "rural_okrug"):
            _lie_in(unit, above, context)
            above = unit
        elif unit.level in ("village", "town"):
            _lie_in(unit, above, context)


def _lie_in(unit: Unit, above: Unit | None, context: _Context) -> None:
    """Let a unit lie in the district or rural okrug before it where the gazetteer has one of its name there."""
    while above is not None and unit.governor is None and unit.level != "district":
        code = resolve(above, context).code
        inside = any(code and _lies_in(p.code, code) for p in gazetteer.lookup(unit.name))
        unit.governor = above if inside else None
        above = above.governor


def _lies_in(code: str, above: str) -> bool:
    """Say whether an object lies in a district (four digits of the code) or a rural okrug (six)."""
    return code != above and code.startswith(above[:6] if above[4:6] != "00" else above[:4])


def _mention(tokens: tuple[Token, ...], unit: Unit, value: PlaceValue) -> Mention:
    start, end = tokens[unit.first].start, tokens[unit.last - 1].end
    type_ = "place" if unit.level or not is_dateline(unit, tokens) else "dateline"
    return Mention(type_, unit.first, unit.last, start, end, value, unit.case)


def _most_named(sentences: Iterable[Sentence], named: Iterable[list[Unit]], date: str | None) -> str:
    """Return the region that surely resolved names lie in most often; ties go to the first named."""
    votes: Counter[str] = Counter()
    for number, (sentence, here) in enumerate(zip(sentences, named, strict=True)):
        for unit in here:
            region = _sure_region(unit, date)
            if region and not is_dateline(unit, sentence.tokens):
                votes[region] += 3 if number == 0 or unit.level == "oblast" else 1
    return votes.most_common(1)[0][0] if votes else ""


def _sure_region(unit: Unit, date: str | None) -> str:
    value = resolve(unit, _Context(date, ""))
    weak = not unit.level and (unit.quoted or unit.name in _ambiguous())
    return "" if weak else value.region


def resolve(unit: Unit, context: _Context) -> PlaceValue:
    """Return what a name stands for: its region, its district where the text says it, its code or candidates."""
    name = unit.name.title() if unit.name.isupper() and len(unit.name) > 4 else unit.name
    if unit.level in {"", "oblast", "city"}:
        value = _outside_kato(unit, name, context.language)
        if value:
            return value
    level, places = _candidates(unit.name, unit.level)
    if level == "oblast":
        return PlaceValue(name, level, *_oblast(places))
    fitting, district, region = _fitting(unit, places, level, context)
    fitting = _best_spelt(fitting, name)
    code = fitting[0].code if len(fitting) == 1 else ""
    others = () if code else tuple(place.code for place in fitting)
    regions = {gazetteer.region(place.code, context.date) for place in fitting}
    return PlaceValue(
        name, level, regions.pop() if len(regions) == 1 and region is None else region or "", district, code, others
    )


def _oblast(places: tuple[Place, ...]) -> tuple[str, str, str]:
    code = places[0].code if len(places) == 1 else ""
    return gazetteer.region(code), "", code


def _outside_kato(unit: Unit, name: str, language: str) -> PlaceValue | None:
    """Return a country, a city abroad or a region under another name; None for any other name."""
    kind = special(name)
    if not kind:
        return None
    row = special_row(name)
    if kind in {"country", "foreign"}:
        short = row["ru" if language == "ru" else "kk"]
        return PlaceValue(short, kind) if unit.level in {"", "city"} and not is_city(name) else None
    if kind and unit.level in {"", "oblast"}:
        region = gazetteer.regions()[row["iso"]]
        return PlaceValue(name, "oblast", region.iso, "", region.kato)
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
    unit: Unit, places: tuple[Place, ...], level: str, context: _Context
) -> tuple[tuple[Place, ...], str, str | None]:
    """Return the objects that fit the words around, the district these state, and the region they leave open."""
    above = resolve(unit.governor, context) if unit.governor else None
    if above and (above.level == "district" or above.district):
        inside = tuple(p for p in places if above.code and _lies_in(p.code, above.code))
        return _main_ones(inside), above.district or above.name, None if inside else above.region
    if above and above.level == "rural_okrug" and above.code:
        places = tuple(p for p in places if _lies_in(p.code, above.code)) or places
    if above and above.level == "city" and (around := _around_city(above.code, places)):
        return around, "", None
    sure = tuple(p for p in places if level == "city" and gazetteer.sure_city(p.code))
    if len(sure) == 1 and not above:
        return sure, "", None
    if level == "district" and len(places) == 1:
        return places, "", None
    region = above.region if above and above.region else context.nearby()
    if not region:
        only = _main_ones(places)
        return only, "", None if unit.level and len(only) == 1 else ""
    inside = tuple(p for p in places if gazetteer.region(p.code, context.date) == region)
    if not inside and level == "city" and len(places) == 1 and region in _CITIES:
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


def _accepted(unit: Unit, tokens: tuple[Token, ...], context: _Context) -> bool:
    """Whether a name without a type word is a place here."""
    latin = tokens[unit.first].text[:1].isascii()  # Renal Kokshetau: what is left in Latin letters is a firm's name
    apart = latin or likened(unit, tokens) or beside_feature(unit, tokens)
    if apart or (unit.quoted and not _describes(unit, tokens)):
        return False
    if unit.case == "ins" and unit.first and tokens[unit.first - 1].norm in _IN:
        return False  # в Иртышском: the adjective of a district whose noun is not said again
    kind = special(unit.name)
    if kind and not is_city(unit.name):
        return _accepted_special(unit, kind, tokens)
    value = resolve(unit, context)
    if value.level == "city":
        return _accepted_city(unit, tokens, value)
    said = tokens[unit.first - 1].norm in _IN if context.language == "ru" else unit.case in _LOCAL
    return unit.first > 0 and said and bool(value.code or value.candidates) and bool(context.nearby())


def _describes(unit: Unit, tokens: tuple[Token, ...]) -> bool:
    """Whether a name in quotation marks says where («Атбасар ауданаралық ауруханасы») and is no name itself («Семей»)."""
    return unit.case in _LOCAL or (unit.last < len(tokens) and tokens[unit.last].text[:1].islower())


def _accepted_special(unit: Unit, kind: str, tokens: tuple[Token, ...]) -> bool:
    if kind == "abbreviation":
        return tokens[unit.first].text[:2].isupper()
    risky = special_row(unit.name).get("risky") == "yes" or kind in {"short", "former", "variant"}
    return unit.case != "nom" or not risky


def _accepted_city(unit: Unit, tokens: tuple[Token, ...], value: PlaceValue) -> bool:
    if unit.case == "nom" and _before_surname(unit, tokens):
        return False
    if unit.name in _ambiguous():
        return unit.first > 0 and unit.case in _LOCAL and bool(value.code)
    return bool(value.code) or unit.case in _MOTION


def _before_surname(unit: Unit, tokens: tuple[Token, ...]) -> bool:
    """Ермак Асанов, Семей Бектұров: a town's name is a given name where a surname follows."""
    after = tokens[unit.last : unit.last + 1]
    return any(t.text[:1].isupper() and t.text[1:].islower() and t.norm.endswith(_surnames()) for t in after)


@cache
def _surnames() -> tuple[str, ...]:
    return tuple(row["ending"] for row in lexicon.table("surname_endings") if row["gender"] in "mf")


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(row["name"] for row in lexicon.table("place_ambiguous"))
