"""How much a rule weighs in one run: profiles, levels by name, rules switched off, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kzhealthkg import cli, resources, vocab
from kzhealthkg.messages import LANGUAGES, SaidError
from kzhealthkg.validate import Levels, levels_of, validate
from kzhealthkg.validate.levels import LEVELS, nearest, profiles
from kzhealthkg.validate.report import SEVERITIES
from kzhealthkg.validate.rules import rules

KNOWN = {rule.name for rule in rules()}
PERSON = f"<{vocab.THINGS}person/p> a <{vocab.ONTOLOGY}Person> .\n"
"""A violation of person-label, and an information of thing-unused."""
HEAD = "rule\tlevel\treason\n"


@pytest.fixture
def person(tmp_path: Path) -> Path:
    file = tmp_path / "person.ttl"
    file.write_text(PERSON, encoding="utf-8")
    return file


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = cli.main(["validate", *map(str, words), "--lang", "en"])
    return (code, *capsys.readouterr())


def found(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, str]:
    _, out, _ = run(capsys, *words, "--format", "json")
    return {one.get("shape") or one["check"]: one["severity"] for one in json.loads(out)["findings"]}


def table(file: Path, *rows: str, head: str = HEAD) -> Path:
    file.write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return file


def test_without_a_word_every_rule_weighs_what_it_says(person: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys, person) == {"person-label": "violation", "thing-unused": "info"}
    assert {one.rule for one in validate(person).findings} == {"person-label", "thing-unused"}


@pytest.mark.parametrize(
    ("level", "fail_on", "code"),
    [
        ("violation", "violation", 1), ("violation", "warning", 1), ("violation", "info", 1), ("violation", "never", 0),
        ("warning", "violation", 0), ("warning", "warning", 1), ("warning", "info", 1), ("warning", "never", 0),
        ("info", "violation", 0), ("info", "warning", 0), ("info", "info", 1), ("info", "never", 0),
        ("off", "violation", 0), ("off", "warning", 0), ("off", "info", 0), ("off", "never", 0),
    ],
)  # fmt: skip
def test_the_exit_code_is_what_was_found_against_what_it_shall_fail_on(
    level: str, fail_on: str, code: int, person: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [person, "--level", f"person-label={level}", "--off", "thing-unused"]
    assert run(capsys, *words, "--fail-on", fail_on)[0] == code


def test_a_violation_is_what_fails_where_nothing_is_said(person: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, person)[0] == 1
    assert run(capsys, person, "--level", "person-label=warning")[0] == 0


def test_levels_by_name_change_the_weight_and_the_order(person: Path) -> None:
    report = validate(person, levels=Levels({"person-label": "info", "thing-unused": "violation"}))
    assert [(one.rule, one.severity) for one in report.findings] == [
        ("thing-unused", "violation"),
        ("person-label", "info"),
    ]
    assert report.counts() == {"violation": 1, "warning": 0, "info": 1}


def test_the_command_line_outweighs_the_profile_and_the_last_word_counts(
    person: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert found(capsys, person, "--profile", "strict")["thing-unused"] == "warning"
    assert found(capsys, person, "--profile", "strict", "--level", "thing-unused=info")["thing-unused"] == "info"
    twice = ["--level", "thing-unused=warning", "--level", "thing-unused=violation"]
    assert found(capsys, person, *twice)["thing-unused"] == "violation"
    assert "thing-unused" not in found(capsys, person, *twice, "--off", "thing-unused")
    assert "thing-unused" not in found(capsys, person, "--profile", "lenient")


def test_the_shipped_profiles_are_three_and_know_their_rules() -> None:
    assert profiles() == ("default", "lenient", "strict")
    for name in profiles():
        assert levels_of(name, KNOWN).changed


@pytest.mark.parametrize("name", ["strict", "lenient"])
def test_a_shipped_profile_only_goes_its_own_way(name: str) -> None:
    own = {rule.name: rule.severity for rule in rules()}
    usual, changed = levels_of("default", KNOWN), levels_of(name, KNOWN)
    text = resources.path("shapes", "profiles", f"{name}.tsv").read_text(encoding="utf-8")
    named = [line.split("\t")[0] for line in text.splitlines() if line.count("\t") == 2][1:]
    for rule in named:
        before, after = (LEVELS.index(levels.of(rule, own[rule])) for levels in (usual, changed))
        assert after < before if name == "strict" else after > before, rule
    assert named == sorted(named)


def test_a_profile_of_ones_own_extends_a_shipped_one_and_a_file_beside_it(tmp_path: Path) -> None:
    table(tmp_path / "base.tsv", "person-label\tinfo\tbecause", head="#+ extends: strict\n" + HEAD)
    own = table(tmp_path / "own.tsv", "thing-unused\toff\tbecause", head="#+ extends: base.tsv\n" + HEAD)
    changed = levels_of(str(own), KNOWN).changed
    assert (changed["person-label"], changed["thing-unused"], changed["evidence-unused"]) == (
        "info",
        "off",
        "violation",
    )
    alone = table(tmp_path / "alone.tsv", "thing-unused\toff\tbecause")
    assert levels_of(str(alone), KNOWN).changed == {"thing-unused": "off"}


WRONG = [
    (["person-label\terror\tx"], "p.tsv:2: there is no level error; the nearest is "),
    (["person-lable\tinfo\tx"], "p.tsv:2: there is no rule person-lable; the nearest is person-label "),
    (["person-label\tinfo\tx", "person-label\toff\tx"], "p.tsv:3: the rule person-label stands here a second time"),
    (["person-label\tinfo\t"], "p.tsv:2: no reason is given for the level of person-label"),
    (["person-label\tinfo"], "p.tsv:2: 2 cells where 3 are needed"),
    (["person-label info x"], "p.tsv:2: 1 cells where 3 are needed"),
]


@pytest.mark.parametrize(("rows", "told"), WRONG)
def test_a_malformed_profile_is_told_with_file_and_line(
    rows: list[str], told: str, tmp_path: Path, person: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, person, "--profile", table(tmp_path / "p.tsv", *rows))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"level\trule\treason\n", "p.tsv:1: the first line must name the columns, with tabs between: rule"),
        (b"rule\tlevel\treason\nperson-label\tinfo\t\xff\n", "p.tsv:2: not UTF-8"),
        (b"#+ extends: p.tsv\nrule\tlevel\treason\n", "p.tsv: the profile extends itself"),
        (b"#+ extends: strikt\nrule\tlevel\treason\n", "no file strikt; the nearest is strict "),
    ],
)
def test_a_file_that_is_no_profile_is_told(
    content: bytes, told: str, tmp_path: Path, person: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "p.tsv").write_bytes(content)
    code, out, err = run(capsys, person, "--profile", tmp_path / "p.tsv")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--off", "person-lable"], "--off person-lable: there is no rule person-lable; the nearest is person-label "),
        (["--level", "two-type=info"], "the nearest is two-types "),
        (["--level", "two-types=warn"], "there is no level warn; the nearest is warning "),
        (["--level", "two-types"], "--level two-types: it is written RULE=LEVEL"),
        (["--profile", "lenien"], "--profile: there is no profile and no file lenien; the nearest is lenient "),
    ],
)
def test_an_unknown_name_is_one_line_with_the_nearest_and_2(
    words: list[str], told: str, person: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, person, *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err


def test_a_mistake_is_told_in_the_language_asked_for(person: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = set()
    for language in LANGUAGES:
        assert cli.main(["validate", str(person), "--off", "nothing", "--lang", language]) == 2
        told.add(capsys.readouterr().err)
    assert len(told) == 3
    with pytest.raises(SaidError, match="there is no rule nothing"):
        levels_of(known=KNOWN, off=["nothing"])


def test_a_fail_on_that_is_no_level_is_refused(person: Path) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["validate", str(person), "--fail-on", "error"])
    assert left.value.code == 2


def test_the_nearest_name_is_the_most_alike_and_the_first_of_equals() -> None:
    assert nearest("Evidence-Exakt", KNOWN) == "evidence-exact"
    assert nearest("b", ["ab", "ba"]) == "ab"
    assert nearest("x", []) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_rules_are_listed_with_their_levels(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["validate", "--rules", "--profile", "strict", "--off", "two-types", "--lang", language]
    assert cli.main(words) == 0
    lines = capsys.readouterr().out.splitlines()[1:]
    rows = {name: (level, source, title) for name, level, source, title in (line.split(maxsplit=3) for line in lines)}
    assert list(rows) == sorted(KNOWN)
    assert rows["two-types"][:2] == ("off", "check")
    assert rows["thing-unused"][:2] == ("warning", "check")
    assert rows["person-label"][:2] == ("violation", "shape")
    assert rows["waiver-expired"][:2] == ("violation", "waiver")
    for rule in rules():
        assert rows[rule.name][2] == rule.titles[language]


def test_every_rule_has_a_level_a_source_and_titles_in_three_languages() -> None:
    for rule in rules():
        assert rule.severity in SEVERITIES
        assert sorted(rule.titles) == ["en", "kk", "ru"]
        assert len(set(rule.titles.values())) == 3


def test_a_shape_of_somebody_else_is_a_rule_too_and_what_only_helps_it_is_none(tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .\n"
        "ex:S sh:targetClass ex:T ; sh:property [ sh:path ex:p ; sh:minCount 1 ; sh:severity sh:Info ] , ex:q .\n"
        "ex:idle sh:targetClass ex:T ; sh:nodeKind sh:IRI ; sh:deactivated true .\n"
        "ex:q sh:path ex:q ; sh:or ( [ sh:nodeKind sh:IRI ] [ sh:minLength 2 ] ) ; sh:message 'Атау қажет'@kk .\n",
        encoding="utf-8",
    )
    own = {rule.name: (rule.severity, rule.title("kk"), rule.title("en")) for rule in rules(shapes)}
    found = {name: own[name] for name in own.keys() - KNOWN}
    assert found == {
        "S-p": ("info", "p: minCount 1", "p: minCount 1"),
        "q": ("violation", "Атау қажет", "q: or [nodeKind sh:IRI], [minLength «2»]"),
    }


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LC_ALL": "kk_KZ.UTF-8"}, "kk"),
        ({"LC_ALL": "ru_RU.UTF-8", "LANG": "kk_KZ.UTF-8"}, "ru"),
        ({"LANG": "kk_KZ.UTF-8"}, "kk"),
        ({"LC_ALL": "C.UTF-8", "LANG": "kk_KZ.UTF-8"}, "en"),
    ],
)
def test_the_report_and_the_rules_speak_the_language_of_the_locale(
    variables: dict[str, str],
    language: str,
    person: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "", **variables}.items():
        monkeypatch.setenv(name, value)
    cli.main(["validate", str(person)])
    shown = capsys.readouterr().out
    (label, unused) = validate(person).findings
    for other in LANGUAGES:
        assert (label.messages[other] in shown and unused.messages[other] in shown) == (other == language)
    cli.main(["validate", "--rules"])
    assert label.messages[language] in capsys.readouterr().out
