"""Names of places in the forms that running text gives them, and the words that say their kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.gazetteer import VOWELS, endings, forms
from kzhealthkg.model import Token
from kzhealthkg.model.frozen import frozen

LEVELS_RU: Final = lexicon.words("annotate.places.forms", "levels_ru")
LONGEST: Final = 4
"""Words in the longest name that is looked for."""

_PLURALS: Final = lexicon.words("annotate.places.forms", "plurals")
_POSSESSIVES: Final = lexicon.words("annotate.places.forms", "possessives")
_POSSESSIVES_OF_VOWELS: Final = lexicon.words("annotate.places.forms", "possessives_of_vowels")


@frozen
class TypeWord:
    """A word that says what kind of place a name is: where it stands, for what level, in what case."""

    level: str
    position: str
    plural: bool
    case: str
    words: int = 1


@lru_cache(maxsize=50_000)
def type_word(word: str, following: str = "") -> TypeWord | None:
    """Read a word, or it and the following one, as a type word.

    >>> type_word("ауданындағы").level, type_word("ауылдарында").plural, type_word("ауылдық", "округінің").words
    ('district', True, 2)
    """
    low = word.lower()
    both = f"{low} {following.lower()}"
    return (
        _kazakh_forms().get(both) or _russian_forms().get(both) or _kazakh_forms().get(low) or _russian_forms().get(low)
    )


@cache
def openings() -> frozenset[str]:
    """Return the lower-cased words that are a type word or the first of one."""
    return frozenset(form.split(" ")[0] for form in (*_kazakh_forms(), *_russian_forms()))


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
    for plural in ("", *_PLURALS):
        for possessive in _POSSESSIVES if plural or stem[-1] not in VOWELS else _POSSESSIVES_OF_VOWELS:
            for ending, _, case, _ in (*endings("possessive"), ("", "", "nom", ())):
                word = TypeWord(level, "after", bool(plural), case, words)
                yield stem + plural + possessive + ending, word
                if ending.startswith("нд"):  # облысыда: the н is often left out
                    yield stem + plural + possessive + ending[1:], word


@cache
def _russian_forms() -> dict[str, TypeWord]:
    rows = (row for row in lexicon.table("place_types") if row["language"] == "ru")
    return {
        r["word"]: TypeWord(r["level"], r["position"], r["plural"] == "yes", r["case"], r["word"].count(" ") + 1)
        for r in rows
    }


def joined(tokens: tuple[Token, ...], last_word: str) -> str:
    """Return the words of a name with its last one in the nominative, capitals kept."""
    return joined_words([t.text for t in tokens], last_word)


def joined_words(words: Sequence[str], last_word: str) -> str:
    """Return some words with ``last_word`` for the last one, capitals kept."""
    last = words[-1]
    end = last[: len(last_word)] if last.lower().startswith(last_word) else _cased(last, last_word)
    return " ".join([*words[:-1], end])


def _cased(model: str, word: str) -> str:
    parts = word.split("-")
    capital = [part.capitalize() for part in parts] if model[:1].isupper() else parts
    return "-".join(capital)


def capital(token: Token) -> bool:
    """Whether a word begins with a capital letter."""
    return token.text[:1].isupper()


def named(tokens: tuple[Token, ...], after: str, level: str = "") -> Iterator[tuple[str, str]]:
    """Yield (name, case) for each way in which the words are a name of the gazetteer.

    ``after`` "" asks for the nominative only. A form as written outranks one with an ending off.
    """
    if not capital(tokens[0]):
        return
    last = forms(tokens[-1].norm, after) if after else ((tokens[-1].norm, "nom"),)
    found = [(name, case) for form, case in last if gazetteer.known(name := joined(tokens, form))]
    yield from cities_first(found) if after == "ru" and level == "city" else found


def cities_first(found: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Караганды, Сатпаева: a form of a city's Russian name, before it is the name of some village."""
    return sorted(found, key=lambda one: not _is_city(one[0]))


@lru_cache(maxsize=5_000)
def _is_city(name: str) -> bool:
    return any(p.ru.lower() == name.lower() and p.letter in "rc" for p in gazetteer.lookup(name))


def of_area(tokens: tuple[Token, ...], at: int) -> bool:
    """В сёлах Аральского | района: whether an adjective ends before a token and names the area, not a village in it."""
    word = type_word(tokens[at].norm) if 0 < at < len(tokens) else None
    return word is not None and word.level in AREAS and tokens[at - 1].norm.endswith(ADJECTIVAL)


AREAS = frozenset({"district", "oblast"})
ADJECTIVAL = ("ского", "цкого", "ской", "цкой")
