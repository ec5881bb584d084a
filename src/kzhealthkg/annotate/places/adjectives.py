"""Towns that a Russian facility is called after: Атбасарская больница stands in Атбасар."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.annotate.facility_types import facility_type
from kzhealthkg.annotate.marks import TOWN
from kzhealthkg.annotate.places.forms import LEVELS_RU, capital
from kzhealthkg.model import Token
from kzhealthkg.morph.forms_ru import JOINING

_ADJECTIVE = re.compile(r"(?P<stem>[а-яёәғқңөұүһі-]{3,}?)ск(?:ая|ой|ую|ий|ого|ому|им|ом|ое)")
_DISTRICT_HOSPITALS = frozenset(lexicon.words("annotate.places.adjectives", "district_hospitals"))
REACH = 5
"""Words from the adjective to the noun that it describes."""
BEHIND = 2
"""Words after that noun which may say the sort of the facility: центр гематологии."""


def towns(tokens: tuple[Token, ...]) -> Iterator[tuple[int, str, str]]:
    """Yield the numbers of the adjectives before a facility's noun that name a town or district, its name and level."""
    if not tokens[0].readings:
        return  # a title is only cut into words, not read
    for at, token in [(at, token) for at, token in enumerate(tokens) if token.marks & TOWN and may_be(token)]:
        name = town(token.norm) if capital(token) else ""
        if name and _before_facility(tokens, at):
            yield at, name, "city" if any(p.level == "city" for p in gazetteer.lookup(name)) else "town"
        elif (
            _of_oblast(token.norm)
            and not _of_two(token.norm)
            and (_before_kind(tokens, at) or _before_branch(tokens, at))
        ):
            yield at, f"{token.text[0].upper()}{token.norm[1:].removesuffix(_ending(token.norm))}ая", "oblast"
        elif _before_district_hospital(tokens, at) and (name := district(token.norm)):
            yield at, name, "district"


def may_be(token: Token) -> bool:
    """Say whether a word has the ending of an adjective made from a town's name, and the capital that it takes in names."""
    return token.norm.endswith(_ENDINGS) and (capital(token) or _of_oblast(token.norm))


def _ending(word: str) -> str:
    return next(ending for ending in _ENDINGS if word.endswith(ending))


def _before_branch(tokens: tuple[Token, ...], at: int) -> bool:
    """На базе карагандинского филиала: a branch is in the oblast that it is called after."""
    return any(not BRANCHES.isdisjoint(t.words) for t in tokens[at + 1 : at + 2])


BRANCHES = frozenset(lexicon.words("annotate.places.adjectives", "branches"))


def _before_kind(tokens: tuple[Token, ...], at: int) -> bool:
    """Актюбинский медицинский центр, Карагандинский онкоцентр: words that say the sort of a facility, and no level."""
    for last, token in enumerate(tokens[at + 1 : at + REACH], at + 2):
        if token.norm.startswith((*LEVELS_RU, "городск")):
            return False
        if token.best.pos == "NOUN":
            return _is_kind(tokens[at + 1 : last + BEHIND], token)
        if token.best.pos != "ADJ":
            return False
    return False


def _is_kind(words: tuple[Token, ...], head: Token) -> bool:
    """Медицинский центр, центр гематологии: whether the words around a noun say the sort of a facility."""
    return head.best.pos == "NOUN" and bool(facility_type(" ".join(t.norm for t in words)))


def _before_district_hospital(tokens: tuple[Token, ...], at: int) -> bool:
    """Талгарская ЦРБ, Талгарская центральная районная больница; Талгарская районная … is known by its next word."""
    last = _past_others(tokens, at)
    near = [t.norm for t in tokens[last + 1 : last + 3]]
    joined = last > at or (at > 0 and tokens[at - 1].norm == "и")
    level = near if joined else near[1:]
    return any(w in _DISTRICT_HOSPITALS for w in near[:1]) or (
        len(near) == 2 and any(w.startswith("районн") for w in level)
    )


@lru_cache(maxsize=10_000)
def district(word: str) -> str:
    """Return the Russian name of the one district that an adjective in any case names, or "" for none or several."""
    found = {
        p.code: p.ru for name, _ in gazetteer.forms(word, "ru-adjective") for p in gazetteer.lookup(_capital(name))
    }
    names = [ru for code, ru in found.items() if (place := gazetteer.get(code)) and place.level == "district"]
    return names[0] if len(names) == 1 else ""


_ENDINGS = lexicon.words("annotate.places.adjectives", "endings")


def _past_others(tokens: tuple[Token, ...], at: int) -> int:
    """Аральская и Шиелийская районные больницы: return the last of the towns' adjectives that share a noun."""
    while at + 2 < len(tokens) and tokens[at + 1].norm in JOINING and may_be(tokens[at + 2]):
        at += 2
    return at


def _before_facility(tokens: tuple[Token, ...], first: int) -> bool:
    at = _past_others(tokens, first)
    for last, token in enumerate(tokens[at + 1 : at + REACH], at + 2):
        if token.norm.startswith(LEVELS_RU) or token.norm in _DISTRICT_HOSPITALS:
            return False
        if not _heads().isdisjoint(token.words) or _is_kind(tokens[at + 1 : last + BEHIND], token):
            between = tokens[at + 1 : at + REACH]
            return not _of_two(tokens[first].norm) or any(t.norm.startswith("городск") for t in between)
        if token.best.pos != "ADJ":
            return False
    return False


@cache
def _heads() -> frozenset[str]:
    """Return the nouns that by themselves name a place of treatment; объект, центр are called after many things."""
    rows = lexicon.table("facility_heads")
    return frozenset(r["head"] for r in rows if r["language"] == "ru" and r["health"] == "yes")


@lru_cache(maxsize=10_000)
def town(word: str) -> str:
    """Return the town that an adjective is made of, or "" for none: степногорская, карагандинский, тайыншинская."""
    found = _ADJECTIVE.fullmatch(word)
    if not found:
        return ""
    stem = found["stem"]
    short = re.sub("ин$", "", stem)
    mild = (f"{stem.removesuffix('ен')}ый",) if stem.endswith("ен") else ()  # рудненская
    names = (*mild, f"{stem}ск", stem, *((f"{short}а", f"{short}ы") if short != stem else ()), re.sub("й$", "", stem))
    known = {p.code: p for n in names for p in gazetteer.lookup(_capital(n)) if p.level in ("city", "town")}
    place = next((p for p in known.values() if p.level == "city" or len(known) == 1), None)
    return place.ru if place is not None and not _shared(place.ru) else ""


def _capital(name: str) -> str:
    return "-".join(part.capitalize() for part in name.split("-"))


def _shared(name: str) -> bool:
    """Абайская больница may be of the oblast, the district or the town."""
    return any(unit.ru == f"область {name}" for unit in gazetteer.regions().values())


@lru_cache(maxsize=10_000)
def _of_oblast(word: str) -> bool:
    """Карагандинская: an oblast is called so as well."""
    stem = word.removesuffix(next((e for e in _ENDINGS if word.endswith(e)), ""))
    return word != stem and any(unit.ru.lower().startswith(f"{stem}ая ") for unit in gazetteer.regions().values())


def _of_two(word: str) -> bool:
    """Алматинская: of the city or of the oblast around it, which are two regions."""
    return _of_oblast(word) and any(p.letter == "r" for p in gazetteer.lookup(town(word)))
