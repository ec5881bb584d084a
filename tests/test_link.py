from __future__ import annotations

import itertools
import random
import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzhealthkg import lexicon, resources
from kzhealthkg.link import bodies, link, persons
from kzhealthkg.link.bodies import Where
from kzhealthkg.link.collect import best
from kzhealthkg.link.keys import parse
from kzhealthkg.model import Article, Entity, Linking, Statement
from kzhealthkg.text import identity


def article(name: str, date: str = "2025-01-01", language: Any = "kk") -> Article:
    return Article(name, "x", identity("x"), date=date, language=language)


def says(source: str, kind: str = "Visit", **slots: Any) -> Statement:
    return Statement(source, kind, "x", 0, 1, slots)


def linked(*statements: Statement, russian: str = "") -> Linking:
    sources = sorted({s.article for s in statements})
    return link([article(a, language="ru" if a in russian else "kk") for a in sources], statements)


def entity(linking: Linking, slot: str) -> list[str]:
    return [found.entity for found in linking.links if found.slot == slot]


def by_id(linking: Linking) -> dict[str, Entity]:
    return {e.id: e for e in linking.entities}


MANGYSTAU, KARAGANDY = Where("KZ-47", article="a"), Where("KZ-35", article="b")
SAME_FACILITY = [
    ("Маңғыстау облыстық онкология орталығы", "Мангистауский областной онкологический центр"),
    ("Маңғыстау облыстық онкология орталығы", "облыстық онкология орталығы"),
    ("Маңғыстау облыстық онкология орталығы", "Mańǵystaý oblystyq onkologııa ortalyǵy"),
    ("облыстық көпбейінді аурухана", "областная многопрофильная больница"),
    ("облыстық көпсалалы аурухана", "облыстық көпбейінді аурухана"),
    ("№2 қалалық емхана", "Городская поликлиника № 2"),
    ("ШЖҚ «Облыстық балалар ауруханасы» МКК", "облыстық балалар ауруханасы"),
    ("КГП на ПХВ «Областная детская больница»", "облыстық балалар ауруханасы"),
    ("облыстық перинаталдық орталық", "областной перинатальный центр"),
    ("облыстық шұғыл және жедел медициналық көмек станциясы", "областная станция скорой помощи"),
    ("«Тұмар» клиникасы", "клиника «Тумар»"),
    ("фельдшерлік-акушерлік пункт", "ФАП"),
    ("облыстық қан орталығы", "областной центр крови"),
    ("Маңғыстау облысының психикалық денсаулық орталығы", "Мангистауский центр психического здоровья"),
    ("облыстық оңалту орталығы", "областной центр реабилитации"),
]
OTHER_FACILITY = [
    ("№1 қалалық емхана", "№2 қалалық емхана"),
    ("Городская поликлиника № 1", "№11 қалалық емхана"),
    ("облыстық онкология орталығы", "позитрондық-эмиссиялық томография орталығы"),
    ("облыстық балалар ауруханасы", "облыстық аурухана"),
    ("қалалық балалар ауруханасы", "облыстық балалар ауруханасы"),
    ("облыстық кардиология орталығы", "облыстық онкология орталығы"),
    ("облыстық перинаталдық орталық", "облыстық оңалту орталығы"),
    ("«Тұмар» клиникасы", "«Тұлпар» клиникасы"),
    ("медициналық пункт", "фельдшерлік-акушерлік пункт"),
    ("аудандық аурухана", "ауданаралық аурухана"),
    ("Гематология орталығы", "Гематология орталығының Қарағанды филиалы"),
    ("Маңғыстау облыстық ауруханасы", "Ақмола облыстық ауруханасы"),
    ("Өскемен медицина колледжі", "Семей медицина колледжі"),
    ("дәрігерлік амбулатория", "емхана"),
]


@pytest.mark.parametrize(("one", "other"), SAME_FACILITY)
def test_one_facility_under_two_names(one: str, other: str) -> None:
    assert bodies.facility(one, MANGYSTAU).id == bodies.facility(other, MANGYSTAU).id


@pytest.mark.parametrize(("one", "other"), OTHER_FACILITY)
def test_two_facilities_stay_two(one: str, other: str) -> None:
    assert bodies.facility(one, MANGYSTAU).id != bodies.facility(other, MANGYSTAU).id


@pytest.mark.parametrize("name", ["облыстық онкология орталығы", "көпбейінді аурухана", "онкологиялық диспансер"])
def test_one_name_in_two_regions_is_two_facilities(name: str) -> None:
    assert bodies.facility(name, MANGYSTAU).id != bodies.facility(name, KARAGANDY).id


