"""Names of places in the forms that running text gives them, and the words that say their kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.model import Token

LONGEST: Final = 4
"""Words in the longest name that is looked for."""

_VOWELS: Final = frozenset("аәеёиоөуұүыіэюя")
_VOICELESS: Final = frozenset("пфктсшщчцхқһбвгд")
_NASAL: Final = frozenset("мнң")
_BACK: Final = frozenset("аоұы")
_FRONT: Final = frozenset("әөүіе")


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A word that says what kind of place a name is: where it stands, for what level, in what case."""

    level: str
    position: str
    plural: bool
    case: str
    words: int = 1


@lru_cache(maxsize=50_000)
def forms(word: str, after: str) -> tuple[tuple[str, str], ...]:
    """Return the (nominative, case) readings of a word, the word itself first.

    ``after`` chooses the endings: bare, ru or ru-adjective.
    """
    low = word.lower()
    found = [(low, "nom")]
    for ending, nominative, case, before in _endings(after):
        stem = low.removesuffix(ending)
        if len(stem) >= 2 and stem != low and _fits(stem, ending, before):
            found.append((stem.rstrip("-‑") + nominative, case))
    return tuple(found)


@cache
def _endings(after: str) -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    rows = [row for row in lexicon.table("place_endings") if row["after"] == after and row["ending"]]
    rows.sort(key=lambda row: -len(row["ending"]))
    return tuple((row["ending"], row["nominative"], row["case"], tuple(row["before"].split())) for row in rows)


def _fits(stem: str, ending: str, before: tuple[str, ...]) -> bool:
    """Whether a Kazakh ending may follow the last letter and the vowels of a stem."""
    if not before or stem[-1] in "-‑":
        return True
    harmony = next((c for c in reversed(stem) if c in _BACK | _FRONT), "")
    front = next((c for c in ending if c in _BACK | _FRONT), "") in _FRONT
    return _class(stem[-1]) in before and (not harmony or (harmony in _FRONT) == front or stem[-1] in "иу")


def _class(letter: str) -> str:
    if letter in _VOWELS:
        return "vowel"
    if letter in _VOICELESS:
        return "voiceless"
    return "nasal" if letter in _NASAL else "voiced"


@lru_cache(maxsize=50_000)
def type_word(word: str, following: str = "") -> TypeWord | None:
    """Read a word, or it and the following one, as a type word.

    >>> type_word("ауданындағы").level, type_word("ауылдарында").plural, type_word("ауылдық", "округінің").words
    ('district', True, 2)
    """
    low = word.lower()
    double = _kazakh_forms().get(f"{low} {following.lower()}")
    return double or _kazakh_forms().get(low) or _russian_forms().get(low)


@cache
def _kazakh_forms() -> dict[str, TypeWord]:
    table: dict[str, TypeWord] = {}
    for row in lexicon.table("place_types"):
        if row["position"] == "after":
            table |= dict(_inflected(row["word"], row["level"]))
        elif row["position"] == "adjective" and row["language"] == "kk":
            table[row["word"]] = TypeWord(row["level"], "adjective", False, "")
    return table


def _inflected(stem: str, level: str) -> Iterator[tuple[str, TypeWord]]:
    """Yield every possessive form of a Kazakh type word, singular and plural."""
    words = stem.count(" ") + 1
    for plural in ("", "лар", "лер", "дар", "дер", "тар", "тер"):
        for possessive in ("ы", "і") if plural or stem[-1] not in _VOWELS else ("сы", "сі"):
            for ending, _, case, _ in (*_endings("possessive"), ("", "", "nom", ())):
                yield stem + plural + possessive + ending, TypeWord(level, "after", bool(plural), case, words)


@cache
def _russian_forms() -> dict[str, TypeWord]:
    rows = (row for row in lexicon.table("place_types") if row["language"] == "ru")
    return {r["word"]: TypeWord(r["level"], r["position"], r["plural"] == "yes", r["case"]) for r in rows}


def joined(tokens: tuple[Token, ...], last_word: str) -> str:
    """Return the words of a name with its last one in the nominative, capitals kept."""
    words = [t.text for t in tokens[:-1]]
    last = tokens[-1].text
    return " ".join([*words, last[: len(last_word)] if last.lower().startswith(last_word) else _cased(last, last_word)])


def _cased(model: str, word: str) -> str:
    parts = word.split("-")
    capital = [part.capitalize() for part in parts] if model[:1].isupper() else parts
    return "-".join(capital)


def capital(token: Token) -> bool:
    """Whether a word begins with a capital letter."""
    return token.text[:1].isupper()


def named(tokens: tuple[Token, ...], endings: str) -> Iterator[tuple[str, str]]:
    """Yield (name, case) for each way in which the words are a name of the gazetteer.

    ``endings`` "" asks for the nominative only. A form as written outranks one with an ending off.
    """
    if not capital(tokens[0]):
        return
    last = forms(tokens[-1].norm, endings) if endings else ((tokens[-1].norm, "nom"),)
    for nominative, case in last:
        name = joined(tokens, nominative)
        if gazetteer.known(name):
            yield name, case
