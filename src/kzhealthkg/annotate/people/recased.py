"""A Russian name stands in the case of the office before it, which tells a man's genitive from a woman's nominative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.people.person_forms import Person
from kzhealthkg.annotate.people.roles import Office
from kzhealthkg.annotate.places.names import GENITIVES

BETWEEN = re.compile(r"[^.,;:()—–!?\n]{1,80}")
"""What may stand between an office and its holder: the body, of no other clause."""
AND = "|".join(lexicon.words("annotate.people.recased", "and"))
LISTED = re.compile(rf",|\s+(?:{AND})\s")
"""Главы районов X и Y: what joins the next of several."""
NAMED = lexicon.words("annotate.people.recased", "named")


def recased(people: Sequence[Person], offices: Sequence[Office], text: str) -> tuple[Person, ...]:
    """Return the people of a sentence, each read in the case of the office right before the name."""
    return tuple(_recased(person, _office(person, offices, text), text) for person in people)


def _office(person: Person, offices: Sequence[Office], text: str) -> Office | None:
    before = next((o for o in reversed(offices) if o.end < person.start), None)
    between = text[before.end : person.start] if before is not None else ""
    told = BETWEEN.fullmatch(between) is not None and not any(word in NAMED for word in between.split())
    several = before is not None and before.plural and LISTED.match(text, person.end) is not None
    return before if before is not None and told and before.cases and not several else None


def _recased(person: Person, office: Office | None, text: str) -> Person:
    words = text[person.start : person.end].split() if office is not None else []
    if office is None or len(words) != 2 or words[0][:3] != person.given[:3]:
        return person
    first, family = words
    if office.cases == {"nom"} and not text[office.end : person.start].strip():
        return _woman(person, first, family)
    return _man(person, first, family) if "nom" not in office.cases else person


def _woman(person: Person, first: str, family: str) -> Person:
    """Главный врач Дамира Т-ова: the office is in the nominative, so that the name is no man's genitive."""
    own = first.endswith(("а", "я")) and person.case != "nom" and family in (person.surname, f"{person.surname}а")
    return replace(person, given=first, surname=family, gender="f", case="nom") if own else person


def _man(person: Person, first: str, family: str) -> Person:
    """Слова главы района Бегзата Т-ова: a woman's genitive would end in -ой."""
    known = names.given(first, "ru")
    genitive = first.endswith("а") and family.endswith(GENITIVES) and (known is None or known.case != "nom")
    if not genitive or person.case != "nom":
        return person
    return replace(person, given=first[:-1], surname=family[:-1], gender="m", case="gen")