def test_a_national_centre_is_one_wherever_it_is_spoken_of() -> None:
    name = "Ұлттық нейрохирургия орталығы"
    assert bodies.facility(name, MANGYSTAU).id == bodies.facility(name, KARAGANDY).id


def test_a_hospital_that_is_only_described_in_a_great_city_is_one_within_an_article_only() -> None:
    here = Where("KZ-35", "place/351010000", article="a")
    assert bodies.facility("көпбейінді аурухана", here).id == bodies.facility("многопрофильная больница", here).id
    there = Where("KZ-35", "place/351010000", article="b")
    assert bodies.facility("көпбейінді аурухана", here).id != bodies.facility("көпбейінді аурухана", there).id


def test_an_ambulatory_is_known_by_its_village() -> None:
    first = Where("KZ-15", "place/154851100", article="a")
    second = Where("KZ-15", "place/154851100", article="b")
    other = Where("KZ-15", "place/154837300", article="b")
    assert bodies.facility("дәрігерлік амбулатория", first).id == bodies.facility("врачебная амбулатория", second).id
    assert bodies.facility("дәрігерлік амбулатория", second).id != bodies.facility("дәрігерлік амбулатория", other).id


SAME_BODY = [
    ("ҚР Денсаулық сақтау министрлігі", "Министерство здравоохранения Республики Казахстан"),
    ("Қазақстан Республикасының Денсаулық сақтау министрлігі", "Министерство здравоохранения"),
    ("Маңғыстау облысының әкімдігі", "акимат Мангистауской области"),
    ("Маңғыстау облысының әкімдігі", "облыс әкімдігі"),
    ("Маңғыстау облысы денсаулық сақтау басқармасы", "Управление здравоохранения Мангистауской области"),
    ("«Нұр Мед» ЖШС", "ТОО «Нур Мед»"),
    ("«Гематология орталығы» ЖШС", "ТОО «Центр гематологии»"),
]
OTHER_BODY = [
    ("ҚР Денсаулық сақтау министрлігі", "Өзбекстан Республикасы Денсаулық сақтау министрлігі"),
    ("ҚР Денсаулық сақтау министрлігі", "ҚР Қаржы министрлігі"),
    ("Маңғыстау облысының әкімдігі", "Ақмола облысының әкімдігі"),
    ("Маңғыстау облысының әкімдігі", "Маңғыстау облысы денсаулық сақтау басқармасы"),
    ("«Нұр Мед» ЖШС", "«Нұр Фарм» ЖШС"),
    ("облыстық мәслихат", "облыс әкімдігі"),
]


@pytest.mark.parametrize(("one", "other"), SAME_BODY)
def test_one_organisation_under_two_names(one: str, other: str) -> None:
    assert bodies.organization(one, MANGYSTAU).id == bodies.organization(other, MANGYSTAU).id


@pytest.mark.parametrize(("one", "other"), OTHER_BODY)
def test_two_organisations_stay_two(one: str, other: str) -> None:
    assert bodies.organization(one, MANGYSTAU).id != bodies.organization(other, MANGYSTAU).id


def test_a_centre_that_leads_nowhere_by_its_name_is_not_merged_across_regions() -> None:
    assert (
        bodies.organization("онкология орталығы", MANGYSTAU).id
        != bodies.organization("онкология орталығы", KARAGANDY).id
    )


SAME_PERSON = [
    ("Ерлан Сейтов", "Сейтов Ерлан Маратұлы"),
    ("Ерлан Маратұлы Сейтов", "Ерлан Сейтов"),
    ("Ақмарал Әбдіғалиева", "Акмарал Абдигалиева"),
    ("Erlan Seıtov", "Ерлан Сейтов"),
    ("Гүлнұр Қасымова", "Гульнур Касымова"),
]
OTHER_PERSON = [
    ("Ерлан Сейтов", "Нұрлан Сейтов"),
    ("Ерлан Сейтов", "Ерлан Сейтқазин"),
    ("Айгүл Омарова", "Айдар Омаров"),
    ("Ерлан Маратұлы", "Ерлан Болатұлы"),
]


@pytest.mark.parametrize(("one", "other"), SAME_PERSON)
def test_one_person_under_two_names(one: str, other: str) -> None:
    assert persons.identity(persons.read(one)) == persons.identity(persons.read(other))


@pytest.mark.parametrize(("one", "other"), OTHER_PERSON)
def test_two_people_stay_two(one: str, other: str) -> None:
    assert persons.identity(persons.read(one)) != persons.identity(persons.read(other))


