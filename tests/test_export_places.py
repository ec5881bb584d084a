"""The gazetteer as SKOS: every object of KATO once, in its place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from kzhealthkg import cli, gazetteer, vocab

SKOS = "http://www.w3.org/2004/02/skos/core#"
KATO = f"{vocab.VOCAB}kato/"


@pytest.fixture(scope="module")
def quads(tmp_path_factory: pytest.TempPathFactory) -> list[ox.Quad]:
    file = tmp_path_factory.mktemp("places") / "kato.ttl"
    assert cli.main(["export", "places", "-o", str(file)]) == 0
    return list(ox.parse(path=str(file)))


def of(quads: list[ox.Quad], name: str) -> list[tuple[str, str]]:
    return [(q.subject.value, q.object.value) for q in quads if q.predicate.value == SKOS + name]  # type: ignore[union-attr]


def test_every_object_is_one_concept_with_its_notation_and_two_names(quads: list[ox.Quad]) -> None:
    codes = {(KATO + code, code) for code in gazetteer.codes()}
    assert len(codes) == 15594
    assert codes <= set(of(quads, "notation"))
    named = Counter(subject for subject, _ in of(quads, "prefLabel") if subject.startswith(KATO))
    assert set(named.values()) == {2}
    assert len(named) == len(codes)


def test_all_lie_under_the_twenty_regions_and_no_cycle_is_there(quads: list[ox.Quad]) -> None:
    broader = dict(of(quads, "broader"))
    tops = {subject for subject, _ in of(quads, "topConceptOf")}
    assert tops == {KATO + region.kato for region in gazetteer.regions().values()}
    for code in gazetteer.codes():
        at, steps = KATO + code, 0
        while at in broader:
            at, steps = broader[at], steps + 1
            assert steps < 6
        assert at in tops


def test_a_region_has_its_iso_code_its_short_names_and_its_item(quads: list[ox.Quad]) -> None:
    east = KATO + "630000000"
    assert (east, "KZ-63") in of(quads, "notation")
    assert {(east, "ШҚО"), (east, "ВКО")} <= set(of(quads, "altLabel"))
    assert any(subject == east and "wikidata" in item for subject, item in of(quads, "exactMatch"))
    assert (KATO + "101010000", "Семипалатинск") in of(quads, "altLabel")


def test_a_network_of_places_is_refused_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "places", "--format", "gexf", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "kzhealthkg: gexf: places come in formats of RDF only\n"


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        cli.main(["export", "places", "--format", "ntriples", "-o", str(tmp_path / name)])
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
