"""Names of people → one id for each person; a shortened name needs the full one in its own article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from kzhealthkg import lexicon
from kzhealthkg.link.collect import digest, slug
from kzhealthkg.text import skeleton

_PATRONYMIC: Final = re.compile(r"(?:ұлы|улы|қызы|кызы|вич|вна|uly|ұly|qyzy)$")
_FATHER_ENDING: Final = re.compile(r"(?:ұлы|улы|қызы|кызы|[ое]вич|[ое]вна|uly|ұly|qyzy)$")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_SURNAME_END: Final = 3
"""Letters a word must have before its ending for it to be a surname's."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in parts, as written."""

    given: str = ""
    surname: str = ""
    patronymic: str = ""

    @property
    def full(self) -> bool:
        """Whether it tells people apart: a given name that is no initial, and a surname or patronymic."""
        return len(self.given) > 1 and bool(self.surname or self.patronymic)

    @property
    def key(self) -> tuple[str, str]:
        """What two names of one person share in every spelling."""
        return skeleton(self.given), skeleton(self.surname or self.patronymic)


@lru_cache(maxsize=20_000)
def read(text: str) -> Name:
    """Return the parts of a name, whichever of given name and surname comes first.

    >>> read("Сейтов Ерлан Маратұлы")
    Name(given='Ерлан', surname='Сейтов', patronymic='Маратұлы')
    """
    words = _WORD.findall(text)
    patronymic = next((w for w in words[1:] if _PATRONYMIC.search(w.lower())), "")
    rest = [word for word in words if word != patronymic]
    if len(rest) < 2:
        alone = rest[0] if rest else ""
        return Name(alone, "", patronymic) if patronymic else Name("", alone)
    rest, second = _second_initial(rest)
    first, last = rest[0], rest[-1]
    name = Name(first, last, patronymic or second)
    return turned(name) if _reversed(first, last) else name


def _second_initial(words: list[str]) -> tuple[list[str], str]:
    """Return the words without the initial of the patronymic (М.Х. Төлеуова, Төлеуова М. Х.), and it."""
    for at in (1, 2):
        if len(words) == 3 and len(words[at]) == len(words[at - 1]) == 1:
            return words[:at] + words[at + 1 :], words[at]
    return words, ""


def _reversed(first: str, last: str) -> bool:
    """Whether the surname stands before the given name."""
    if len(last) == 1 < len(first):
        return True
    named = last.lower() in _given() and first.lower() not in _given()
    return (named or _is_surname(first)) and not _is_surname(last)


def turned(name: Name) -> Name:
    """Return a name with given name and surname in each other's place."""
    return Name(name.surname, name.given, name.patronymic)


def order_known(name: Name) -> bool:
    """Whether a table, an ending or an initial tells the given name from the surname."""
    return len(name.given) < 2 or name.given.lower() in _given() or _is_surname(name.surname)


def father(patronymic: str) -> str:
    """Return what two spellings of one patronymic share, in Kazakh and in Russian.

    >>> father("Серікұлы"), father("Серикович")
    ('serik', 'serik')
    """
    return skeleton(_FATHER_ENDING.sub("", patronymic.lower()) or patronymic)


def _is_surname(word: str) -> bool:
    low = word.lower()
    return low not in _given() and any(low.endswith(e) and len(low) >= len(e) + _SURNAME_END for e in _endings())


@cache
def _endings() -> tuple[str, ...]:
    return tuple(row["ending"] for row in lexicon.table("surname_endings"))


@cache
def _given() -> frozenset[str]:
    return frozenset(row["name"].lower() for row in lexicon.table("given_names"))


def is_person(text: str) -> bool:
    """Say whether a speaker's name looks like a person's: two or three words, with a given name or a surname."""
    words = _WORD.findall(text)
    if not 2 <= len(words) <= 4 or not all(word[0].isupper() for word in words):
        return False
    return words[0].lower() in _given() or any(_is_surname(w) or _PATRONYMIC.search(w.lower()) for w in words)


def identity(name: Name) -> str:
    """Return the id of a person by given name and surname, or patronymic where no surname is known."""
    return f"person/{slug(name.key)}-{digest('person', *name.key)}"
