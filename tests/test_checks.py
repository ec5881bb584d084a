"""Every check finds nothing in a healthy graph and something in a broken one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kzhealthkg.validate import checks
from kzhealthkg.validate.checks import Check, CheckError
from kzhealthkg.validate.data import triples
from kzhealthkg.validate.report import Finding

CASES = Path(__file__).parent / "checks"
CHECKS = checks.load()


ORPHANS = {"evidence-unused", "thing-unused"}
"""What a fragment of a graph always breaks: nothing refers to its nodes."""


def judged(check: Check, state: str) -> list[Finding]:
    found = checks.findings(triples(CASES / check.name / f"{state}.ttl"))
    return [finding for finding in found if finding.rule == check.name or finding.rule not in ORPHANS]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_healthy_graph_gives_no_row(check: Check) -> None:
    assert judged(check, "healthy") == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_broken_graph_is_found_by_its_check_alone(check: Check) -> None:
    found = judged(check, "broken")
    assert {finding.rule for finding in found} == {check.name}
    assert found[0].severity == check.severity
    assert not any("{" in text for text in found[0].messages.values())


def test_every_folder_of_cases_is_of_a_check() -> None:
    assert sorted(folder.name for folder in CASES.iterdir()) == [check.name for check in CHECKS]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_asks_a_question_in_plain_sparql_and_total_order(check: Check) -> None:
    from rdflib.plugins.sparql import prepareQuery

    assert re.search(r"^#\+ title: .+\?$", check.query, re.MULTILINE)
    assert re.search(r"^ORDER BY .*\?node", check.query, re.MULTILINE)
    prepareQuery(check.query)


def test_a_check_that_is_not_in_the_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "LEVELS.tsv").write_text("check\tlevel\nlost\twarning\n", encoding="utf-8")
    with pytest.raises(CheckError, match=r"LEVELS\.tsv: the table and the files differ in lost"):
        checks.load(tmp_path)


def test_an_unknown_level_is_refused(tmp_path: Path) -> None:
    (tmp_path / "LEVELS.tsv").write_text("check\tlevel\nlost\tfatal\n", encoding="utf-8")
    with pytest.raises(CheckError, match="fatal"):
        checks.load(tmp_path)


def test_a_check_without_its_messages_is_refused(tmp_path: Path) -> None:
    (tmp_path / "LEVELS.tsv").write_text("check\tlevel\nmute\twarning\n", encoding="utf-8")
    (tmp_path / "mute.rq").write_text("SELECT ?node WHERE { ?node a ?b }", encoding="utf-8")
    with pytest.raises(CheckError, match=r"mute\.rq: the header needs"):
        checks.load(tmp_path)
