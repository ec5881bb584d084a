"""Things that persist: their triples, and those of the things they lie in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kzhealthkg import lexicon, vocab
from kzhealthkg.emit import terms
from kzhealthkg.model import Entity

TYPE: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LABEL: Final = "<http://www.w3.org/2000/01/rdf-schema#label>"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_REFERENCE: Final = "id:"


class Things:
    """The entities of a build, each written once and kept as text."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities: dict[str, Entity] = {entity.id: entity for entity in entities}
        self._written: dict[str, tuple[str, ...]] = {}

    def __contains__(self, local: str) -> bool:
        return local in self._entities

    def __len__(self) -> int:
        return len(self._entities)

    def get(self, local: str) -> Entity | None:
        """Return the entity with this id, or None."""
        return self._entities.get(local)

    def region(self, code: str) -> str:
        """Return the id of a region by its ISO code, describing it from the table of regions where needed."""
        local = f"region/{code}"
        if local not in self._entities:
            self._entities[local] = _region(local, code)
        return local

    def publisher(self, name: str, language: str) -> str:
        """Return the id of the organisation that publishes under ``name``; nothing but the name decides it."""
        local = f"organization/publisher-{terms.digest(name.casefold())}"
        self._entities.setdefault(local, Entity(local, "Organization", {language: name}))
        return local

    def closure(self, locals_: Iterable[str]) -> set[str]:
        """Return these ids and the ids of all that they refer to."""
        found: set[str] = set()
        waiting = [local for local in locals_ if local in self._entities]
        while waiting:
            local = waiting.pop()
            if local not in found:
                found.add(local)
                waiting += [other for other in _references(self._entities[local]) if other in self._entities]
        return found

    def triples(self, local: str) -> tuple[str, ...]:
        """Return the triples that describe one thing, as "subject predicate object" texts."""
        if local not in self._written:
            self._written[local] = tuple(_triples(self._entities[local]))
        return self._written[local]


def _region(local: str, code: str) -> Entity:
    row: Mapping[str, str] = next((row for row in lexicon.table("regions") if row["iso"] == code), {})
    labels = {language: row[language] for language in ("kk", "ru", "en") if row.get(language)}
    kato = {"kato": (row["kato"],)} if row.get("kato") else {}
    return Entity(local, "Region", labels or {"en": code}, {"isoCode": (code,)} | kato)


def _references(entity: Entity) -> Iterator[str]:
    for values in entity.properties.values():
        yield from (value.removeprefix(_REFERENCE) for value in values if value.startswith(_REFERENCE))


def _triples(entity: Entity) -> Iterator[str]:
    subject = terms.thing(entity.id)
    yield f"{subject} {TYPE} {terms.term(entity.type)}"
    for language, text in entity.labels.items():
        yield f"{subject} {LABEL} {terms.label(text, language)}"
    for name, values in entity.properties.items():
        for value in values:
            yield f"{subject} {_value(name, value)}"


def _value(name: str, value: str) -> str:
    """Return predicate and object of one property of a thing."""
    if name == "altLabel":
        text, _, language = value.rpartition("@") if "@" in value else (value, "", "kk")
        return f"<{_SKOS}altLabel> {terms.label(text, language)}"
    if name == "exactMatch":
        return f"<{_SKOS}exactMatch> {terms.external(value)}"
    if value.startswith(_REFERENCE):
        return f"{terms.term(name)} {terms.thing(value.removeprefix(_REFERENCE))}"
    if name in vocab.CONCEPT_SLOTS:
        return f"{terms.term(name)} {terms.concept(vocab.CONCEPT_SLOTS[name], value)}"
    return f"{terms.term(name)} {terms.string(value)}"
