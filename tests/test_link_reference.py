"""What is known beforehand: bodies of the reference table, and who held an office on a day."""

from __future__ import annotations

from typing import Any

import pytest

from kzhealthkg import emit, gazetteer, lexicon, vocab
from kzhealthkg.link import bodies, link, officials, persons, reference
from kzhealthkg.link.bodies import Where
from kzhealthkg.link.keys import parse
from kzhealthkg.link.officials import Office
from kzhealthkg.model import Article, Entity, Link, Linking, Statement
from kzhealthkg.text import identity

BODIES = lexicon.table("reference_bodies")


def says(kind: str = "Post", **slots: Any) -> Statement:
    return Statement("a", kind, "x", 0, 1, slots)


def linked(date: str | None, *said: Statement, region: str = "") -> Linking:
    return link([Article("a", "x", identity("x"), date=date, region=region)], said)


def of(linking: Linking, slot: str) -> list[Link]:
    return [one for one in linking.links if one.slot == slot]


def entity(linking: Linking, local: str) -> Entity:
    return next(one for one in linking.entities if one.id == local)


@pytest.mark.parametrize("row", BODIES, ids=lambda row: row["en"])
def test_the_kazakh_and_the_russian_name_of_a_reference_body_are_one_body(row: dict[str, str]) -> None:
    assert bodies.organization(row["kk"], Where()).id == bodies.organization(row["ru"], Where()).id


def test_every_region_has_its_akimat_and_its_health_department_and_all_are_apart() -> None:
    assert {(row["kind"], row["iso"]) for row in BODIES} == {
        ("ministry", ""), *((kind, iso) for iso in gazetteer.regions() for kind in ("akimat", "health-department"))
    }  # fmt: skip
    assert len(reference.bodies_by_id()) == len(BODIES)
    assert all(row["source"] for row in BODIES)


def test_a_reference_body_bears_its_full_names_and_is_linked_at_once() -> None:
    found = linked("2025-01-01", says(person="Ерлан Сейтов", organization="облыс әкімдігі", region="KZ-47"))
    (body,) = of(found, "organization")
    assert body.outcome == "Linked"
    assert entity(found, body.entity).labels["en"] == "Akimat of Mangystau Region"
    assert entity(found, body.entity).properties["altLabel"] == ("облыс әкімдігі@kk",)


def test_every_role_of_the_table_is_a_role_and_every_term_has_a_source() -> None:
    rows = lexicon.table("officials")
    assert {row["role"] for row in rows} - {""} <= set(vocab.ROLE)
    assert all(row["source"] for row in rows)
    assert {row["role"] for row in lexicon.table("office_terms")} <= officials.SOLE


TERMS = {
    ("akim", "KZ-15", "2023-01-10"): "Ералы Тоғжанов",
    ("akim", "KZ-15", "2022-08-31"): "Ералы Тоғжанов",
    ("akim", "KZ-15", "2022-08-30"): "Оңдасын Оразалин",
    ("akim", "KZ-15", "2018-01-01"): "",
    ("akim", "KZ-15", "2025-06-01"): "",
    ("akim", "KZ-15", ""): "",
    ("akim", "", "2023-01-10"): "",
    ("akim", "KZ-47", "2023-01-10"): "Нұрлан Ноғаев",
    ("minister", "", "2024-06-01"): "Ақмарал Әлназарова",
    ("minister", "KZ-15", "2023-06-01"): "Ажар Ғиният",
    ("minister", "", "2030-06-01"): "",
    ("vice-minister", "", "2020-06-25"): "",
    ("head", "", "2023-01-10"): "",
}


@pytest.mark.parametrize("office", TERMS, ids="-".join)
def test_an_office_alone_names_a_person_only_where_the_term_covers_the_day(office: tuple[str, str, str]) -> None:
    term = officials.holder(Office(*office))
    assert (term.name.key if term else None) == (persons.read(TERMS[office]).key if TERMS[office] else None)


def test_an_office_named_for_a_person_is_inferred_and_says_how() -> None:
    said = says("Grant", count=4, grantor="облыс әкімі", region="KZ-47")
    found = linked("2023-01-10", said)
    (held,) = of(found, "officeHolder")
    assert entity(found, held.entity).labels["kk"] == "Нұрлан Ноғаев"
    text = "".join(
        emit.nquads([Article("a", "x", identity("x"), date="2023-01-10")], [said], found.entities, found.links)
    )
    assert f"<{vocab.ONTOLOGY}officeHolder> <{vocab.THINGS}{held.entity}>" in text
    assert f'<{vocab.ONTOLOGY}inference> "office-alone=0.85 akim KZ-47 2021/2024-05-17 http' in text
    assert f"<{vocab.ONTOLOGY}grantor> <{vocab.THINGS}{held.entity}>" not in text


@pytest.mark.parametrize(
    ("name", "region", "date"),
    [
        ("облыс әкімі", "KZ-47", "2025-01-10"),
        ("облыс әкімі", "KZ-47", None),
        ("облыс әкімі", "", "2023-01-10"),
        ("аудан әкімі", "KZ-47", "2023-01-10"),
        ("Ақтау қаласының әкімі", "KZ-47", "2023-01-10"),
        ("облыс әкімдігі", "KZ-47", "2023-01-10"),
    ],
)
def test_another_office_or_an_uncovered_day_names_nobody(name: str, region: str, date: str | None) -> None:
    slots = {"grantor": name} | ({"region": region} if region else {})
    assert of(linked(date, says("Grant", count=4, **slots)), "officeHolder") == []


def test_the_words_of_an_office_in_both_languages() -> None:
    said = {"облыс әкімі": "akim", "аким области": "akim", "Денсаулық сақтау министрі": "minister"}
    said |= {"министр здравоохранения": "minister", "Премьер-министр": "prime-minister", "Қаржы министрі": ""}
    assert {name: officials.role_of(parse(name)) for name in said} == said


def test_a_shortened_name_with_its_office_is_the_holder_of_the_table() -> None:
    short = says(person="Н. Ноғаев", role="akim", region="KZ-47")
    full = says(person="Нұрлан Ноғаев", role="akim", region="KZ-47")
    found, whole = linked("2023-01-10", short), linked("2023-01-10", full)
    assert of(found, "person")[0].entity == of(whole, "person")[0].entity
    assert "office-on-the-day=0.85" in of(found, "person")[0].reasons
    late = linked("2026-01-10", short)
    assert "office-in-the-table=0.60" in of(late, "person")[0].reasons


def test_the_office_of_a_shortened_name_may_stand_in_another_statement_of_the_article() -> None:
    visit, post = says("Visit", person="Н. Ноғаев"), says(person="Н. Ноғаев", role="akim", region="KZ-47")
    found = linked("2023-01-10", visit, post)
    assert len({one.entity for one in of(found, "person")}) == 1
    assert {one.outcome for one in linked("2023-01-10", visit).links} == {"New"}


def test_a_shortened_name_in_another_office_is_not_the_holder() -> None:
    for role, region in (("akim", "KZ-15"), ("head", "KZ-47")):
        found = linked("2023-01-10", says(person="Н. Ноғаев", role=role, region=region))
        assert of(found, "person")[0].reasons == ("no-full-name-in-article=0.30",)
