"""Which person a name means: by its own words, by its article, or by the table of office holders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kzhealthkg.link import match
from kzhealthkg.link.collect import digest, slug
from kzhealthkg.link.officials import Office, ever, holders
from kzhealthkg.link.persons import Name, identity, read
from kzhealthkg.link.weights import Score, reasons
from kzhealthkg.text import skeleton


@dataclass(frozen=True, slots=True)
class Found:
    """The person a name was resolved to."""

    id: str
    name: Name
    outcome: str
    candidates: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    scores: tuple[str, ...] = ()


def resolve(
    text: str, article: str, in_article: Iterable[Name], everywhere: Iterable[Name], offices: Sequence[Office]
) -> Found:
    """Return the person a name means in an article, given the full names said there and in all articles.

    ``offices`` are those that the article gives to the name, on its day.
    """
    name = read(text)
    if name.full:
        feature = "given-and-surname" if name.surname else "given-and-patronymic"
        return Found(identity(name), name, "Linked", reasons=reasons(feature))
    known = _the_one(name, in_article)
    if known:
        return _linked(name, known, "one-full-name-in-article")
    known = _the_one(name, holders(offices)) if name.surname else None
    if known:
        return _linked(name, known, "office-on-the-day")
    known = _the_one(name, ever(offices)) if name.given and name.surname else None
    if known:
        return _linked(name, known, "office-in-the-table")
    return _open(name, article, everywhere)


def _linked(name: Name, known: Name, feature: str) -> Found:
    found = match.people(name, known)
    return Found(identity(known), known, "Linked", reasons=reasons(*found.features, feature))


def _the_one(name: Name, others: Iterable[Name]) -> Name | None:
    fitting = {other.key: other for other in others if _fits(match.people(name, other))}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _fits(found: Score) -> bool:
    """Whether nothing speaks against a shortened name: every feature that does outweighs all that speak for it."""
    return found.total > 0


def _open(name: Name, article: str, everywhere: Iterable[Name]) -> Found:
    """Return a person of this name alone: unsure where full names elsewhere fit."""
    possible = {identity(other): score for other in everywhere if _fits(score := match.people(name, other))}
    ids = tuple(sorted(possible, key=lambda local: (-possible[local].total, local)))
    feature = "initials-and-surname" if _two_initials(name) else "no-full-name-in-article"
    outcome = "Unsure" if ids else "Linked"
    return Found(_short_id(name, article), name, outcome, ids, reasons(feature), tuple(str(possible[i]) for i in ids))


def _two_initials(name: Name) -> bool:
    return bool(name.given and name.surname and name.patronymic)


def _short_id(name: Name, article: str) -> str:
    """Return the id of a shortened name: with two initials it is one person everywhere, with one in its article."""
    if _two_initials(name):
        initial = skeleton(name.patronymic)[:1]
        return f"person/{slug([name.given, initial, name.surname])}-{digest('initials', *name.key, initial)}"
    return f"person/{slug([name.given, name.surname])}-{digest('short', article, *name.key)}"
