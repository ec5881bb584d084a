"""The plugin of pytest: a test a file and rule, run as people run it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from elsewhere import CLINIC, PERSON, PLUGIN, TORN
from kzhealthkg import cli
from kzhealthkg.validate.rules import rules
from small_graph import nquads

pytest_plugins = ["pytester"]

FAULTS = {"evidence-text-hash", "person-label", "quote-length", "works-percent"}
TESTS = len(rules()) + 1


@pytest.fixture
def folder(pytester: pytest.Pytester) -> Path:
    for file in (CLINIC, TORN, CLINIC.with_name("profile.tsv")):
        shutil.copy(file, pytester.path / file.name)
    (pytester.path / "healthy.nq").write_text(nquads(), encoding="utf-8")
    return pytester.path


def run(pytester: pytest.Pytester, *words: str, lang: str = "en") -> pytest.RunResult:
    return pytester.runpytest_subprocess("-p", PLUGIN, "-rA", *words, "--kzhealthkg-lang", lang)


def failed(result: pytest.RunResult) -> set[str]:
    return {line.split()[1] for line in result.outlines if line.startswith("FAILED ")}


def test_a_healthy_graph_passes(folder: Path, pytester: pytest.Pytester) -> None:
    result = run(pytester, "--kzhealthkg", "healthy.nq")
    result.assert_outcomes(passed=TESTS)
    assert result.ret == 0


def test_a_broken_graph_fails_by_rule_and_says_all_that_helps(folder: Path, pytester: pytest.Pytester) -> None:
    result = run(pytester, "--kzhealthkg", "clinic.ttl")
    result.assert_outcomes(passed=TESTS - len(FAULTS), failed=len(FAULTS))
    assert failed(result) == {f"clinic.ttl::{rule}" for rule in FAULTS}
    node = result.outlines.index("  person/mysalov")
    assert result.outlines[node + 1 : node + 5] == [
        "    A person has a name in kk, ru or en. (label)",
        "    mysal-1:2:19: «аурухана 140 пайызға дайын болды»",
        f"    clinic.ttl:{PERSON}:1",
        "    → Add values of rdfs:label to the node: at least 1 in all.",
    ]
    assert "Traceback" not in result.stdout.str()
    assert "pytest_plugin.py" not in result.stdout.str()


def test_a_file_that_cannot_be_read_fails_once(folder: Path, pytester: pytest.Pytester) -> None:
    result = run(pytester, "--kzhealthkg", "torn.ttl", "--kzhealthkg", "healthy.nq")
    result.assert_outcomes(passed=TESTS, failed=1, skipped=TESTS - 1)
    assert failed(result) == {"torn.ttl::rdf"}
    result.stdout.fnmatch_lines(["torn.ttl:6:1: *"])


def test_each_file_is_a_graph_of_its_own(folder: Path, pytester: pytest.Pytester) -> None:
    shutil.copy("clinic.ttl", "again.ttl")
    result = run(pytester, "--kzhealthkg", "clinic.ttl", "--kzhealthkg", "again.ttl")
    assert failed(result) == {f"{name}.ttl::{rule}" for rule in FAULTS for name in ("clinic", "again")}


def test_the_folder_of_a_build_is_its_graph(pytester: pytest.Pytester) -> None:
    article = pytester.path / "a.txt"
    article.write_text("Ауылға аурухана\nАқтөбе облысында 2024 жылы 3 аурухана салынды.", encoding="utf-8")
    assert cli.main(["build", str(article), "-o", "build", "-q"]) == 0
    result = run(pytester, "--kzhealthkg", "build")
    result.assert_outcomes(passed=TESTS)


def test_tests_of_ones_own_run_beside_and_can_be_left_out(folder: Path, pytester: pytest.Pytester) -> None:
    own = pytester.makepyfile("def test_own(): pass")
    for given in ([], [str(own)]):
        run(pytester, "--kzhealthkg", "healthy.nq", *given).assert_outcomes(passed=TESTS + 1)
    run(pytester, "--kzhealthkg", "healthy.nq", "-m", "kzhealthkg").assert_outcomes(passed=TESTS, deselected=1)


def test_one_test_can_be_asked_for(folder: Path, pytester: pytest.Pytester) -> None:
    run(pytester, "--kzhealthkg", "clinic.ttl", "clinic.ttl::person-label").assert_outcomes(failed=1)
    run(pytester, "--kzhealthkg", "clinic.ttl", "-k", "works-percent").assert_outcomes(failed=1, deselected=TESTS - 1)


def test_options_choose_weights_waivers_and_language(folder: Path, pytester: pytest.Pytester) -> None:
    options = ["--kzhealthkg", "clinic.ttl", "--kzhealthkg-profile", "profile.tsv"]
    result = run(pytester, *options, lang="kk")
    assert failed(result) == {f"clinic.ttl::{rule}" for rule in FAULTS - {"works-percent"}}
    assert "Ескерту · works-percent (1)" in result.stdout.str()
    strict = run(pytester, *options, "--kzhealthkg-fail-on", "warning")
    assert failed(strict) == {f"clinic.ttl::{rule}" for rule in FAULTS}
    row = "works-percent\tid:statement/readiness\tasked the akimat\tA. Mysalova\t"
    (folder / "w.tsv").write_text(f"check\tnode\treason\twho\tuntil\n{row}\n", encoding="utf-8")
    waived = run(pytester, "--kzhealthkg", "clinic.ttl", "--kzhealthkg-waivers", "w.tsv")
    assert failed(waived) == {f"clinic.ttl::{rule}" for rule in FAULTS - {"works-percent"}}


def test_a_rule_that_is_off_has_no_test(folder: Path, pytester: pytest.Pytester) -> None:
    (folder / "own.tsv").write_text("rule\tlevel\treason\nperson-label\toff\tnot yet\n", encoding="utf-8")
    result = run(pytester, "--kzhealthkg", "clinic.ttl", "--kzhealthkg-profile", "own.tsv")
    result.assert_outcomes(passed=TESTS - 4, failed=3)
    assert "person-label" not in result.stdout.str()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--kzhealthkg", "lost.ttl"], "lost.ttl"),
        (["--kzhealthkg", "clinic.ttl", "--kzhealthkg-profile", "stern"], "stern"),
        (["--kzhealthkg", "clinic.ttl", "--kzhealthkg-waivers", "lost.tsv"], "lost.tsv"),
    ],
)
def test_what_is_not_understood_is_one_line(
    folder: Path, pytester: pytest.Pytester, words: list[str], said: str
) -> None:
    result = run(pytester, *words)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    errors = [line for line in result.errlines + result.outlines if line.startswith("ERROR: ")]
    assert [said in line for line in errors] == [True]


def test_junit_names_the_rules(folder: Path, pytester: pytest.Pytester) -> None:
    run(pytester, "--kzhealthkg", "clinic.ttl", "--junit-xml", "kg.xml")
    cases = ElementTree.parse("kg.xml").iter("testcase")
    assert {case.get("name") for case in cases if case.find("failure") is not None} == FAULTS


def test_without_the_option_nothing_is_loaded(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        test_own="""
        import sys

        def test_own():
            ours = {name for name in sys.modules if name.partition(".")[0] in ("kzhealthkg", "rdflib", "pyoxigraph")}
            assert ours == {"kzhealthkg", "kzhealthkg.pytest_plugin"}
        """
    )
    result = pytester.run(sys.executable, "-m", "pytest", "-p", PLUGIN)
    result.assert_outcomes(passed=1)
