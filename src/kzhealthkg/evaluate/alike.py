"""How alike two values of a slot are: 1.0 the same, 0.5 half right, 0.0 different."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from kzhealthkg import lexicon, vocab

CLOSED: Final = frozenset({
    "region", "workType", "status", "role", "level", "source", "bound", "facilityType", "agreementType",
    "programme", "change", "currency",
})  # fmt: skip
NAMES: Final = frozenset({"place", "district", "facility", "person", "organization", "grantor"})
TEXTS: Final = frozenset({"item", "purpose", "profession", "document", "measure", "unit", "topic"})
SCORED: Final = vocab.NUMBERS | vocab.DATES | vocab.LISTS | CLOSED | NAMES | TEXTS
ANCHORS: Final = vocab.NUMBERS | {
    "place", "facility", "item", "person", "document", "measure", "topic", "parties", "signatories",
}  # fmt: skip
"""Slots that tell one statement from another of its kind."""

_LIKE_WORD, _LIKE_TEXT = 0.4, 0.5
_NAMED: Final = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ0-9«\"№]")
_WHOLE_AREA: Final = re.compile(r"(ауданы|облысы| район| область)$")
_AKIMS: Final = ("akim", "deputy-akim")


@cache
def _table(sort: str) -> dict[str, str]:
    return {row["form"]: row["value"] for row in lexicon.table("scoring") if row["sort"] == sort}


@cache
def skeleton(text: str) -> str:
    """Return a text's words in one alphabet, without marks, case and signs."""
    letters = _table("letter")
    folded = unicodedata.normalize("NFC", text).replace("\u00a0", " ").casefold()
    folded = "".join(letters.get(char, char) for char in folded)
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", bare))


def _words(text: str) -> list[str]:
    every = skeleton(text).split()
    return [word for word in every if word not in _table("generic")] or every


@cache
def _grams(text: str) -> frozenset[str]:
    padded = f"  {text} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def overlap(a: str | None, b: str | None) -> float:
    """Return how much of the shorter of two pieces of evidence stands in the other, 0 to 1."""
    if not a or not b:
        return 0.0
    x, y = _grams(skeleton(a)), _grams(skeleton(b))
    return len(x & y) / min(len(x), len(y))


def _same_word(a: str, b: str) -> bool:
    if a == b:
        return True
    if any(char.isdigit() for char in a + b):
        return False
    if len(a) == 1 or len(b) == 1:  # an initial
        return a[0] == b[0]
    # The last letter and the word's end change with the case ending, so they do not count against the shorter.
    return _share(_grams(a) - {f"{a[-1]}  "}, _grams(b)) >= _LIKE_WORD


def name(gold: str, found: str) -> float:
    """Compare names: every word of the shorter has its own like word in the longer, and numbers agree."""
    short, long = sorted((_words(gold), _words(found)), key=len)
    if not short or not _all_met(short, long) or not _numbers_agree(short, long):
        return 0.0
    return 0.5 if len(short) == 1 and len(long) >= 4 else 1.0


def _all_met(short: list[str], long: list[str]) -> bool:
    left = list(long)
    for word in short:
        met = word if word in left else next((other for other in left if _same_word(word, other)), None)
        if met is None:
            return False
        left.remove(met)
    return True


def _numbers_agree(a: list[str], b: list[str]) -> bool:
    x, y = ({word for word in words if any(char.isdigit() for char in word)} for words in (a, b))
    return not x or not y or x == y


def _has_patronymic(words: list[str]) -> bool:
    return words[-1].endswith(tuple(_table("patronymic")))


def person(gold: str, found: str) -> float:
    """Compare persons: one may be given name and surname, the other given name and patronymic."""
    g, f = skeleton(gold).split(), skeleton(found).split()
    if len(g) > 1 and len(f) > 1 and g[0] == f[0] and _has_patronymic(g) != _has_patronymic(f):
        return 1.0
    return name(gold, found)


def text(gold: str, found: str) -> float:
    """Compare free texts: as names, or by half of their letter triples."""
    return max(name(gold, found), float(_share(_grams(skeleton(gold)), _grams(skeleton(found))) >= _LIKE_TEXT))


def _unit(gold: str, found: str) -> float:
    g, f = gold.strip().casefold(), found.strip().casefold()
    units = _table("unit")
    return float(g == f or (g in units and units[g] == units.get(f)))


def date(gold: str, found: str) -> float:
    """Compare EDTF dates: half right where one is a part of the other or an end is shared."""
    if gold == found:
        return 1.0
    if gold.startswith(found) or found.startswith(gold):
        return 0.5
    g, f = gold.split("/"), found.split("/")
    return 0.5 if g[0] == f[0] or g[-1] == f[-1] else 0.0


def _number(gold: Any, found: Any) -> float:
    try:
        return float(abs(float(gold) - float(found)) < 1e-6 * max(1.0, abs(float(gold))))
    except (TypeError, ValueError):
        return 0.0


def _list(gold: Any, found: Any) -> float:
    g, f = ([str(v) for v in (value if isinstance(value, list | tuple) else [value])] for value in (gold, found))
    met = sum(any(text(x, y) for y in f) for x in g)
    beyond = sum(not any(text(x, y) for x in g) for y in f)
    return met / (len(g) + beyond) if g or beyond else 1.0


def _closed(gold: str, found: str) -> float:
    return float(gold == found)


def _comparer(slot: str) -> Callable[[str, str], float]:
    if slot in vocab.DATES:
        return date
    if slot in CLOSED:
        return _closed
    return {"unit": _unit, "person": person}.get(slot) or (name if slot in NAMES else text)


def value(slot: str, gold: Any, found: Any) -> float:
    """Compare two values of a slot."""
    if slot in vocab.NUMBERS:
        return _number(gold, found)
    if slot in vocab.LISTS:
        return _list(gold, found)
    return _comparer(slot)(str(gold), str(found))


def implied(slot: str, gold: dict[str, Any], found: dict[str, Any]) -> float:
    """Return the credit of a slot left out, whose content stands in another slot."""
    rule = _IMPLIED.get(slot)
    return rule(gold, found) if rule else 0.0


def _facility(gold: dict[str, Any], found: dict[str, Any]) -> float:
    kind = found.get("facilityType")
    return float(not _NAMED.search(str(gold["facility"])) and bool(kind) and kind == gold.get("facilityType", kind))


def _place(gold: dict[str, Any], found: dict[str, Any]) -> float:
    twin = "district" if "district" in gold else "region"
    return float(bool(_WHOLE_AREA.search(str(gold["place"]))) and twin in gold and found.get(twin) == gold[twin])


def _organization(gold: dict[str, Any], found: dict[str, Any]) -> float:
    return float(gold.get("role") in _AKIMS and found.get("role") == gold["role"])


def _other_date(slot: str, other: str) -> Callable[[dict[str, Any], dict[str, Any]], float]:
    def credit(gold: dict[str, Any], found: dict[str, Any]) -> float:
        swapped = other not in gold and found.get(other)
        return 0.5 * date(str(gold[slot]), str(found[other])) if swapped else 0.0

    return credit


_IMPLIED: Final = {
    "facility": _facility,
    "place": _place,
    "organization": _organization,
    "date": _other_date("date", "due"),
    "due": _other_date("due", "date"),
}
