"""Towns that a Russian facility is called after: Атбасарская больница stands in Атбасар."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.annotate.place_forms import capital
from kzhealthkg.model import Token

_ADJECTIVE = re.compile(r"(?P<stem>[а-яёәғқңөұүһі-]{3,}?)ск(?:ая|ой|ую|ий|ого|ому|им|ом|ое)")
_LEVELS = ("област", "район")
REACH = 5
"""Words from the adjective to the noun that it describes."""


def towns(tokens: tuple[Token, ...]) -> Iterator[tuple[int, str]]:
    """Yield the numbers of the adjectives before a facility's noun that are made of a town's name, with that name."""
    for at, token in enumerate(tokens):
        name = town(token.norm) if capital(token) and token.norm.endswith(_ENDINGS) else ""
        if name and _before_facility(tokens, at):
            yield at, name


_ENDINGS = ("ая", "ой", "ую", "ий", "ого", "ому", "им", "ом", "ое")


def _before_facility(tokens: tuple[Token, ...], at: int) -> bool:
    for token in tokens[at + 1 : at + REACH]:
        if token.norm.startswith(_LEVELS):
            return False
        if not _heads().isdisjoint(token.words):
            between = tokens[at + 1 : at + REACH]
            return not _of_oblast(tokens[at].norm) or any(t.norm.startswith("городск") for t in between)
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
    names = (f"{stem}ск", stem, *((f"{short}а", f"{short}ы") if short != stem else ()), re.sub("й$", "", stem))
    known = (p for n in names for p in gazetteer.lookup(_capital(n)) if p.level == "city")
    place = next(known, None)
    return place.ru if place is not None and not _shared(place.ru) else ""


def _capital(name: str) -> str:
    return "-".join(part.capitalize() for part in name.split("-"))


def _shared(name: str) -> bool:
    """Абайская больница may be of the oblast, the district or the town."""
    return any(unit.ru == f"область {name}" for unit in gazetteer.regions().values())


def _of_oblast(word: str) -> bool:
    """Карагандинская: an oblast is called so as well."""
    return any(unit.ru.lower().startswith(f"{word[:-2]}ая ") for unit in gazetteer.regions().values())
