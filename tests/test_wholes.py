"""Which sum is a part of which, in extracted statements and in the question that adds sums up."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzhealthkg import store
from kzhealthkg.annotate import annotate
from kzhealthkg.extract import extract
from kzhealthkg.query import run
from kzhealthkg.read import article

PARTS = {
    "Облысқа 9 млрд теңге бөлінді, оның ішінде аурухананы жабдықтауға 4 млрд теңге берілді.": {(4_000_000_000, 9_000_000_000)},
    "Емханаға 800 млн теңге бөлінді. Оның 300 миллион теңгесі дәрі-дәрмекке жұмсалды.": {(300_000_000, 800_000_000)},
    "Аурухана салуға 5 млрд теңге қаралды. Атап айтқанда, операциялық блокты жабдықтауға 3 млрд теңге бөлінді. "
    "Бұдан бөлек емхананы жөндеуге 1 млрд теңге қарастырылды.": {(3_000_000_000, 5_000_000_000)},
    "Аурухана салуға 5 млрд теңге бөлінді. Емхананы жөндеуге 1 млрд теңге бөлінді.": set(),
    "Аурухана салуға 2 млрд теңге бөлінді, оның ішінде қосымша 1 млрд теңге емхананы жөндеуге берілді.": set(),
    "На ремонт больницы выделено 900 млн тенге. Из них 200 млн тенге направили на закупку оборудования.": {
        (200_000_000, 900_000_000)
    },
    "На ремонт больницы выделено 900 млн тенге. Кроме того, 200 млн тенге направили на закупку оборудования.": set(),
}  # fmt: skip


@pytest.mark.parametrize("text", PARTS)
def test_a_part_points_to_its_whole(text: str) -> None:
    language = "ru" if "тенге" in text and "теңге" not in text else "kk"
    found = extract(annotate(article(text, id="x", date="2024-05-10", language=language)))
    pairs = {(int(s.slots["amount"]), int(s.part_of.slots["amount"])) for s in found if s.part_of}
    assert pairs == PARTS[text]


def test_the_whole_is_recorded_by_its_place() -> None:
    text = next(iter(PARTS))
    whole, part = extract(annotate(article(text, id="x", date="2024-05-10")))
    assert part.record()["partOf"] == [whole.start, whole.end]
    assert "partOf" not in whole.record()


GRAPH = """
@prefix kzh: <https://w3id.org/kzhealth/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix source: <https://w3id.org/kzhealth/vocab/source/> .
@base <https://w3id.org/kzhealth/id/> .
source:leasing skos:prefLabel "лизинг"@kk .
<statement/all> a kzh:Funding ; kzh:amount 9.0 .
<statement/part> a kzh:Funding ; kzh:amount 4.0 ; kzh:partOf <statement/all> .
<statement/lent> a kzh:Funding ; kzh:amount 2.0 ; kzh:source source:leasing ; kzh:partOf <statement/all> .
"""


def test_a_total_is_added_up_without_the_parts_of_its_row(tmp_path: Path) -> None:
    (tmp_path / "kg.ttl").write_text(GRAPH, encoding="utf-8")
    rows = run(store.open_store(tmp_path / "kg.ttl"), "funding-by-region-and-source")
    total = rows.variables.index("total")
    assert sorted(float(term.value) for row in rows.rows if (term := row[total])) == [2.0, 9.0]
