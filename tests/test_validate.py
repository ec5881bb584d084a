"""validate: reading data, sorting and describing findings, and the three ways to write them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, SH, Dataset, Graph, URIRef

from kzhealthkg import vocab
from kzhealthkg.model import Term
from kzhealthkg.validate import DataError, Finding, Report, as_json, as_text, as_turtle, validate
from kzhealthkg.validate.shacl import ShapeError
from small_graph import nquads

CASES = Path(__file__).parent / "shapes"
BASE = f"@base <{vocab.THINGS}> .\n@prefix kzh: <{vocab.ONTOLOGY}> .\n"
BROKEN = BASE + (
    '<statement/s> a kzh:Agreement ; kzh:article <article/a> ; kzh:evidence <evidence/e> ; kzh:rule "" .\n'
    '<evidence/e> a kzh:Evidence ; kzh:exact "тараптар \\"келісті\\"" .\n'
)


@pytest.fixture
def broken(tmp_path: Path) -> Report:
    (tmp_path / "broken.ttl").write_text(BROKEN, encoding="utf-8")
    return validate(tmp_path / "broken.ttl")


def unplaced(report: Report) -> Report:
    """The report without the places in the files, which differ from file to file."""
    return replace(report, findings=tuple(replace(finding, written=None) for finding in report.findings))


def test_the_graph_that_emit_writes_conforms(tmp_path: Path) -> None:
    (tmp_path / "kg.nq").write_text(nquads(), encoding="utf-8")
    report = validate(tmp_path / "kg.nq")
    assert report.triples > 1000
    assert [finding for finding in report.findings if finding.severity == "violation"] == []
    assert report.conforms


def test_named_graphs_are_merged_and_a_triple_counts_once(tmp_path: Path) -> None:
    line = f"<{vocab.THINGS}person/p> <{RDF.type}> <{vocab.ONTOLOGY}Person>"
    (tmp_path / "kg.nq").write_text(f"{line} .\n{line} <urn:g> .\n{line} <urn:h> .\n", encoding="utf-8")
    report = validate(tmp_path / "kg.nq", checks=False)
    assert report.triples == 1
    assert [finding.rule for finding in report.findings] == ["person-label"]


def test_a_file_and_graphs_of_rdflib_give_the_same_report(broken: Report) -> None:
    graph = Graph().parse(data=BROKEN, format="turtle")
    dataset = Dataset()
    dataset.addN((*triple, dataset.graph(URIRef("urn:g"))) for triple in graph)
    assert validate(graph) == unplaced(broken)
    assert validate(dataset) == unplaced(broken)


@pytest.mark.parametrize(
    ("suffix", "form"),
    [
        ("nt", ox.RdfFormat.N_TRIPLES),
        ("nq", ox.RdfFormat.N_QUADS),
        ("trig", ox.RdfFormat.TRIG),
        ("jsonld", ox.RdfFormat.JSON_LD),
        ("rdf", ox.RdfFormat.RDF_XML),
    ],
)
def test_every_format_can_be_judged(tmp_path: Path, suffix: str, form: ox.RdfFormat, broken: Report) -> None:
    ox.serialize(
        [quad.triple for quad in ox.parse(BROKEN, ox.RdfFormat.TURTLE)], str(tmp_path / f"data.{suffix}"), form
    )
    report = validate(tmp_path / f"data.{suffix}")
    assert unplaced(report) == unplaced(broken)
    assert all(finding.written and finding.written.line for finding in report.findings)


def test_findings_are_sorted_described_and_in_three_languages(broken: Report) -> None:
    assert not broken.conforms
    assert list(broken.findings) == sorted(broken.findings, key=lambda finding: finding.order)
    rule = next(finding for finding in broken.findings if finding.rule == "statement-rule")
    assert (rule.severity, rule.source, rule.path) == ("violation", "shape", vocab.ONTOLOGY + "rule")
    assert rule.focus == vocab.THINGS + "statement/s"
    assert rule.label == 'Agreement «тараптар "келісті"»'
    assert rule.article == vocab.THINGS + "article/a"
    assert rule.value == Term("literal", "")
    assert set(rule.messages) == {"kk", "ru", "en"}
    parties = next(finding for finding in broken.findings if finding.rule == "agreement-parties" and finding.path == "")
    assert (parties.source, parties.severity) == ("check", "warning")
    assert parties.message("en") == "The agreement names fewer than two parties: 0."


@pytest.mark.parametrize("form", ["text", "json", "turtle"])
def test_the_report_is_the_same_whatever_the_hash_seed(tmp_path: Path, form: str) -> None:
    (tmp_path / "broken.ttl").write_text(BROKEN, encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from kzhealthkg.validate import WRITERS, validate;"
        "print(WRITERS[sys.argv[2]](validate(Path(sys.argv[1])), 'kk'))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "broken.ttl"), form]
    runs = {
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": s}, check=True, capture_output=True).stdout
        for s in "123"
    }
    assert len(runs) == 1


def test_checks_can_be_left_out() -> None:
    graph = Graph().parse(data=BROKEN, format="turtle")
    assert {finding.source for finding in validate(graph, checks=False).findings} == {"shape"}


def test_own_shapes_take_the_place_of_the_projects(tmp_path: Path) -> None:
    shapes = tmp_path / "own.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:x#agreed> a sh:NodeShape ; sh:severity sh:Info ;"
        f' sh:targetClass <{vocab.ONTOLOGY}Agreement> ; sh:closed true ; sh:message "closed"@en .',
        encoding="utf-8",
    )
    graph = Graph().parse(data=BROKEN, format="turtle")
    report = validate(graph, shapes=shapes, checks=False)
    assert {(finding.rule, finding.severity) for finding in report.findings} == {("agreed", "info")}
    found = Graph().parse(data=as_turtle(report), format="turtle")
    assert set(found.objects(predicate=SH.sourceShape)) == {URIRef("urn:x#agreed")}
    assert report.conforms


def test_shapes_that_are_none_are_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:targetNode <urn:n> ; sh:minLength 1, 2 .",
        encoding="utf-8",
    )
    with pytest.raises(ShapeError, match=r"bad\.ttl: .*at most one sh:minLength"):
        validate(Graph(), shapes=tmp_path / "bad.ttl")
    with pytest.raises(DataError, match="no shapes there"):
        validate(Graph(), shapes=CASES.parent / "checks")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.ttl", b"<urn:a> a <urn:b> .\n<urn:a> a .\n", r"x\.ttl:2:11: \. is not a valid RDF object"),
        ("x.nq", b"<urn:a> <urn:b> <urn:c> .\nnonsense\n", r"x\.nq:2:1: "),
        ("x.jsonld", b'{"@id": ', r"x\.jsonld:1:\d+: "),
        ("x.ttl", b"\xff\xfe\x00binary", r"x\.ttl:1:\d+: "),
        ("x.txt", b"", r"x\.txt: \.txt is no RDF format"),
        ("x", b"", r"x: no suffix is no RDF format"),
    ],
)
def test_a_file_that_is_no_rdf_is_one_clear_line(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError, match=message) as caught:
        validate(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"gone\.ttl: No such file"):
        validate(tmp_path / "gone.ttl")
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(DataError, match=r"folder\.ttl/kg\.ttl: No such file"):
        validate(tmp_path / "folder.ttl")


def test_the_text_says_severity_rule_node_and_summary_in_the_language_asked_for(broken: Report) -> None:
    kk, ru = as_text(broken, "kk"), as_text(broken, "ru")
    assert "Бұзушылық · statement-rule (1)\n" in kk
    assert '  Келісім «тараптар "келісті"»\n' in kk
    assert "Должно быть названо одно правило, которое нашло утверждение. (rule)" in ru
    counts = broken.counts()
    last = f"Нарушения: {counts['violation']} · Предупреждения: {counts['warning']} · Сведения: {counts['info']}\n"
    assert ru.endswith(last)
    assert counts["violation"] > 3


def test_the_text_of_a_sound_graph_is_its_summary() -> None:
    assert as_text(Report(()), "en") == "Violations: 0 · Warnings: 0 · Information: 0\n"


def test_the_json_has_every_finding(broken: Report) -> None:
    loaded = json.loads(as_json(broken, "ru"))
    assert (loaded["conforms"], loaded["triples"], loaded["counts"]) == (False, broken.triples, broken.counts())
    assert len(loaded["findings"]) == len(broken.findings)
    found = next(record for record in loaded["findings"] if record.get("shape") == "statement-rule")
    assert found["message"] == found["messages"]["ru"]


def test_the_turtle_is_a_shacl_report_without_blank_nodes(broken: Report) -> None:
    graph = Graph().parse(data=as_turtle(broken), format="turtle")
    report = graph.value(predicate=RDF.type, object=SH.ValidationReport)
    assert report is not None
    assert graph.value(report, SH.conforms).toPython() is False  # type: ignore[union-attr]
    assert len(list(graph.objects(report, SH.result))) == len(broken.findings)
    assert all(isinstance(subject, URIRef) for subject in graph.subjects())
    assert (None, SH.sourceShape, URIRef(vocab.BASE + "shapes#statement-rule")) in graph


def test_the_turtle_of_awkward_values_can_be_read_again() -> None:
    awkward = 'a "quoted" \\ line\nand\ttab'
    findings = tuple(
        Finding("info", "check", "some-check", "urn:n", value=value, messages={"en": awkward})
        for value in (Term("literal", awkward), Term("literal", "x", language="kk"), Term("uri", "urn:v"))
    )
    graph = Graph().parse(data=as_turtle(Report(findings)), format="turtle")
    assert awkward in {str(value) for value in graph.objects(predicate=SH.value)}
    assert {str(text) for text in graph.objects(predicate=SH.resultMessage)} == {awkward}


def test_a_node_without_a_name_is_reported_too(tmp_path: Path) -> None:
    file = tmp_path / "nameless.ttl"
    file.write_text(BASE + "[] a kzh:Person .\n<person/p> a kzh:Person ; kzh:givenName [] .", encoding="utf-8")
    report = validate(file)
    assert {f.source for f in report.findings if f.focus.startswith("_:")} == {"shape", "check"}
    assert len(Graph().parse(data=as_turtle(report), format="turtle")) > len(report.findings)


def test_a_message_falls_back_to_english() -> None:
    assert Finding("info", "shape", "r", "urn:n", messages={"en": "only"}).message("kk") == "only"
