"""Reports in every format: golden where people read, by schema where programs do, well-formed whatever the texts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal
from xml.etree import ElementTree

import fastjsonschema
import pyoxigraph as ox
import pytest
import xmlschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import RDF, RDFS, SH, Graph, URIRef

from kzhealthkg import vocab
from kzhealthkg.cli.also import FORMATS
from kzhealthkg.model import Term
from kzhealthkg.validate import WRITERS, Finding, Look, Report
from kzhealthkg.validate.report import Severity, Spot

HERE = Path(__file__).parent
T, KZH = vocab.THINGS, vocab.ONTOLOGY
WHEN = datetime(2026, 3, 1, 10, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Rule:
    name: str
    source: Literal["shape", "check"]
    severity: Severity
    titles: dict[str, str]
    iri: str = ""


def percent(number: int, line: int) -> Finding:
    return Finding(
        "violation",
        "shape",
        "works-percent",
        f"{T}statement/{number:016x}",
        label=f"Works «Мысал ауданында аурухана {number} пайызға дайын болды деп айтылды…»",
        path=KZH + "percent",
        value=Term("literal", str(number), "http://www.w3.org/2001/XMLSchema#decimal"),
        messages={"kk": "Пайыз 0 мен 100 аралығында.", "ru": "Процент — от 0 до 100.", "en": "A percent is 0 to 100."},
        article=T + "article/mysal-1",
        component="MaxInclusiveConstraintComponent",
        sentence=f"Мысал ауданында аурухана {number} пайызға дайын болды деп айтылды\r\nбүгін",
        said=Spot("mysal-1", 4, 17, 559),
        written=Spot("build/kg.trig", line, 5),
        mends={"kk": "Мақаланы оқыңыз.", "ru": "Прочтите статью.", "en": "Read the article again."},
    )


NAMELESS = Finding(
    "warning",
    "check",
    "two-types",
    "_:b0",
    messages={"en": "Two types: <b>&amp; | `x`", "kk": "Екі түр.", "ru": "Два типа."},
    said=Spot("mysal-2", offset=12),
)
REPORT = Report(
    (percent(140, 10), percent(150, 20), percent(160, 30), NAMELESS),
    triples=1234,
    waived=(replace(percent(170, 40), severity="warning", accepted="the article says so (Мысалов)"),),
    problems=("data/broken.ttl:3:14: expected a dot", "notes.txt: .txt is no RDF format", "something else"),
    rules=(
        Rule("works-percent", "shape", "violation", {"kk": "Пайыз.", "ru": "Процент.", "en": "A percent."}),
        Rule("person-label", "shape", "violation", {"kk": "Адам аты.", "ru": "Имя.", "en": "A person has a name."}),
        Rule("two-types", "check", "warning", {"kk": "Түр.", "ru": "Тип.", "en": "One type?"}, "urn:check:two"),
    ),
)


def written(form: str, lang: str = "en", look: Look | None = None, report: Report = REPORT) -> str:
    return WRITERS[form](report, lang, look or Look(limit=2, when=WHEN))


def test_the_command_line_knows_every_format() -> None:
    assert tuple(WRITERS) == FORMATS


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.parametrize("form", ["text", "markdown", "github"])
def test_what_people_read_is_as_it_was(form: str, lang: str) -> None:
    golden = HERE / "reports" / f"{form}.{lang}.txt"
    assert written(form, lang) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_tells_unread_files_and_what_is_waived(form: str) -> None:
    text = written(form)
    assert "expected a dot" in text
    assert re.search(r"[Ww]aived|suppressions", text)
    sound = written(form, report=Report((), 5))
    assert not re.search(r"expected a dot|Waived|suppressions", sound)


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "html"])
def test_why_a_finding_is_accepted_is_told(form: str) -> None:
    assert "the article says so (Мысалов)" in written(form)


@pytest.mark.parametrize("form", ["text", "markdown", "github", "html", "junit"])
def test_a_limit_says_how_many_more_there_are(form: str) -> None:
    assert "and 1 more" in written(form)
    assert "150" in written(form)
    assert "160 пайызға" not in written(form)
    everything = written(form, look=Look(limit=0))
    assert not re.search(r"and \d+ more", everything)
    assert "160 пайызға" in everything


def test_a_limit_that_is_none_shows_all() -> None:
    assert written("text", look=Look(limit=-1)) == written("text", look=Look(limit=0))


def test_colour_is_for_terminals_and_nothing_in_a_text_reaches_one() -> None:
    coloured = written("text", look=Look(colour=True))
    assert "\x1b[31mViolations\x1b[0m" in coloured
    evil = replace(NAMELESS, label="\x1b[2Jgone\nnext", messages={"en": "\x9b31m\u0007"})
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", written("text", report=Report((evil,))))


def test_json_has_all_that_is_known() -> None:
    found = json.loads(written("json", "ru"))
    first = found["findings"][0]
    assert (found["conforms"], found["triples"], found["problems"]) == (False, 1234, list(REPORT.problems))
    assert first["said"] == {"article": "mysal-1", "line": 4, "column": 17, "offset": 559}
    assert first["written"] == {"file": "build/kg.trig", "line": 10, "column": 5}
    assert (first["message"], first["mend"]) == ("Процент — от 0 до 100.", "Прочтите статью.")
    assert first["component"] == "MaxInclusiveConstraintComponent"
    assert [record["severity"] for record in found["waived"]] == ["warning"]


def test_turtle_is_a_report_of_shacl() -> None:
    graph = Graph().parse(data=written("turtle"), format="turtle")
    report = graph.value(predicate=RDF.type, object=SH.ValidationReport)
    assert len(list(graph.objects(report, SH.result))) == len(REPORT.findings)
    assert len(list(graph.objects(report, RDFS.comment))) == 3 + len(REPORT.problems)
    assert list(graph.objects(predicate=SH.sourceShape)) == [URIRef("urn:check:two")]
    assert (None, SH.sourceConstraintComponent, SH.MaxInclusiveConstraintComponent) in graph


class TestSarif:
    def test_it_is_valid(self) -> None:
        for lang in ("kk", "ru", "en"):
            sarif_schema()(json.loads(written("sarif", lang)))

    def test_a_result_leads_to_the_rdf_the_article_and_the_node(self) -> None:
        run = json.loads(written("sarif"))["runs"][0]
        first = run["results"][0]
        (place,) = first["locations"]
        assert place["physicalLocation"]["artifactLocation"] == {
            "uri": "build/kg.trig",
            "uriBaseId": "%SRCROOT%",
            "index": 0,
        }
        assert place["physicalLocation"]["region"] == {"startLine": 10, "startColumn": 5}
        assert place["logicalLocations"][0]["fullyQualifiedName"] == REPORT.findings[0].focus
        said = first["relatedLocations"][0]["physicalLocation"]
        assert said["artifactLocation"]["uri"] == T + "article/mysal-1"
        assert said["region"]["startLine"] == 4
        assert said["region"]["snippet"]["text"] == REPORT.findings[0].sentence

    def test_where_the_rdf_is_unknown_the_article_is_the_place(self) -> None:
        last = json.loads(written("sarif"))["runs"][0]["results"][3]
        assert last["locations"][0]["physicalLocation"]["region"] == {"charOffset": 12}

    def test_rules_have_texts_levels_and_addresses_and_results_point_at_them(self) -> None:
        run = json.loads(written("sarif", "ru"))["runs"][0]
        rules = run["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == ["person-label", "two-types", "works-percent"]
        assert rules[2]["shortDescription"]["text"] == "Процент."
        assert rules[2]["help"]["text"] == "Прочтите статью."
        assert [rule.get("helpUri") for rule in rules] == [None, "urn:check:two", None]
        assert rules[1]["defaultConfiguration"]["level"] == "warning"
        assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])

    def test_a_waived_finding_is_suppressed(self) -> None:
        run = json.loads(written("sarif"))["runs"][0]
        assert ["suppressions" in result for result in run["results"]] == [False, False, False, False, True]
        assert run["results"][4]["suppressions"][0]["justification"] == "the article says so (Мысалов)"
        assert run["invocations"][0]["executionSuccessful"] is False
        note = run["invocations"][0]["toolExecutionNotifications"][0]
        assert note["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 14}

    def test_fingerprints_stay_when_lines_and_wording_change_and_tell_findings_apart(self) -> None:
        moved = tuple(replace(f, written=Spot("else.ttl", 1), messages={"en": "other"}) for f in REPORT.findings)
        assert marks(replace(REPORT, findings=moved)) == marks(REPORT)
        assert len(set(marks(REPORT))) == 5
        twins = marks(Report((REPORT.findings[0], REPORT.findings[0])))
        assert len(set(twins)) == 2

    def test_a_file_below_the_folder_is_relative_and_another_has_its_whole_address(self) -> None:
        paths = (str(Path.cwd() / "a b.ttl"), "/elsewhere/ә.ttl")
        findings = tuple(replace(NAMELESS, written=Spot(path, 1)) for path in paths)
        run = json.loads(written("sarif", report=Report(findings)))["runs"][0]
        uris = {artifact["location"]["uri"] for artifact in run["artifacts"]}
        assert uris == {"a%20b.ttl", "file:///elsewhere/%D3%99.ttl"}


def marks(report: Report) -> list[str]:
    results = json.loads(written("sarif", report=report))["runs"][0]["results"]
    return [result["partialFingerprints"]["kzhealthkg/v1"] for result in results]


class TestJunit:
    def suites(self, look: Look | None = None, report: Report = REPORT) -> dict[str, ElementTree.Element]:
        return {suite.get("name", ""): suite for suite in ElementTree.fromstring(written("junit", "en", look, report))}

    def test_it_is_valid(self) -> None:
        for lang in ("kk", "ru", "en"):
            for schema in junit_schemas():
                schema.validate(ElementTree.fromstring(written("junit", lang)))

    def test_a_rule_is_a_test_that_passes_where_it_holds(self) -> None:
        shapes = self.suites()["shapes"]
        assert {test.get("name"): len(test) for test in shapes.iter("testcase")} == {
            "person-label": 0,
            "works-percent": 1,
        }
        assert (shapes.get("tests"), shapes.get("failures"), shapes.get("errors")) == ("2", "1", "0")
        failure = shapes.find("testcase/failure")
        assert failure is not None
        assert failure.get("message") == "A percent. (3)"

    def test_an_unread_file_is_an_error(self) -> None:
        files = self.suites()["files"]
        assert (files.get("tests"), files.get("failures"), files.get("errors")) == ("3", "0", "3")

    def test_what_weighs_less_than_the_limit_fails_nothing(self) -> None:
        assert self.suites()["checks"].get("failures") == "0"
        assert "Two types" in (self.suites()["checks"].findtext("system-out") or "")
        assert self.suites(Look(fail_on="warning"))["checks"].get("failures") == "1"
        assert {s.get("failures") for s in self.suites(Look(fail_on="never")).values()} == {"0"}

    def test_the_time_is_that_of_the_run(self) -> None:
        assert 'timestamp="2026-03-01T10:30:00"' in written("junit")


def test_github_escapes_what_would_end_a_command() -> None:
    finding = replace(NAMELESS, rule="a:b,c%", label="100%\r\nyes", written=Spot("x:y.ttl", 3, 1))
    line = written("github", report=Report((finding,))).splitlines()[0]
    assert line.startswith("::warning file=x%3Ay.ttl,line=3,col=1,title=a%3Ab%2Cc%25::100%25%0D%0Ayes%0A")


def test_the_page_folds_reads_without_loading_anything_and_says_its_language() -> None:
    page = ElementTree.fromstring(written("html", "kk").removeprefix("<!DOCTYPE html>"))
    assert page.get("lang") == "kk"
    assert [part.get("class") for part in page.iter("details")] == ["violation", "warning", "waived", "held"]
    assert [part.get("class") for part in page.iter("details") if part.get("open")] == ["violation"]
    assert not list(page.iter("script")) + list(page.iter("link")) + list(page.iter("img"))
    assert [part.tag for part in page.iter() if part.tag in ("h1", "h2", "h3")][:3] == ["h1", "h2", "h2"]


@pytest.mark.parametrize(
    ("report", "verdict"),
    [(REPORT, "violated"), (Report((), problems=("x: y",)), "could be read"), (Report(()), "Nothing is violated<")],
)
def test_the_page_says_no_more_than_is_known(report: Report, verdict: str) -> None:
    assert verdict in written("html", report=report)


@cache
def sarif_schema() -> Callable[[Any], Any]:
    schema = json.loads((HERE / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    check: Callable[[Any], Any] = fastjsonschema.compile(schema)
    return check


@cache
def junit_schemas() -> list[xmlschema.XMLSchema]:
    return [xmlschema.XMLSchema(str(HERE / "schemas" / name)) for name in ("JUnit.xsd", "junit-10.xsd")]


def well_formed_text(text: str) -> None:
    assert re.fullmatch(r"[^\x00-\x09\x0b-\x1f\x7f-\x9f]*\n", text)


def well_formed_turtle(text: str) -> None:
    assert list(ox.parse(text.encode(), ox.RdfFormat.TURTLE))


def well_formed_junit(text: str) -> None:
    for schema in junit_schemas():
        schema.validate(ElementTree.fromstring(text.encode()))


def well_formed_github(text: str) -> None:
    lines = text.removesuffix("\n").split("\n")
    assert all(
        re.fullmatch(r"::(error|warning|notice)( \w+=[^:,\r]*(,\w+=[^:,\r]*)*)?::[^\r]*", line) for line in lines
    )


def well_formed_markdown(text: str) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", text)
    rows = [re.sub(r"\\.", "", line) for line in text.split("\n") if line.startswith("|")]
    assert len({row.count("|") for row in rows}) == 1
    inner = re.sub(r"\\.|\*\*|^(#+|- )", "", text, flags=re.MULTILINE)
    assert not re.search(r"[<>`*_\[\]]", inner)


WELL_FORMED: dict[str, Callable[[str], Any]] = {
    "text": well_formed_text,
    "json": json.loads,
    "turtle": well_formed_turtle,
    "sarif": lambda text: sarif_schema()(json.loads(text)),
    "junit": well_formed_junit,
    "github": well_formed_github,
    "markdown": well_formed_markdown,
    "html": lambda text: ElementTree.fromstring(text.removeprefix("<!DOCTYPE html>").encode()),
}
TEXTS = st.text(max_size=12) | st.text(
    alphabet="\"'\\<>&|%:,\r\n\t\x00\x1b\x9f\ud800\uffff_*`[](){}#]]>ә ", max_size=12
)
TERMS = st.builds(Term, st.sampled_from(["uri", "literal", "bnode"]), TEXTS, TEXTS, TEXTS)
SPOTS = st.none() | st.builds(Spot, TEXTS, st.integers(0, 9), st.integers(0, 9), st.none() | st.integers(0, 99))
MESSAGES = st.dictionaries(st.sampled_from(["kk", "ru", "en"]) | TEXTS, TEXTS, max_size=3)
FINDINGS = st.builds(
    Finding,
    severity=st.sampled_from(["violation", "warning", "info"]),
    source=st.sampled_from(["shape", "check"]),
    rule=TEXTS,
    focus=TEXTS | TEXTS.map("_:".__add__),
    label=TEXTS,
    path=TEXTS,
    value=st.none() | TERMS,
    messages=MESSAGES,
    article=TEXTS,
    component=TEXTS,
    sentence=TEXTS,
    said=SPOTS,
    written=SPOTS,
    mends=MESSAGES,
    accepted=TEXTS,
)
REPORTS = st.builds(
    Report,
    st.lists(FINDINGS, max_size=3).map(tuple),
    st.integers(0, 9),
    st.lists(FINDINGS, max_size=1).map(tuple),
    st.lists(TEXTS, max_size=2).map(tuple),
    st.lists(st.builds(Rule, TEXTS, st.just("shape"), st.just("info"), MESSAGES, TEXTS), max_size=2).map(tuple),
)


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(report=REPORTS, lang=st.sampled_from(["kk", "ru", "en"]))
def test_whatever_the_texts_the_output_is_well_formed(form: str, report: Report, lang: str) -> None:
    text = WRITERS[form](report, lang)
    assert text.encode()
    WELL_FORMED[form](text)