def test_a_shortened_name_is_the_full_one_of_its_article() -> None:
    found = linked(says("a", person="Ерлан Сейтов"), says("a", person="Е. Сейтов"), says("a", person="Сейтов"))
    assert len(set(entity(found, "person"))) == 1


def test_a_shortened_name_without_a_full_one_is_unsure() -> None:
    found = linked(says("a", person="Ерлан Сейтов"), says("b", person="Е. Сейтов"))
    full, short = found.links
    assert short.outcome == "Unsure"
    assert short.entity != full.entity
    assert short.candidates == (full.entity,)


def test_a_shortened_name_that_fits_two_is_unsure() -> None:
    people = [says("a", person="Ерлан Сейтов"), says("a", person="Еркін Сейтов"), says("a", person="Е. Сейтов")]
    assert linked(*people).links[-1].outcome == "Unsure"


def test_a_village_lies_in_its_district_and_region() -> None:
    found = linked(says("a", region="KZ-15", place="Тоқмансай", district="Алға"))
    assert entity(found, "place") == ["place/153251300"]
    assert by_id(found)["place/153251300"].properties["within"] == ("id:place/153200000",)
    assert by_id(found)["place/153200000"].properties["within"] == ("id:region/KZ-15",)
    assert by_id(found)["place/153251300"].type == "Village"


def test_one_village_name_in_two_districts_is_two_places() -> None:
    found = linked(
        says("a", region="KZ-15", place="Бірлік", district="Мұғалжар"),
        says("b", region="KZ-31", place="Бірлік", district="Мойынқұм"),
    )
    assert len(set(entity(found, "place"))) == 2
    assert {one.outcome for one in found.links} == {"Linked"}


def test_a_village_in_no_classifier_is_new_and_the_same_in_every_article() -> None:
    found = linked(
        says("a", region="KZ-47", place="Қосбұлақ"), says("b", region="KZ-47", place="Косбулак"), russian="b"
    )
    first, second = (one for one in found.links if one.slot == "place")
    assert first.outcome == "New"
    assert first.entity == second.entity
    assert by_id(found)[first.entity].properties["within"] == ("id:region/KZ-47",)


def test_a_village_of_a_common_name_is_unsure_with_its_candidates() -> None:
    found = linked(says("a", region="KZ-61", place="Бірлік"), says("a", region="KZ-31", place="Бірлік"))
    unsure = [one for one in found.links if one.outcome == "Unsure"]
    assert len(unsure) == 2
    for one in unsure:
        assert len(one.candidates) > 1
        assert one.entity.startswith("place/new-")
        assert "kato" not in by_id(found)[one.entity].properties
        assert set(one.candidates) <= set(by_id(found))


def test_a_code_outranks_the_name() -> None:
    found = linked(says("a", region="KZ-31", place="Бірлік", placeCode="154851100"))
    assert entity(found, "place") == ["place/154851100"]


def test_a_place_abroad_lies_nowhere_here() -> None:
    found = linked(says("a", place="Бішкек"))
    (local,) = entity(found, "place")
    assert by_id(found)[local].properties == {}


def test_kazakh_and_russian_statements_meet_and_give_both_labels() -> None:
    found = linked(
        says("a", region="KZ-47", facility="облыстық онкология орталығы", person="Ерлан Сейтов"),
        says("b", region="KZ-47", facility="областной онкологический центр", person="Ерлан Сейтов"),
        russian="b",
    )
    (facility,) = set(entity(found, "facility"))
    assert dict(by_id(found)[facility].labels) == {
        "kk": "облыстық онкология орталығы",
        "ru": "областной онкологический центр",
    }
    assert {one.outcome for one in found.links} == {"Linked"}
    assert by_id(found)[facility].properties["facilityType"] == ("oncology-centre",)


def test_a_facility_that_only_its_type_and_village_tell() -> None:
    works = says("a", "Works", region="KZ-15", place="Қожасай", district="Мұғалжар", facilityType="ambulatory")
    named = says("b", facility="дәрігерлік амбулатория", region="KZ-15", place="Қожасай", district="Мұғалжар")
    found = linked(works, named)
    assert len(set(entity(found, "facility"))) == 1
    assert [one.name for one in found.links if one.slot == "facility"] == ["", "дәрігерлік амбулатория"]


def test_a_visit_to_a_company_is_a_visit_to_the_company() -> None:
    found = linked(
        says("a", "Post", person="Айгүл Омарова", organization="Гематология орталығы"),
        says("a", facility="Гематология орталығы", region="KZ-71", place="Астана"),
    )
    assert entity(found, "organization") == entity(found, "facility")


