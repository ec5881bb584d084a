"""A small graph for tests: four invented articles, their statements, and a linking made by plain rules."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from kzhealthkg import emit, vocab
from kzhealthkg.model import Article, Entity, Link, MappedText, Statement

DATA = Path(__file__).parent / "queries" / "articles.json"
_PLACES = {"Ақтөбе": "City", "Ақтау": "City", "Костанай": "City", "Алға": "District", "Хромтау": "District"}


def article(data: dict[str, Any]) -> Article:
    text = "\n".join([data["title"], " ".join(sentence[0] for sentence in data["sentences"])])
    clean = MappedText(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    keys = ("title", "publisher", "date", "url", "language", "region")
    return Article(data["id"], text, clean, **{key: data[key] for key in keys if key in data})


def statements(data: dict[str, Any]) -> Iterator[Statement]:
    text = article(data).text
    for quote, *said in data["sentences"]:
        start = text.index(quote)
        for slots in said:
            own = {name: value for name, value in slots.items() if name != "kind"}
            rule = f"{slots['kind'].lower()}.test"
            yield Statement(data["id"], slots["kind"], quote, start, start + len(quote), own, rule)


@cache
def small() -> tuple[tuple[Article, ...], tuple[Statement, ...], tuple[Entity, ...], tuple[Link, ...]]:
    raw = json.loads(DATA.read_text(encoding="utf-8"))
    said = tuple(statement for data in raw for statement in statements(data))
    return (tuple(article(data) for data in raw), said, *link(said))


@cache
def nquads() -> str:
    return "".join(emit.nquads(*small()))


def link(said: tuple[Statement, ...]) -> tuple[tuple[Entity, ...], tuple[Link, ...]]:
    """Link every name to one thing a name, and one place to two candidates."""
    entities: dict[str, Entity] = {}
    # A facility's type stands where the type is said, so these statements describe it first.
    order = sorted(range(len(said)), key=lambda number: "facilityType" not in said[number].slots)
    links = []
    for number in order:
        statement = said[number]
        for slot, name in emit.names(statement):
            if slot != "region":
                entity = _entity(statement, slot, name)
                entities.setdefault(entity.id, entity)
                links.append(_judge(number, slot, name, entity.id))
    return tuple(entities.values()), tuple(links)


def _judge(number: int, slot: str, name: str, entity: str) -> Link:
    if name == "Хромтау":
        return Link(number, slot, name, "Unsure", entity, ("place/156030000", "place/156000000"), ("name=1.0",))
    return Link(number, slot, name, "New", entity)


def _entity(statement: Statement, slot: str, name: str) -> Entity:
    cls = vocab.ENTITY_SLOTS[slot]
    cls = {"Agent": "Person", "Place": _PLACES.get(name, "Village")}.get(cls, cls)
    folder = "place" if slot in {"place", "district"} else cls.lower()
    key = statement.slots["placeCode"] if slot == "place" and "placeCode" in statement.slots else _digest(name)
    local = f"programme/{name}" if slot == "programme" else f"{folder}/{key}"
    language = "ru" if statement.article.startswith("north") and not name.startswith("Мысал") else "kk"
    return Entity(local, cls, {language: name}, _properties(statement, slot, name, local))


def _properties(statement: Statement, slot: str, name: str, local: str) -> dict[str, tuple[str, ...]]:
    if slot == "programme":
        return {"programmeId": (name,)}
    found: dict[str, tuple[str, ...]] = {}
    slots = statement.slots
    if slot in {"place", "district", "facility"} and "region" in slots:
        district = slots.get("district") if slot == "place" else None
        found["within"] = (f"id:place/{_digest(district)}" if district else f"id:region/{slots['region']}",)
    if slot == "place" and "placeCode" in slots:
        found["kato"] = (slots["placeCode"],)
    if slot == "facility" and slots.get("facilityType"):
        found["facilityType"] = (slots["facilityType"],)
    return found


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]
