"""The places of Kazakhstan by name and by KATO code, with the regions of a given day.

The table is read on first use: about 15,600 objects, kept as lines and parsed one by one when asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from kzhealthkg import lexicon, resources
from kzhealthkg.text import skeleton

LEVELS: Final = {
    "o": "oblast", "r": "city", "c": "city", "d": "district", "x": "district", "t": "town", "a": "rural_okrug",
    "v": "village", "s": "village", "m": "village", "g": "administration",
}  # fmt: skip
"""Letter of the table → level of a place; administrations ("g") are in no index of names."""


VOWELS: Final = frozenset("аәеёиоөуұүыіэюя")
_VOICELESS: Final = frozenset("пфктсшщчцхқһбвгд")
_NASAL: Final = frozenset("мнң")
_BACK: Final = frozenset("аоұыяюё")
_FRONT: Final = frozenset("әөүіе")


@dataclass(frozen=True, slots=True)
class Place:
    """One object of KATO. Names are without their type words; coordinates in degrees, or empty."""

    code: str
    letter: str
    kk: str
    ru: str
    aliases: tuple[str, ...] = ()
    latitude: str = ""
    longitude: str = ""
    geonames: str = ""
    wikidata: str = ""
    level: str = field(init=False, repr=False, compare=False)
    """The level as the rest of the project names it: oblast, city, district, town, village, …"""

    def __post_init__(self) -> None:
        object.__setattr__(self, "level", LEVELS[self.letter])


@dataclass(frozen=True, slots=True)
class Region:
    """An oblast or a city of republican rank. ``valid_from`` is an ISO day; before it stood ``before``."""

    iso: str
    kato: str
    kk: str
    ru: str
    en: str
    wikidata: str
    capital: str
    valid_from: str
    before: str


@cache
def _table() -> tuple[dict[str, str], dict[str, list[str]]]:
    lines: dict[str, str] = {}
    index: dict[str, list[str]] = {}
    text = resources.path("ontology", "places", "kato.tsv").read_text(encoding="utf-8")
    for line in text.split("\n"):
        if not line or line[0] == "#":
            continue
        code, letter, keys, _ = line.split("\t", 3)
        lines[code] = line
        if letter != "g":
            for key in keys.split("|"):
                index.setdefault(key, []).append(code)
    del lines["code"], index["keys"]
    return lines, index


@lru_cache(maxsize=20_000)
def get(code: str) -> Place | None:
    """Return the object with this KATO code, or None."""
    line = _table()[0].get(code)
    if line is None:
        return None
    code, letter, _, kk, ru, aliases, latitude, longitude, geonames, wikidata = line.split("\t")
    others = tuple(aliases.split("|")) if aliases else ()
    return Place(code, letter, kk, ru or kk, others, latitude, longitude, geonames, wikidata)


def codes() -> tuple[str, ...]:
    """Return every KATO code of the table, in its order."""
    return tuple(_table()[0])


@lru_cache(maxsize=20_000)
def lookup(name: str) -> tuple[Place, ...]:
    """Return the objects that bear this name in Kazakh, in Russian or as an alias, by code.

    The name is nominative and without its type word; spelling variants and Latin script are met.
    """
    found = (get(code) for code in _table()[1].get(skeleton(name), ()))
    return tuple(place for place in found if place)


def known(name: str) -> bool:
    """Say whether any object bears this name."""
    return skeleton(name) in _table()[1]


@cache
def _openings() -> frozenset[str]:
    return frozenset(key.split(" ")[0] for key in _table()[1] if " " in key)


def opens(word: str) -> bool:
    """Say whether a name of several words begins with this one."""
    return skeleton(word).split(" ")[0] in _openings()


@lru_cache(maxsize=20_000)
def parent(code: str) -> str:
    """Return the code of the object that this one lies in, or "" for a region.

    >>> parent("153251300"), parent("153251000"), parent("153200000")
    ('153251000', '153200000', '150000000')
    """
    for digits in (6, 4, 2):
        above = code[:digits].ljust(9, "0")
        if above != code and above in _table()[0]:
            return above
    return ""


def district(code: str) -> str:
    """Return the code of the district (or city administration) of an object, or ""."""
    above = code[:4] + "00000"
    return above if above != code and above[2:4] != "00" and above in _table()[0] else ""


def sure_city(code: str) -> bool:
    """Say whether an object is a city of republican or oblast rank, which its name alone identifies."""
    place, above = get(code), get(parent(code))
    if not place or place.letter not in "rc":
        return False
    return place.letter == "r" or (above is not None and above.letter == "g" and above.code.endswith("00000"))


@cache
def regions() -> dict[str, Region]:
    """Return the regions by ISO 3166-2 code, in the order of the table."""
    keep = Region.__slots__
    return {row["iso"]: Region(**{name: row[name] for name in keep}) for row in lexicon.table("regions")}


@cache
def _by_prefix() -> dict[str, Region]:
    return {region.kato[:2]: region for region in regions().values()}


def region(code: str, date: str | None = None) -> str:
    """Return the ISO code of the region that a KATO object lay in on an ISO day (today without one).

    >>> region("101010000", "2021-03-01"), region("101010000", "2023-03-01")
    ('KZ-63', 'KZ-10')
    """
    found = _by_prefix().get(code[:2])
    return at(found.iso, date) if found else ""


def region_name(iso: str, language: str, date: str | None) -> str:
    """Return the name that a region bore on an ISO day, or "" for no region.

    >>> region_name("KZ-61", "kk", "2016-05-01"), region_name("KZ-61", "kk", None)
    ('Оңтүстік Қазақстан облысы', 'Түркістан облысы')
    """
    found = regions().get(iso)
    past = (row for row in lexicon.table("region_names") if row["iso"] == iso and date)
    then = next((r for r in past if r["from"] <= str(date) and (not r["before"] or str(date) < r["before"])), None)
    if then is not None:
        return then["ru" if language == "ru" else "kk"]
    return "" if found is None else (found.ru if language == "ru" else found.kk)


def is_city(iso: str) -> bool:
    """Say whether a region is a city of republican rank, which is its own only city."""
    found = regions().get(iso)
    return found is not None and found.capital == found.kato


def at(iso: str, date: str | None) -> str:
    """Return the region that stood in the place of ``iso`` on an ISO day, or "" where an EDTF "2015~" leaves that open.

    >>> at("KZ-79", "2021~"), at("KZ-79", "2015~"), at("KZ-35", "2015~")
    ('KZ-79', '', 'KZ-35')
    """
    found = regions().get(iso)
    if found and date and date.endswith("~"):
        return iso if found.valid_from[:4] < date[:4] else ""
    if found and date and found.valid_from and date[:10] < found.valid_from[: len(date)]:
        return found.before or iso
    return iso


@lru_cache(maxsize=5_000)
def era(date: str | None) -> str | None:
    """Return the day since which the regions have stood as they did on an ISO day: one for all days that are alike.

    >>> era("2023-03-01"), era("2024-12-31"), era("2001-01-01"), era(None)
    ('2022-06-08', '2022-06-08', '0001-01-01', None)
    """
    if date and date.endswith("~"):
        return date
    changes = {found.valid_from for found in regions().values() if found.valid_from}
    passed = [day for day in changes if date and date[:10] >= day[: len(date)]]
    return max(passed, default="0001-01-01") if date else None


@lru_cache(maxsize=50_000)
def forms(word: str, after: str) -> tuple[tuple[str, str], ...]:
    """Return the (nominative, case) readings of a word, the word itself first.

    ``after`` chooses the endings: bare, ru or ru-adjective.
    """
    low = word.lower()
    found = [(low, "nom")]
    for ending, nominative, case, before in endings(after):
        stem = low.removesuffix(ending)
        if len(stem) >= 2 and stem != low and _fits(stem, ending, before) and _spelt(stem, nominative):
            found.append((stem.rstrip("-‑") + nominative, case))
    return tuple(found)


def _spelt(stem: str, nominative: str) -> bool:
    """Рудный: in a Russian adjective и stands behind к, г, х, ж, ш, щ and ч, ы elsewhere; Аксай: й behind a vowel."""
    if nominative == "й":
        return stem[-1] in VOWELS
    return nominative not in ("ый", "ий") or (stem[-1] in "кгхжшщч") == (nominative == "ий")


@cache
def endings(after: str) -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    """Return (ending, nominative ending, case, letter classes before it) rows, longest first."""
    rows = [row for row in lexicon.table("place_endings") if row["after"] == after and row["ending"]]
    rows.sort(key=lambda row: -len(row["ending"]))
    return tuple((row["ending"], row["nominative"], row["case"], tuple(row["before"].split())) for row in rows)


def _fits(stem: str, ending: str, before: tuple[str, ...]) -> bool:
    """Whether a Kazakh ending may follow the last letter and the vowels of a stem."""
    if not before or stem[-1] in "-‑":
        return True
    harmony = next((c for c in reversed(stem) if c in _BACK | _FRONT), "")
    front = next((c for c in ending if c in _BACK | _FRONT), "") in _FRONT
    classes = {_class(stem[-1])} | ({"voiced"} if stem[-1] == "у" else set())  # Ақсудың: its last sound is a glide
    return bool(classes & set(before)) and (not harmony or (harmony in _FRONT) == front or _neutral(stem))


def _neutral(stem: str) -> bool:
    """Париж, Израиль, Ақсу: after и, у or a soft sign either harmony is written."""
    vowel = next((c for c in reversed(stem) if c in VOWELS), "")
    return stem[-1] == "ь" or vowel in "иу" or stem.endswith("ев")


def _class(letter: str) -> str:
    if letter in VOWELS:
        return "vowel"
    if letter in _VOICELESS:
        return "voiceless"
    return "nasal" if letter in _NASAL else "voiced"
