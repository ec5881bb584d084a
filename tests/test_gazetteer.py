from __future__ import annotations

import tracemalloc

import pytest

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.text import skeleton


def test_it_holds_the_whole_classifier() -> None:
    assert len(gazetteer.codes()) == 15_594
    assert sum(gazetteer.get(code).level == "oblast" for code in gazetteer.codes()) == 17  # type: ignore[union-attr]


def test_every_object_but_a_region_lies_in_a_known_one_and_in_a_region() -> None:
    regions = {region.kato for region in gazetteer.regions().values()}
    for code in gazetteer.codes():
        assert gazetteer.region(code), code
        assert code in regions or gazetteer.get(gazetteer.parent(code)), code


@pytest.mark.parametrize("name", ["Балқаш", "Балхаш", "Balqash", "балқаш"])
def test_one_city_in_every_script(name: str) -> None:
    assert "351610000" in {place.code for place in gazetteer.lookup(name)}


def test_an_unknown_name_is_met_by_nothing() -> None:
    assert gazetteer.lookup("Жоқтықала") == ()
    assert gazetteer.get("999999999") is None
    assert not gazetteer.known("Жоқтықала")


@pytest.mark.parametrize(
    ("code", "date", "region"),
    [
        ("101010000", "2022-06-07", "KZ-63"),
        ("101010000", "2022-06-08", "KZ-10"),
        ("101010000", "2021", "KZ-63"),
        ("331010000", "2020-01-01", "KZ-19"),
        ("331010000", "2024-01-01", "KZ-33"),
        ("621010000", "2019", "KZ-35"),
        ("790000000", "2018-06-18", "KZ-61"),
        ("790000000", "2018-06-19", "KZ-79"),
        ("790000000", None, "KZ-79"),
        ("153251300", "2000", "KZ-15"),
    ],
)
def test_regions_are_those_of_the_day(code: str, date: str | None, region: str) -> None:
    assert gazetteer.region(code, date) == region


def test_a_village_knows_its_district() -> None:
    assert gazetteer.district("153251300") == "153200000"
    assert gazetteer.district("150000000") == ""


def test_only_great_cities_are_sure_by_their_name() -> None:
    assert gazetteer.sure_city("471010000")
    assert gazetteer.sure_city("750000000")
    assert not gazetteer.sure_city("113820100")  # a town of a district
    assert not gazetteer.sure_city("153251300")  # a village


@pytest.mark.parametrize(
    ("word", "after", "form"),
    [
        ("Балқашта", "bare", ("балқаш", "loc")),
        ("Шымкенттен", "bare", ("шымкент", "abl")),
        ("ШҚО-да", "bare", ("шқо", "loc")),
        ("Қарағандыдағы", "bare", ("қарағанды", "locadj")),
        ("Астану", "ru", ("астана", "acc")),
        ("Семея", "ru", ("семей", "gen")),
        ("Германии", "ru", ("германия", "loc")),
        ("Актюбинской", "ru-adjective", ("актюбинская", "gen")),
    ],
)
def test_forms_lead_to_the_nominative(word: str, after: str, form: tuple[str, str]) -> None:
    assert form in gazetteer.forms(word, after)


@pytest.mark.parametrize("word", ["Балқашде", "Шымкентдан", "Орална"])
def test_an_ending_that_breaks_harmony_is_none(word: str) -> None:
    assert gazetteer.forms(word, "bare") == ((word.lower(), "nom"),)


def test_tables_name_known_regions_and_no_name_twice() -> None:
    for row in lexicon.table("region_aliases"):
        assert row["iso"] in gazetteer.regions()
    countries = [skeleton(row["kk"]) for row in lexicon.table("countries")]
    assert len(countries) == len(set(countries))


def test_it_is_small() -> None:
    gazetteer._table.cache_clear()
    tracemalloc.start()
    gazetteer._table()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40 * 2**20


def test_the_keys_are_those_of_the_names_today() -> None:
    for code in gazetteer.codes():
        place = gazetteer.get(code)
        assert place
        keys = set(gazetteer._table()[0][code].split("\t")[2].split("|"))
        assert keys == {skeleton(name) for name in (place.kk, place.ru, *place.aliases)}, "run tools/make_gazetteer.py"
