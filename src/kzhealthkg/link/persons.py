"""Names of people → one id for each person; a shortened name needs the full one in its own article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from kzhealthkg import lexicon
from kzhealthkg.link.collect import digest, reasons, slug
from kzhealthkg.text import skeleton

_PATRONYMIC: Final = re.compile(r"(?:ұлы|улы|қызы|кызы|вич|вна|uly|ұly|qyzy)$")
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


@dataclass(frozen=True, slots=True)
class Found:
    """The person a name was resolved to."""

    id: str
    name: Name
    outcome: str
    candidates: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


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
    if len(rest) == 3 and len(rest[0]) == len(rest[1]) == 1:
        rest = [rest[0], rest[2]]
    first, last = rest[0], rest[-1]
    reverse = (_is_surname(first) and not _is_surname(last)) or (len(last) == 1 < len(first))
    return Name(last, first, patronymic) if reverse else Name(first, last, patronymic)


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


def resolve(text: str, article: str, in_article: Iterable[Name], everywhere: Iterable[Name]) -> Found:
    """Return the person a name means in an article, given the full names said there and in all articles."""
    name = read(text)
    if name.full:
        feature = "given-and-surname" if name.surname else "given-and-patronymic"
        return Found(identity(name), name, "Linked", reasons=reasons(feature))
    fitting = {other.key: other for other in in_article if _fits(name, other)}
    if len(fitting) == 1:
        whole = next(iter(fitting.values()))
        return Found(identity(whole), whole, "Linked", reasons=reasons("one-full-name-in-article"))
    possible = {identity(other) for other in everywhere if _fits(name, other)}
    local = f"person/{slug([name.given, name.surname])}-{digest('short', article, *name.key)}"
    return Found(local, name, "Unsure", tuple(sorted(possible)), reasons("no-full-name-in-article"))


def identity(name: Name) -> str:
    """Return the id of a person by given name and surname, or patronymic where no surname is known."""
    return f"person/{slug(name.key)}-{digest('person', *name.key)}"


def _fits(short: Name, full: Name) -> bool:
    """Whether a shortened name may stand for a full one: the surname, and the initial where there is one."""
    given, surname = short.key
    other, family = full.key
    return bool(surname) and surname == family and other.startswith(given)
