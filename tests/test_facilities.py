"""Facilities: names, types, counts and pointers in sentences of our own."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kzhealthkg.annotate import annotate
from kzhealthkg.annotate.facility_types import facility_type, heads
from kzhealthkg.model import FacilityValue
from kzhealthkg.read import article

TABLE = Path(__file__).parent / "facilities.tsv"
HEADING = "Денсаулық сақтау жаңалықтары"

Row = tuple[str, str, str, str]


def _cases() -> dict[str, list[Row]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    cases: dict[str, list[Row]] = {}
    expected: list[Row] = []
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        expected = cases.setdefault(row["sentence"], []) if row["sentence"] else expected
        if row["name"] != "none":
            expected.append((row["name"].casefold(), row["type"], row["count"], row["definite"]))
    return cases


def _found(text: str) -> list[Row]:
    document = annotate(article(f"{HEADING}\n{text}", id="own", date="2024-12-27", language="kk"))
    mentions = [m for s in document.sentences if s.paragraph for m in s.mentions if m.type == "facility"]
    return [_row(mention.value) for mention in mentions]


def _row(value: FacilityValue) -> Row:
    count = str(value.count.value) if value.count else ""
    return value.name.casefold() or "-", value.type, count, "yes" if value.definite else ""


@pytest.mark.parametrize(("sentence", "expected"), _cases().items())
def test_a_sentence_names_these_facilities_and_no_other(sentence: str, expected: list[Row]) -> None:
    assert _found(sentence) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("көпбейінді облыстық балалар ауруханасы", "childrens-hospital"),
        ("көпбейінді облыстық аурухана", "regional-hospital"),
        ("көпбейінді аурухана", "multidisciplinary-hospital"),
        ("ғылыми-клиникалық орталық", ""),
        ("жедел медициналық жәрдем бекеті", "emergency-station"),
        ("медициналық бекет", "medical-point"),
        ("медициналық мекеме", "medical-facility"),
    ],
)
def test_a_specialism_outranks_the_level_and_the_level_the_profile(name: str, kind: str) -> None:
    assert facility_type(name) == kind


def test_an_abbreviation_in_brackets_stands_for_the_name_from_then_on() -> None:
    name = "ұлттық нейрохирургия ғылыми орталығы"
    text = "Ұлттық нейрохирургия ғылыми орталығы (ҰНҒО) кеңейеді. ҰНҒО-ның дәрігерлері кеңес береді."
    assert [row[0] for row in _found(text)] == [name, name]
    assert [row[0] for row in _found(text.replace("(ҰНҒО)", "(АБВ)"))] == [name]


def test_an_abbreviation_stands_for_nothing_before_it_is_given() -> None:
    assert _found("ҰНҒО-ның дәрігерлері кеңес береді.") == []


def test_every_kazakh_head_that_stands_alone_has_a_type() -> None:
    alone = [word for word, known in heads("kk").items() if known in ("yes", "name")]
    assert [word for word in alone if not facility_type(word)] == []
