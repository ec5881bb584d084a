"""Findings that people accept: read, counted, expired, needless, written."""

from __future__ import annotations

import json
import stat
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzhealthkg import cli, resources, vocab
from kzhealthkg.messages import LANGUAGES, SaidError
from kzhealthkg.prefixes import full, prefixes
from kzhealthkg.validate import WRITERS, Finding, Levels, Waivers, validate
from kzhealthkg.validate.rules import rules
from kzhealthkg.validate.waivers import COLUMNS, day, extend, read, written

HEAD = "\t".join(COLUMNS) + "\n"
KNOWN = [rule.name for rule in rules()]
PERSON = vocab.THINGS + "person/p"
FACILITY = vocab.THINGS + "facility/f"
DATA = f"<{PERSON}> a <{vocab.ONTOLOGY}Person> .\n<{FACILITY}> a <{vocab.ONTOLOGY}Facility> .\n"
"""Breaks person-label, organization-label and, twice, thing-unused."""
ALL = {
    ("person-label", PERSON),
    ("thing-unused", PERSON),
    ("organization-label", FACILITY),
    ("thing-unused", FACILITY),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "data.ttl").write_text(DATA, encoding="utf-8")
    return tmp_path / "data.ttl"


def table(file: Path, *rows: str) -> Path:
    file.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return file


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = cli.main(["validate", *map(str, words), "--lang", "en"])
    return (code, *capsys.readouterr())


def found(capsys: pytest.CaptureFixture[str], *words: object) -> set[tuple[str, str]]:
    _, out, _ = run(capsys, *words, "--format", "json")
    return {(name(one), one["focus"]) for one in json.loads(out)["findings"]}


def name(record: dict[str, str]) -> str:
    return record.get("shape") or record.get("check") or record["waiver"]


def holding(data: Path, *rows: str, today: str = "2026-06-15") -> Waivers:
    return Waivers(read(table(data.with_name("w.tsv"), *rows)), date.fromisoformat(today))


def test_the_data_of_these_tests_breaks_what_they_say(data: Path) -> None:
    assert {(one.rule, one.focus) for one in validate(data).findings} == ALL


@pytest.mark.parametrize("node", ["id:person/p", PERSON, f"<{PERSON}>"])
def test_a_waived_finding_is_counted_and_no_more_found(node: str, data: Path) -> None:
    report = validate(data, waivers=holding(data, f"person-label\t{node}\tasked the ministry\tAliya\t"))
    assert {(one.rule, one.focus) for one in report.findings} == ALL - {("person-label", PERSON)}
    assert [(one.rule, one.focus) for one in report.waived] == [("person-label", PERSON)]
    assert report.counts()["violation"] == 1


def test_a_waiver_is_of_one_check_and_one_node(data: Path) -> None:
    report = validate(data, waivers=holding(data, "thing-unused\tid:person/p\tsoon\tAliya\t"))
    assert {(one.rule, one.focus) for one in report.findings} == ALL - {("thing-unused", PERSON)}


