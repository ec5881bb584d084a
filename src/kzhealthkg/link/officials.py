"""Who held an office on a day: ``lexicon/officials.tsv``, with no term stretched beyond what its source shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from kzhealthkg import edtf, gazetteer, lexicon
from kzhealthkg.link import persons
from kzhealthkg.link.keys import Parsed
from kzhealthkg.link.persons import Name

SOLE: Final = frozenset({"akim", "minister", "prime-minister", "president"})
"""Offices that one person holds at a time, so that the office alone says who."""
_REGIONAL: Final = frozenset({"akim"})


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """What a statement says somebody holds: a role of the scheme, a region's ISO code, and the day it is said."""

    role: str = ""
    region: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office, ISO days or parts of them, "" where not known."""

    name: Name
    labels: tuple[tuple[str, str], ...]
    role: str
    region: str
    start: str
    end: str
    attested: str
    source: str

    @property
    def told(self) -> str:
        """The term in words, with its source, for whoever asks why."""
        return (
            f"{self.role} {self.region} {self.start}/{self.end or f'attested {self.attested}'} {self.source}".replace(
                "  ", " "
            )
        )

    def covers(self, day: str) -> bool:
        """Whether the person surely held the office on an ISO day: neither end is guessed."""
        if not _is_day(day) or not self.start or edtf.bounds(self.start)[1] > day:
            return False
        if self.end:
            return day < edtf.bounds(self.end)[0]
        return bool(self.attested) and day <= self.attested


def _is_day(text: str) -> bool:
    return len(text) == 10


@cache
def terms() -> tuple[Term, ...]:
    """Return every term of the table that has a role, in its order."""
    return tuple(_term(row) for row in lexicon.table("officials") if row["role"])


def _term(row: Mapping[str, str]) -> Term:
    labels = {"kk": row["kk"], "ru": _given_first(row["ru"]), "en": row["en"]}
    region = gazetteer.region(row["kato"]) if row["kato"] else ""
    kept = (row[column] for column in ("start", "end", "attested", "source"))
    shown = tuple((language, text) for language, text in labels.items() if text)
    return Term(persons.read(row["kk"] or row["ru"]), shown, row["role"], region, *kept)


def _given_first(text: str) -> str:
    name = persons.read(text)
    return f"{name.given} {name.surname}".strip() or text


@lru_cache(maxsize=4096)
def in_office(office: Office) -> tuple[Term, ...]:
    """Return the terms of an office that cover its day."""
    regional = office.role in _REGIONAL
    found = (term for term in terms() if term.role == office.role and term.covers(office.date))
    return tuple(term for term in found if not regional or (office.region and term.region == office.region))


def holders(offices: Iterable[Office]) -> Iterator[Name]:
    """Yield the names of those who held one of these offices on its day."""
    return (term.name for office in offices for term in in_office(office))


def ever(offices: Iterable[Office]) -> Iterator[Name]:
    """Yield the names of all who ever held one of these offices, whatever its day."""
    for office in offices:
        regional = office.role in _REGIONAL
        found = (term for term in terms() if office.role and term.role == office.role)
        yield from (term.name for term in found if not regional or (office.region and term.region == office.region))


def holder(office: Office) -> Term | None:
    """Return the one who held an office of one seat on its day, None where the table does not cover it."""
    found = in_office(office) if office.role in SOLE else ()
    return found[0] if len({term.name.key for term in found}) == 1 else None


def role_of(parsed: Parsed) -> str:
    """Return the role of an office that is named instead of a person (облыс әкімі), "" where none is."""
    if parsed.own or parsed.numbers or "district" in parsed.concepts:
        return ""
    return _terms().get(parsed.concepts - parsed.of("level"), "")


@cache
def _terms() -> Mapping[frozenset[str], str]:
    return {frozenset(row["concepts"].split()): row["role"] for row in lexicon.table("office_terms")}
