"""Names in statements → the things they mean: Linked, New or Unsure, each with its reasons.

An id is made from what one name says and where it is said, never from the other names that meet in
it: so neither the order of the articles nor a further article changes an id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from kzhealthkg import lexicon, vocab
from kzhealthkg.judgements import Judgement
from kzhealthkg.link import bodies, officials, persons, places, reference
from kzhealthkg.link.bodies import Body, Where
from kzhealthkg.link.collect import Thing, Things
from kzhealthkg.link.judged import judged
from kzhealthkg.link.officials import Office, Term
from kzhealthkg.link.persons import Name
from kzhealthkg.link.places import Said
from kzhealthkg.link.resolve import resolve
from kzhealthkg.link.settle import settled
from kzhealthkg.link.weights import reasons
from kzhealthkg.model import Article, Link, Linking, Statement
from kzhealthkg.uncollected import uncollected

_PEOPLE: Final = frozenset({"person", "signatories"})
_BODIES: Final = frozenset({"contractor", "organization", "grantor", "parties"})


def link(articles: Sequence[Article], statements: Sequence[Statement], judgements: Sequence[Judgement] = ()) -> Linking:
    """Return the things that the statements name and how each name was resolved, people's judgements put upon it.

    ``Link.statement`` counts in ``statements``. A facility that is known by type and place only has
    a link with an empty name.
    """
    with uncollected():
        return _link(articles, statements, judgements)


def _link(articles: Sequence[Article], statements: Sequence[Statement], judgements: Sequence[Judgement]) -> Linking:
    linker = _Linker(articles, statements)
    links = [found for number, statement in enumerate(statements) for found in linker.statement(number, statement)]
    found = settled(links, linker.things.by_id, linker.bodies.values())
    return judged(Linking(linker.things.entities(), found), statements, judgements)


@dataclass(frozen=True, slots=True)
class _Source:
    """What is known of the article of a statement."""

    date: str | None = None
    language: str = "kk"


class _Linker:
    def __init__(self, articles: Sequence[Article], statements: Sequence[Statement]) -> None:
        self.things = Things()
        self.bodies: dict[str, Body] = {}
        self._sources = {a.id: _Source(a.date, "ru" if a.language == "ru" else "kk") for a in articles}
        self._named = [tuple(_named(statement.slots)) for statement in statements]
        self._names: dict[str, list[Name]] = defaultdict(list)
        for statement, named in zip(statements, self._named, strict=True):
            self._names[statement.article] += (name for name in _people(named) if name.full)
        self._offices = self._offices_held(statements)
        self._everyone = sorted({name for names in self._names.values() for name in names}, key=lambda n: n.key)
        self._by_surname: dict[str, list[Name]] = defaultdict(list)
        for name in self._everyone:
            self._by_surname[name.key[1]].append(name)
        self._of_no_area = {
            (statement.article, key)
            for statement, named in zip(statements, self._named, strict=True)
            for key in _bodies_of_no_area(named)
        }

    def _offices_held(self, statements: Sequence[Statement]) -> dict[tuple[str, tuple[str, str]], set[Office]]:
        """Return the offices that each article gives to each person, by the article and the person's key."""
        found: dict[tuple[str, tuple[str, str]], set[Office]] = defaultdict(set)
        for statement in statements:
            if statement.slots.get("role") and statement.slots.get("person"):
                held = persons.read(str(statement.slots["person"])).key
                found[statement.article, held].add(self._office(statement))
        return found

    def statement(self, number: int, statement: Statement) -> Iterator[Link]:
        """Yield the links of one statement."""
        where, found = self._where(statement)
        for one in found:
            yield _numbered(one, number)
        for slot, name in self._named[number]:
            made = self._slot(slot, name, statement, where)
            held = self._holder(name, made, statement) if made else None
            yield from (_numbered(one, number) for one in (made, held) if one)
        if _nameless(statement, where):
            body = bodies.facility("", where, str(statement.slots["facilityType"]))
            yield _numbered(self._body("facility", "", body, statement), number)

    def _where(self, statement: Statement) -> tuple[Where, list[Link]]:
        slots, source = statement.slots, self._source(statement)
        text = {name: str(slots.get(name) or "") for name in ("region", "place", "placeCode", "district")}
        words = (text["region"], text["place"], text["placeCode"], text["district"])
        said = Said(*words, source.date, statement.article, source.language)
        found: list[Link] = []
        if said.region:
            local = places.region(self.things, said.region)
            found.append(Link(0, "region", said.region, "Linked", local, reasons=reasons("iso-code")))
        district = places.district(self.things, said) if said.district else None
        above = district.entity if district else ""
        place = places.settlement(self.things, said, above) if said.place else None
        found += [one for one in (place, district) if one]
        return Where(said.region, place.entity if place else "", above, statement.article), found

    def _source(self, statement: Statement) -> _Source:
        return self._sources.get(statement.article, _Source())

    def _slot(self, slot: str, name: str, statement: Statement, where: Where) -> Link | None:
        if slot == "programme":
            return self._programme(name)
        if slot in _PEOPLE or (slot == "speaker" and self._speaks(name, statement)):
            return self._person(slot, name, statement)
        if slot == "facility":
            said_type = str(statement.slots.get("facilityType") or "")
            if (statement.article, bodies.words(name)) in self._of_no_area:
                where = Where(article=statement.article)
            return self._body(slot, name, bodies.facility(name, where, said_type), statement)
        if slot in _BODIES or slot == "speaker":
            return self._body(slot, name, bodies.organization(name, where), statement)
        return None

    def _speaks(self, name: str, statement: Statement) -> bool:
        said = persons.read(name)
        return persons.is_person(name) or any(said.key == other.key for other in self._names[statement.article])

    def _programme(self, name: str) -> Link:
        row: Mapping[str, str] = next((r for r in lexicon.table("programmes") if r["id"] == name), {})
        labels = {lang: row[lang] for lang in ("kk", "ru", "en") if row.get(lang)} or {"en": name}
        thing = Thing("Programme", labels, {"programmeId": (name,)}, reference=bool(row))
        self.things.add(f"programme/{name}", thing)
        return Link(
            0, "programme", name, "Linked" if row else "New", f"programme/{name}", reasons=reasons("programme-id")
        )

    def _person(self, slot: str, name: str, statement: Statement) -> Link:
        here = self._names[statement.article]
        alike = self._by_surname.get(persons.read(name).key[1], ())
        found = resolve(name, statement.article, here, alike, self._held(statement.article, name))
        thing = self._met(found.id, "Person", name, statement)
        parts = {"givenName": found.name.given, "familyName": found.name.surname, "patronymic": found.name.patronymic}
        for part, text in parts.items():
            if len(text) > 1:
                thing.values[part][text] += 1
        outcome: Literal["Linked", "Unsure"] = "Linked" if found.outcome == "Linked" else "Unsure"
        return Link(0, slot, name, outcome, found.id, found.candidates, found.reasons, found.scores)

    def _office(self, statement: Statement) -> Office:
        role, region = (str(statement.slots.get(slot) or "") for slot in ("role", "region"))
        return Office(role, region, self._source(statement).date or "")

    def _held(self, article: str, name: str) -> tuple[Office, ...]:
        """Return the offices that an article gives to a person of this name, in whichever of its statements."""
        return tuple(sorted(self._offices.get((article, persons.read(name).key), ())))

    def _holder(self, name: str, office: Link, statement: Statement) -> Link | None:
        """Return who held the office that is named instead of a person, where the table covers the day."""
        body = self.bodies.get(office.entity)
        role = officials.role_of(body.told.parsed) if body and not body.told.locality else ""
        term = officials.holder(Office(role, body.told.area if body else "", self._source(statement).date or ""))
        if term is None:
            return None
        local = persons.identity(term.name)
        self._official(local, term, statement)
        why = f"{reasons('office-alone')[0]} {term.told}"
        return Link(0, "officeHolder", name, "Linked", local, reasons=(why,))

    def _official(self, local: str, term: Term, statement: Statement) -> None:
        thing = self.things.add(local, Thing("Person"))
        thing.fixed, thing.reference = dict(term.labels), True
        thing.articles.add(statement.article)
        thing.values["givenName"][term.name.given] += 1
        thing.values["familyName"][term.name.surname] += 1

    def _body(self, slot: str, name: str, body: Body, statement: Statement) -> Link:
        self.bodies.setdefault(body.id, body)
        thing = self._met(body.id, body.type, name or _described(body), statement)
        named = reference.bodies_by_id().get(body.id)
        if named:
            thing.fixed, thing.reference = named, True
        if body.within:
            thing.properties = {**thing.properties, "within": (f"id:{body.within}",)}
            if body.within.startswith("region/"):
                places.region(self.things, body.within.removeprefix("region/"))
            else:
                places.known_id(self.things, body.within)
        if body.facility_type:
            thing.values["facilityType"][body.facility_type] += 1
        return Link(0, slot, name, "Linked", body.id, reasons=body.reasons)

    def _met(self, local: str, type_: str, name: str, statement: Statement) -> Thing:
        thing = self.things.add(local, Thing(type_))
        thing.names[self._source(statement).language][name] += 1
        thing.articles.add(statement.article)
        return thing