def test_all_of_it_waived_conforms(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [f"{check}\t{node}\tsoon\tAliya\t" for check, node in ALL]
    assert run(capsys, data, "--fail-on", "info")[0] == 1
    assert run(capsys, data, "--fail-on", "info", "--waivers", table(data.with_name("w.tsv"), *rows))[0] == 0


@pytest.mark.parametrize(
    ("until", "today", "expired"),
    [
        ("2026-06-15", "2026-06-14", False),
        ("2026-06-15", "2026-06-15", False),
        ("2026-06-15", "2026-06-16", True),
        ("2026-06-15", "2027-01-01", True),
        ("", "2099-01-01", False),
    ],
)
def test_a_waiver_holds_through_its_last_day(
    until: str, today: str, expired: bool, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = table(data.with_name("w.tsv"), f"person-label\tid:person/p\tsoon\tAliya\t{until}")
    shown = found(capsys, data, "--waivers", file, "--today", today)
    assert (("person-label", PERSON) in shown) == expired
    assert (("waiver-expired", PERSON) in shown) == expired
    assert not any(rule == "waiver-needless" for rule, _ in shown)


def test_where_no_day_is_given_nothing_expires(data: Path) -> None:
    given = Waivers(holding(data, "person-label\tid:person/p\tsoon\tAliya\t2001-01-01").waivers)
    assert ("waiver-expired", PERSON) not in {(one.rule, one.focus) for one in validate(data, waivers=given).findings}


def test_the_clock_is_asked_only_by_the_command_line(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        "person-label\tid:person/p\tsoon\tAliya\t2001-01-01",
        "organization-label\tid:facility/f\tsoon\tA\t2999-01-01",
    ]
    shown = found(capsys, data, "--waivers", table(data.with_name("w.tsv"), *rows))
    assert ("waiver-expired", PERSON) in shown
    assert ("organization-label", FACILITY) not in shown


def test_an_expired_waiver_says_who_gave_it_why_and_where_it_stands(data: Path) -> None:
    rows = ["organization-label\tid:facility/f\tx\ty\t", "person-label\tid:person/p\tasked\tAliya\t2026-01-31"]
    report = validate(data, waivers=holding(data, *rows))
    (told,) = (one for one in report.findings if one.rule == "waiver-expired")
    assert told.message("en") == "The waiver of person-label ended on 2026-01-31 (reason: asked; Aliya)."
    assert (told.severity, told.focus, str(told.written)) == ("warning", PERSON, f"{data.with_name('w.tsv')}:3")
    for texts in (told.messages, told.mends):
        assert set(texts) == set(LANGUAGES)
        assert len(set(texts.values())) == 3


def test_a_waiver_that_matches_nothing_is_told(data: Path) -> None:
    rows = ["person-label\tid:person/other\tasked\tAliya\t", "two-types\tid:person/p\tx\ty\t2001-01-01"]
    report = validate(data, waivers=holding(data, *rows))
    told = {one.focus: one for one in report.findings if one.rule == "waiver-needless"}
    assert {focus: str(one.written).rpartition(":")[2] for focus, one in told.items()} == {
        vocab.THINGS + "person/other": "2",
        PERSON: "3",
    }
    assert told[PERSON].message("en") == "The waiver of two-types matches nothing (reason: x; y)."
    assert len(set(told[PERSON].messages.values())) == len(set(told[PERSON].mends.values())) == 3
    assert "waiver-expired" not in {one.rule for one in report.findings}


def test_a_waiver_of_a_rule_that_did_not_run_may_still_be_needed(data: Path) -> None:
    given = holding(data, "thing-unused\tid:person/p\tx\ty\t", "person-label\tid:person/p\tx\ty\t")
    without = validate(data, waivers=given, checks=False)
    off = validate(data, waivers=given, levels=Levels({"thing-unused": "off", "person-label": "off"}))
    assert not any(one.rule.startswith("waiver-") for one in (*without.findings, *off.findings))
    assert [one.rule for one in without.waived] == ["person-label"]


def test_a_waiver_of_no_rule_at_all_is_told_with_the_nearest(data: Path) -> None:
    report = validate(data, waivers=holding(data, "person-lable\tid:person/p\tx\ty\t"), checks=False)
    (told,) = (one for one in report.findings if one.rule == "waiver-needless")
    assert told.mend("en").startswith("There is no rule person-lable; the nearest is person-label.")
    assert told.mend("kk").startswith("person-lable деген ереже жоқ; ең жақыны: person-label.")


@pytest.mark.parametrize(
    ("profile", "expired", "needless"),
    [("default", "warning", "info"), ("strict", "violation", "warning"), ("lenient", "info", "info")],
)
def test_what_is_wrong_with_waivers_weighs_what_the_profile_says(
    profile: str, expired: str, needless: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = ["person-label\tid:person/p\tx\ty\t2001-01-01", "two-types\tid:person/p\tx\ty\t"]
    words = [data, "--waivers", table(data.with_name("w.tsv"), *rows), "--profile", profile, "--format", "json"]
    _, out, _ = run(capsys, *words)
    shown = {name(one): one["severity"] for one in json.loads(out)["findings"]}
    assert (shown["waiver-expired"], shown["waiver-needless"]) == (expired, needless)
    _, out, _ = run(capsys, *words, "--off", "waiver-expired", "--off", "waiver-needless")
    assert not any(name(one).startswith("waiver-") for one in json.loads(out)["findings"])


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["person-label\tid:person/p\t\tAliya\t"], "w.tsv:2: the column reason is empty; fill it in"),
        (["person-label\tid:person/p\tx\t \t"], "w.tsv:2: the column who is empty; fill it in"),
        (["\tid:person/p\tx\ty\t"], "w.tsv:2: the column check is empty"),
        (["person-label\tid:person/p\tx\ty"], "w.tsv:2: 4 cells where 5 are needed"),
        (["# a note", "", "person-label\tid:person/p\tx\ty\t\t"], "w.tsv:4: 6 cells where 5 are needed"),
        (["person-label id:person/p x y 2026-01-01"], "w.tsv:2: 1 cells where 5 are needed"),
        (["person-label\tid:person/p\tx\ty\t2026-02-30"], "w.tsv:2: 2026-02-30 is no day; write YYYY-MM-DD"),
        (["person-label\tid:person/p\tx\ty\t20260201"], "w.tsv:2: 20260201 is no day"),
        (["person-label\tid:person/p\tx\ty\tsoon"], "w.tsv:2: soon is no day"),
        (["person-label\tperson/p\tx\ty\t"], "w.tsv:2: person/p is no node; write a full IRI, or a short one"),
        (["person-label\tidd:person/p\tx\ty\t"], "w.tsv:2: idd:person/p is no node"),
        (["person-label\tid:person p\tx\ty\t"], "w.tsv:2: id:person p is no node"),
        (
            ["two-types\tid:a\tx\ty\t", f"person-label\t{PERSON}\tx\ty\t", "person-label\tid:person/p\tx\tz\t"],
            "w.tsv:4: the check and node of line 3 again",
        ),
    ],
)
def test_a_malformed_table_is_one_line_with_file_and_line_and_2(
    rows: list[str], told: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = table(data.with_name("w.tsv"), *rows)
    for words in (["--waivers", file], ["--write-waivers", file, "--who", "x"]):
        before = file.read_bytes()
        code, out, err = run(capsys, data, *words)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert told in err
        assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"check\tnode\treason\tuntil\n", "w.tsv:1: the first line must name the columns"),
        (HEAD.encode() + b"a\xff\n", "w.tsv:2: not UTF-8; save the file as UTF-8"),
    ],
)
def test_a_file_that_is_no_table_is_told(
    content: bytes, told: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data.with_name("w.tsv").write_bytes(content)
    code, out, err = run(capsys, data, "--waivers", data.with_name("w.tsv"))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err


def test_a_table_that_is_not_there_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, data, "--waivers", data.with_name("gone.tsv"))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "gone.tsv" in err


