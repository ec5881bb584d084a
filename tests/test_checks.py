"""Every check finds nothing in a healthy graph and something in a broken one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kzhealthkg.validate import checks
from kzhealthkg.validate.checks import Check, CheckError
from kzhealthkg.validate.data import Data
from kzhealthkg.validate.report import Finding

CASES = Path(__file__).parent / "checks"
CHECKS = checks.load()


ORPHANS = {"evidence-unused", "thing-unused"}
"""What a fragment of a graph always breaks: nothing refers to its nodes."""


def judged(check: Check, state: str) -> list[Finding]:
    found = checks.findings(Data(CASES / check.name / f"{state}.ttl", Path()).store)
    return [finding for finding in found if finding.rule == check.name or finding.rule not in ORPHANS]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_healthy_graph_gives_no_row(check: Check) -> None:
    assert judged(check, "healthy") == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_broken_graph_is_found_by_its_check_alone(check: Check) -> None:
    found = judged(check, "broken")
    assert {finding.rule for finding in found} == {check.name}
    assert found[0].severity == check.severity
    for texts in (found[0].messages, found[0].mends):
        assert set(texts) == {"kk", "ru", "en"}
        assert not any("{" in text for text in texts.values())


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_the_texts_of_a_check_are_of_their_languages_and_fill_in_the_same(check: Check) -> None:
    for texts in (check.messages, check.mends, check.titles):
        assert list(texts) == ["kk", "ru", "en"]
        assert len(set(texts.values())) == 3
        assert len({tuple(sorted(re.findall(r"{(\w+)}", text))) for text in texts.values()}) == 1
        assert not re.search("[А-Яа-яЁё]", texts["en"])
        assert re.search("[А-Яа-яЁё]", texts["ru"])
        assert not re.search("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]", texts["ru"])
    assert re.search("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]", check.messages["kk"] + check.mends["kk"])


@pytest.mark.parametrize("line", ["mend-kk", "mend-ru", "mend-en", "title-ru", "message-en"])
def test_a_check_that_lacks_a_text_is_refused(line: str, tmp_path: Path) -> None:
    (tmp_path / "LEVELS.tsv").write_text("check\tlevel\ntwo-types\twarning\n", encoding="utf-8")
    query = next(check.query for check in CHECKS if check.name == "two-types")
    short = "".join(row for row in query.splitlines(keepends=True) if not row.startswith(f"#+ {line}:"))
    (tmp_path / "two-types.rq").write_text(short, encoding="utf-8")
    with pytest.raises(CheckError, match=rf"two-types\.rq: the header needs #\+ {line}$"):
        checks.load(tmp_path)


def test_every_folder_of_cases_is_of_a_check() -> None:
    assert sorted(folder.name for folder in CASES.iterdir()) == [check.name for check in CHECKS]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_asks_a_question_in_plain_sparql_and_total_order(check: Check) -> None:
    from rdflib.plugins.sparql import prepareQuery

    assert all(title.endswith("?") for title in check.titles.values())
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


def test_each_way_in_which_days_miss_their_date_is_found() -> None:
    found = judged(next(check for check in CHECKS if check.name == "date-bounds"), "broken")
    assert {finding.focus.rpartition("/")[2] for finding in found} == {"s", "u", "v"}
