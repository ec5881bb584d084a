"""What a name says, language, script, case, order and legal form left aside: the ground on which names meet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.text import skeleton

SILENT: Final = "-"
_WORD: Final = re.compile(r"№\s*\d+|\d+|[^\W\d_]+(?:[-‑.][^\W\d_]+)*")
_CAPS: Final = re.compile(r"[^\W\d_a-zа-яёәғқңөұүіһ]{2,}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The parts of a name: concepts, words of its own, numbers, the region and the place it names.

    ``place`` is a KATO code; ``form`` says that a legal form was part of the name.
    """

    concepts: frozenset[str]
    own: tuple[str, ...]
    numbers: tuple[str, ...]
    region: str = ""
    place: str = ""
    form: bool = False

    @property
    def level(self) -> bool:
        """Whether the name says for what area the body works (облыстық, қалалық)."""
        return bool(self.of("level"))

    @property
    def names(self) -> bool:
        """Whether the name tells the body from its like: own words, a number, a level, a specialism."""
        return bool(self.own or self.numbers or self.place or self.concepts - self.of("head", "plain"))

    def of(self, *classes: str) -> frozenset[str]:
        """Return the concepts of these classes of the table: head, body, level, plain, field."""
        return _of(self.concepts, classes)

    @property
    def sole(self) -> bool:
        """Whether a region has one centre of this kind, so that its level goes without saying."""
        return bool(self.of("field")) and self.of("field") <= _sole_fields()

    def words(self) -> tuple[str, ...]:
        """Return all that the name says, in a fixed order."""
        return (*sorted(self.concepts), *self.own, *self.numbers)