def test_an_empty_table_and_the_byte_order_mark_of_a_spreadsheet_do_no_harm(data: Path) -> None:
    file = data.with_name("w.tsv")
    file.write_text("", encoding="utf-8")
    assert read(file) == ()
    file.write_text(f"\ufeff{HEAD}person-label\tid:person/p\tx\ty\t\r\n", encoding="utf-8")
    assert [(row.check, row.node, row.until) for row in read(file)] == [("person-label", PERSON, None)]


def test_the_table_that_lies_beside_is_read_where_none_is_named(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(data.parent)
    (data.parent / "judgements").mkdir()
    table(data.parent / "judgements" / "waivers.tsv", "person-label\tid:person/p\tx\ty\t")
    assert found(capsys, data) == ALL - {("person-label", PERSON)}
    assert found(capsys, data, "--waivers", table(data.with_name("none.tsv"))) == ALL


def test_a_baseline_accepts_all_that_is_found_and_is_sorted(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = data.with_name("new") / "w.tsv"
    code, out, err = run(capsys, data, "--write-waivers", file, "--who", "Aliya  N.", "--fail-on", "info")
    assert (code, err) == (0, f"{file}: new waivers: 4; fill in their reasons\n")
    assert out.splitlines()[-1].startswith("Violations: 0")
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if not line.startswith("#")][1:]
    assert (
        rows
        == sorted(rows)
        == [
            "organization-label\tid:facility/f\tbaseline\tAliya N.\t",
            "person-label\tid:person/p\tbaseline\tAliya N.\t",
            "thing-unused\tid:facility/f\tbaseline\tAliya N.\t",
            "thing-unused\tid:person/p\tbaseline\tAliya N.\t",
        ]
    )
    assert found(capsys, data, "--waivers", file) == set()
    before = file.read_bytes()
    assert run(capsys, data, "--write-waivers", file, "--who", "B", "--quiet")[::2] == (0, "")
    assert file.read_bytes() == before


def test_a_baseline_loses_nothing_that_stands_there(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stood = [
        f"person-label\t<{PERSON}>\tasked the ministry: «№ 5»\tAliya\t2001-01-01",
        "two-types\tid:person/gone\tnobody knows\tB\t2030-01-01",
    ]
    file = data.with_name("w.tsv")
    file.write_text("# our own note\n" + HEAD + stood[1] + "\n# and another\n" + stood[0] + "\n", encoding="utf-8")
    code, _, _ = run(capsys, data, "--write-waivers", file, "--who", "C", "--today", "2026-06-15")
    assert code == 1, "what has expired is still found"
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[:3] == ["# our own note", "# and another", HEAD.strip()]
    assert lines[3:] == sorted(lines[3:])
    assert set(stood) < set(lines)
    assert {line.split("\t")[0] for line in lines[3:]} == {
        "organization-label",
        "person-label",
        "thing-unused",
        "two-types",
    }
    assert sum(line.startswith("person-label") for line in lines) == 1
    left = found(capsys, data, "--waivers", file, "--today", "2026-06-15")
    assert {rule for rule, _ in left} == {"person-label", "waiver-expired", "waiver-needless"}
    assert found(capsys, data, "--write-waivers", file, "--who", "C", "--today", "2026-06-15") == left


def test_what_one_table_waives_is_not_written_to_another(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours = table(data.with_name("ours.tsv"), "person-label\tid:person/p\tx\ty\t")
    theirs = data.with_name("theirs.tsv")
    run(capsys, data, "--waivers", ours, "--write-waivers", theirs, "--who", "C")
    assert {row.check for row in read(theirs)} == {"organization-label", "thing-unused"}


def test_a_write_that_fails_leaves_the_table_as_it_was(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = table(data.with_name("w.tsv"), "person-label\tid:person/p\tx\ty\t")
    before = file.read_bytes()

    def broken(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(OSError, match="no space"):
        extend(file, validate(data).findings, "C")
    assert file.read_bytes() == before
    assert sorted(one.name for one in data.parent.iterdir()) == ["data.ttl", "w.tsv"]


def test_a_table_keeps_its_rights_and_its_link(data: Path) -> None:
    real = table(data.with_name("real.tsv"))
    real.chmod(0o640)
    link = data.with_name("link.tsv")
    link.symlink_to(real)
    assert extend(link, validate(data).findings, "C") == 4
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert len(read(real)) == 4


def test_nobody_waives_without_a_name(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = data.with_name("w.tsv")
    for name in ("USER", "LOGNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    code, out, err = run(capsys, data, "--write-waivers", file)
    assert (code, out, err.count("\n"), file.exists()) == (2, "", 1, False)
    assert "--who" in err
    monkeypatch.setenv("USER", "marat")
    assert run(capsys, data, "--write-waivers", file)[0] == 0
    assert {row.who for row in read(file)} == {"marat"}


def test_a_nameless_node_cannot_be_waived_and_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data.write_text(f"[] a <{vocab.ONTOLOGY}Person> .\n", encoding="utf-8")
    file = data.with_name("w.tsv")
    code, _, err = run(capsys, data, "--write-waivers", file, "--who", "C")
    assert (code, read(file)) == (1, ())
    assert err.splitlines()[1] == "nameless nodes cannot be waived: 3"


@pytest.mark.parametrize("words", [["--today", "2026-1-1"], ["--today", "tomorrow"], ["--today", "2026-02-29"]])
def test_a_day_that_is_none_is_told(words: list[str], data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, data, *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "a day is written YYYY-MM-DD" in err


@pytest.mark.parametrize(
    ("text", "meant"),
    [("2024-02-29", date(2024, 2, 29)), ("2023-02-29", None), ("2024-W01-1", None), ("٢٠٢٤-٠١-٠١", None), ("", None)],
)
def test_a_day_is_written_in_one_way(text: str, meant: date | None) -> None:
    assert day(text) == meant


PARTS = st.text(st.characters(codec="utf-8", exclude_characters=" \t\n\r<>", exclude_categories=("C", "Z")), min_size=1)
SPACES = st.sampled_from([*prefixes().values(), "http://example.org/", "urn:x:", "tag:x,2024:", "id:"])


@given(SPACES, PARTS)
def test_a_node_is_written_so_that_it_is_read_back(namespace: str, part: str) -> None:
    node = namespace + part
    assert full(written(node)) == node or written(node) == ""
    if namespace.startswith("http"):
        assert written(node)


def test_the_table_of_the_project_is_sorted_and_its_rules_exist() -> None:
    file = resources.path("judgements", "waivers.tsv")
    rows = read(file)
    assert [(row.check, row.node) for row in rows] == sorted((row.check, row.node) for row in rows)
    assert {row.check for row in rows} <= set(KNOWN)


def test_a_mistake_in_a_table_is_told_in_three_languages(data: Path) -> None:
    with pytest.raises(SaidError) as told:
        read(table(data.with_name("w.tsv"), "person-label\tid:person/p\t\ty\t"))
    assert len({told.value.said(language) for language in LANGUAGES}) == 3
    assert all(
        "w.tsv:2:" in told.value.said(language) and "reason" in told.value.said(language) for language in LANGUAGES
    )


def test_a_finding_about_waivers_is_never_waived(data: Path) -> None:
    file = data.with_name("w.tsv")
    about = [Finding("warning", "waiver", name, PERSON) for name in ("waiver-expired", "waiver-needless")]
    assert extend(file, about, "C") == 0
    assert read(file) == ()


def test_a_report_says_that_waivers_were_judged_too(data: Path) -> None:
    given = holding(data, "person-label\tid:person/p\tx\ty\t")
    with_waivers, off = validate(data, waivers=given), Levels({"waiver-needless": "off"})
    assert {rule.name for rule in with_waivers.rules} - {rule.name for rule in validate(data).rules} == {
        "waiver-expired",
        "waiver-needless",
    }
    assert "waiver-needless" not in {rule.name for rule in validate(data, waivers=given, levels=off).rules}


def test_every_format_says_that_a_waiver_has_expired(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = table(data.with_name("w.tsv"), "person-label\tid:person/p\tasked\tAliya\t2001-01-01")
    for form in WRITERS:
        _, out, _ = run(capsys, data, "--waivers", file, "--format", form, "--fail-on", "info")
        assert "waiver-expired" in out, form
        assert "ended on 2001-01-01" in out, form
    _, out, _ = run(capsys, data, "--waivers", file, "--format", "junit", "--fail-on", "info")
    assert out.count('name="waiver-expired"') == 1