def _numbered(link: Link, number: int) -> Link:
    """Return a link of the statement with this number; dataclasses.replace takes three times as long."""
    parts = (link.slot, link.name, link.outcome, link.entity, link.candidates, link.reasons, link.scores)
    return Link(number, *parts)


def _described(body: Body) -> str:
    return _type_names().get(body.facility_type, body.facility_type)


@cache
def _type_names() -> Mapping[str, str]:
    return {row["type"]: row["kk"] for row in lexicon.table("facility_type_names")}


def _bodies_of_no_area(named: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield what the names of bodies say that belong to no area, so that a visit there is a visit to them."""
    return (bodies.words(name) for slot, name in named if slot in _BODIES and not bodies.of_area(name))


def _people(named: Iterable[tuple[str, str]]) -> Iterator[Name]:
    for slot, name in named:
        if slot in _PEOPLE or (slot == "speaker" and persons.is_person(name)):
            yield persons.read(name)


def _named(slots: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield slot and name for every name but those of where, which are resolved together."""
    for slot, value in slots.items():
        if slot in vocab.ENTITY_SLOTS and slot not in {"region", "place", "district"}:
            yield from ((slot, str(name)) for name in (value if slot in vocab.LISTS else (value,)) if name)


def _nameless(statement: Statement, where: Where) -> bool:
    """Whether a statement is about one facility that only its type and settlement tell."""
    slots = statement.slots
    one = slots.get("count") in (None, 1)
    return (
        statement.kind in {"Works", "Capacity"}
        and one
        and bool(where.place and slots.get("facilityType") and not slots.get("facility"))
    )