@lru_cache(maxsize=20_000)
def _of(concepts: frozenset[str], classes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(concept for concept in concepts if _classes()[concept] in classes)


@lru_cache(maxsize=50_000)
def parse(name: str) -> Parsed:
    """Return the parts of a name.

    >>> parse("«Тұлпар» облыстық онкология орталығы").words()
    ('centre', 'oncology', 'regional', 'tulpar')
    """
    words, form = _without_forms(_WORD.findall(name))
    concepts: set[str] = set()
    own: list[str] = []
    numbers: list[str] = []
    region = place = ""
    at, before = 0, ""
    while at < len(words):
        size, level, code = _place_at(words, at, before)
        if size:
            region, place = (region or gazetteer.region(code), place) if level == "oblast" else (region, place or code)
            before = ""
        else:
            _sort_word(words[at], concepts, own, numbers)
            before = words[at]
        at += size or 1
    if not (concepts or own or numbers or region or place):
        own = [skeleton(word) for word in words]
    return Parsed(_folded(concepts), tuple(sorted(set(own))), tuple(sorted(set(numbers))), region, place, form)


def _sort_word(word: str, concepts: set[str], own: list[str], numbers: list[str]) -> None:
    digits = word.lstrip("№ ")
    if digits.isdigit():
        numbers.append(digits.lstrip("0"))
        return
    meant = concept(word)
    parts = [word] if meant or not re.search("[-‑]", word) else re.split("[-‑]", word)
    for part in parts:
        meant = concept(part)
        if meant and meant != SILENT:
            concepts.add(meant)
        elif not meant and len(skeleton(part)) > 1:
            own.append(skeleton(part).replace(" ", ""))


@lru_cache(maxsize=50_000)
def concept(word: str) -> str:
    """Return the concept of a word, "-" where it tells nothing apart, "" where it is no word of the table."""
    key = skeleton(word)
    exact, prefixes = _concepts()
    if key in exact:
        return exact[key]
    return next((prefixes[key[:size]] for size in range(len(key), 2, -1) if key[:size] in prefixes), "")


@cache
def _concepts() -> tuple[dict[str, str], dict[str, str]]:
    rows = lexicon.table("name_concepts")
    exact = {skeleton(row["stem"]): row["concept"] for row in rows if row["match"] == "word"}
    return exact, {skeleton(row["stem"]): row["concept"] for row in rows if row["match"] == "prefix"}


@cache
def _sole_fields() -> frozenset[str]:
    return frozenset(row["concept"] for row in lexicon.table("sole_fields"))


@cache
def _classes() -> dict[str, str]:
    return defaultdict(str, ((row["concept"], row["class"]) for row in lexicon.table("name_concepts") if row["class"]))


@cache
def _folds() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    rows = (row for row in lexicon.table("name_concepts") if row["match"] == "set")
    return tuple((frozenset(row["stem"].split()), frozenset(row["concept"].split())) for row in rows)


def _folded(concepts: set[str]) -> frozenset[str]:
    """Return the concepts with those that say one thing together put as one."""
    found = frozenset(concepts)
    for together, one in _folds():
        if together <= found:
            found = found - together | one
    return found


@cache
def _forms() -> dict[tuple[str, ...], bool]:
    return {tuple(_form_key(word) for word in row["words"].split()): True for row in lexicon.table("legal_forms")}


def _form_key(word: str) -> str:
    """Short forms count in capitals only: ЖШС is one, but мм or оо is not."""
    return word.upper() if _CAPS.fullmatch(word) or word == "КеАҚ" else word.lower()


def _without_forms(words: list[str]) -> tuple[list[str], bool]:
    kept: list[str] = []
    at, keys = 0, [_form_key(word.split("-")[0] if _CAPS.match(word) else word) for word in words]
    while at < len(words):
        size = next((n for n in range(min(8, len(words) - at), 0, -1) if tuple(keys[at : at + n]) in _forms()), 0)
        kept += [] if size else [words[at]]
        at += size or 1
    return (kept or words), len(kept) < len(words)


def _place_at(words: list[str], at: int, before: str) -> tuple[int, str, str]:
    """Return size in words, level and KATO code of the place named at a word; size 0 where none is.

    ``before`` is the word before it, where that belongs to no place.
    """
    if not words[at][0].isupper():
        return 0, "", ""
    for size in range(min(3, len(words) - at), 0, -1):
        part = words[at : at + size]
        wanted = _wanted(words[at + size] if at + size < len(words) else "") or _shapes("before").get(
            skeleton(before), ""
        )
        for name in _nominatives(part):
            level, code = _place(name, wanted)
            if code:
                return size, level, code
    return 0, "", ""


def _wanted(following: str) -> str:
    """Return the level that the word after a name asks for, or ""."""
    key = skeleton(following)
    return next((level for stem, level in _shapes("after").items() if key.startswith(stem)), "")


@cache
def _shapes(side: str) -> dict[str, str]:
    return {skeleton(row["stem"]): row["level"] for row in lexicon.table("name_shapes") if row["side"] == side}


def _nominatives(part: list[str]) -> Iterator[str]:
    for after in ("bare", "ru", "ru-adjective", "ru-oblast"):
        for form, _ in gazetteer.forms(part[-1], after):
            yield " ".join([*part[:-1], form])


@lru_cache(maxsize=20_000)
def _place(name: str, wanted: str) -> tuple[str, str]:
    """Return level and code of the one region or great city of a name, or of what the next word asks for."""
    found = gazetteer.lookup(name)
    for level in (wanted,) if wanted else ("city", "oblast"):
        fitting = [p for p in found if p.level == level and (level != "city" or gazetteer.sure_city(p.code))]
        if len(fitting) == 1 and (wanted or name.capitalize() not in _ambiguous()):
            return level, fitting[0].code
    return _alias(name, wanted)


def _alias(name: str, wanted: str) -> tuple[str, str]:
    row = _region_names().get(skeleton(name))
    return ("oblast", gazetteer.regions()[row].kato) if row and wanted in {"", "oblast"} else ("", "")


@cache
def _region_names() -> dict[str, str]:
    return {skeleton(row["alias"]): row["iso"] for row in lexicon.table("region_aliases")}


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(row["name"] for row in lexicon.table("place_ambiguous"))