def test_a_speaker_is_a_person_or_a_body() -> None:
    found = linked(says("a", speaker="Ерлан Сейтов"), says("a", speaker="ҚР Денсаулық сақтау министрлігі"))
    assert [by_id(found)[one].type for one in entity(found, "speaker")] == ["Person", "Organization"]


def test_every_link_leads_to_an_entity_and_says_why() -> None:
    found = linked(*MANY)
    for one in found.links:
        assert one.entity in by_id(found)
        assert one.reasons
    for thing in found.entities:
        assert thing.labels
        for value in itertools.chain(*thing.properties.values()):
            assert not value.startswith("id:") or value.removeprefix("id:") in by_id(found)


MANY = [
    says("a", region="KZ-47", facility="облыстық онкология орталығы", person="Ерлан Сейтов"),
    says("a", region="KZ-47", place="Қосбұлақ", facility="дәрігерлік амбулатория", person="Е. Сейтов"),
    says("b", region="KZ-47", facility="Маңғыстау облыстық онкология орталығы", person="Сейтов Ерлан Маратұлы"),
    says("c", "Agreement", parties=["«Нұр Мед» ЖШС", "Маңғыстау облысының әкімдігі"], signatories=["Ерлан Сейтов", "Айгүл Омарова"]),
    says("c", region="KZ-31", place="Бірлік", programme="rural-health-modernisation"),
    says("d", region="KZ-15", place="Тоқмансай", district="Алға", facility="фельдшерлік-акушерлік пункт"),
    says("d", "Post", person="А. Омарова", organization="облыс әкімдігі", region="KZ-47"),
]  # fmt: skip


def told(linking: Linking, statements: list[Statement]) -> set[tuple[str, int, str, str, str, str]]:
    return {
        (statements[one.statement].article, id(statements[one.statement]), one.slot, one.name, one.entity, one.outcome)
        for one in linking.links
    }


@given(st.permutations(MANY))
def test_the_order_changes_nothing(order: list[Statement]) -> None:
    assert linked(*order).entities == linked(*MANY).entities
    assert told(linked(*order), order) == told(linked(*MANY), MANY)


@given(st.sets(st.sampled_from("abcd"), min_size=1))
def test_another_article_changes_no_id(kept: set[str]) -> None:
    part = [s for s in MANY if s.article in kept]
    few, every = linked(*part), linked(*MANY)
    ids = {(a, number, slot, name, entity) for a, number, slot, name, entity, _ in told(every, MANY)}
    assert {(a, number, slot, name, entity) for a, number, slot, name, entity, _ in told(few, part)} <= ids


def test_a_label_is_the_most_frequent_then_the_longest_then_the_first() -> None:
    assert best(Counter({"аб": 1, "абв": 1, "абг": 1})) == "абв"
    assert best(Counter({"аб": 2, "абв": 1})) == "аб"


def test_the_letters_of_a_short_legal_form_count_in_capitals_only() -> None:
    assert parse("«Шапағат» ЖШС") == parse("ТОО «Шапагат»")
    assert parse("«ақ» клиникасы").own == ("ak",)
    assert parse("АҚ клиникасы").own == ()


def test_every_concept_of_the_sets_is_a_concept_of_words() -> None:
    rows = lexicon.table("name_concepts")
    single = {row["concept"] for row in rows if row["match"] != "set"}
    for row in rows:
        assert row["match"] in {"prefix", "word", "set"}
        if row["match"] == "set":
            assert set(row["stem"].split()) <= single


def test_the_names_of_facility_types_are_those_of_the_ontology() -> None:
    text = resources.path("ontology", "concepts", "facility-type.ttl").read_text(encoding="utf-8")
    labels = dict(re.findall(r'facility-type/([a-z-]+)> a skos:Concept.*?prefLabel "([^"]+)"@kk', text, re.DOTALL))
    assert {row["type"]: row["kk"] for row in lexicon.table("facility_type_names")} == labels


def test_linking_grows_with_the_statements_only() -> None:
    rng = random.Random(7)
    names = ["".join(rng.choices("абгдежзклмн", k=7)).capitalize() for _ in range(400)]
    many = [
        says(f"{n}", person=f"Ерлан {name}ов", facility=f"«{name}» клиникасы", region="KZ-47")
        for n, name in enumerate(names)
    ]
    assert len([e for e in linked(*many).entities if e.type == "Person"]) == len(set(names))
