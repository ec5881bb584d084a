"""The commands as people type them: what they print where, and the code they leave with."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from kzhealthkg import cli, lexicon, messages
from kzhealthkg.cli import parser
from kzhealthkg.cli.terminal import Progress, report
from kzhealthkg.model import Problem
from small_graph import nquads

BIN = [sys.executable, "-m", "kzhealthkg"]
TEXT = "Жаңа ауруханалар\n12.03.2025, 10:00\nАқтөбе облысында 2024 жылы 3 аурухана салынды.\n"


@pytest.fixture
def graph(tmp_path: Path) -> str:
    (tmp_path / "kg.nq").write_text(nquads(), encoding="utf-8")
    return str(tmp_path / "kg.nq")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "example.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = cli.main([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("verb", parser.VERBS)
def test_every_verb_has_help_with_an_example(verb: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main([verb, "--help", "--lang", language])
    shown = capsys.readouterr().out
    assert left.value.code == 0
    assert f"{messages.say(language, 'example')} kzhealthkg {verb}" in shown
    assert messages.say(language, f"verb.{verb}") in shown


def test_the_example_of_every_verb_is_understood() -> None:
    from importlib import import_module

    for verb in parser.VERBS:
        words = import_module(f"kzhealthkg.cli.{verb}").EXAMPLE.split()
        assert parser.make("en").parse_args(words[1:]).run.__module__.endswith(verb)


def test_messages_say_the_same_names_in_all_languages() -> None:
    import string

    for row in lexicon.table("messages"):
        names = {
            language: {name for _, name, *_ in string.Formatter().parse(row[language]) if name}
            for language in messages.LANGUAGES
        }
        assert names["kk"] == names["ru"] == names["en"], row["key"]
        assert all(row[language].strip() for language in messages.LANGUAGES)


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "kk_KZ.UTF-8"}, "kk"),
        ({"LC_ALL": "ru_RU.UTF-8", "LANG": "kk_KZ.UTF-8"}, "ru"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_comes_from_the_locale(variables: dict[str, str], language: str) -> None:
    assert messages.locale_language(variables) == language


def test_help_loads_little_more_than_argparse() -> None:
    """What a command loads is most of what its help costs; benchmarks/run.py has the times."""

    def loaded(program: str) -> set[str]:
        words = [sys.executable, "-c", f"{program}\nimport sys\nprint(*sys.modules)"]
        return set(subprocess.run(words, check=True, capture_output=True, text=True).stdout.splitlines()[-1].split())

    shown = (
        "import sys\nsys.argv = ['kzhealthkg', '--help']\nfrom kzhealthkg.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass"
    )
    more = loaded(shown) - loaded("import argparse, collections.abc, importlib, locale, textwrap")
    own = {"", ".cli", ".cli.parser", ".cli.usage", ".lexicon", ".messages", ".resources"}
    assert {name for name in more if not name.startswith("kzhealthkg")} <= {"__future__", "errno"}
    assert {name.removeprefix("kzhealthkg") for name in more if name.startswith("kzhealthkg")} == own


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    from kzhealthkg.vocab import VERSION

    with pytest.raises(SystemExit) as left:
        cli.main(["--version"])
    assert (left.value.code, capsys.readouterr().out) == (0, f"kzhealthkg {VERSION}\n")


@pytest.mark.parametrize(
    "words", [[], ["sing"], ["export"], ["query", "--format", "pdf"], ["graph", "--nodes", "many"]]
)
def test_a_command_that_is_not_understood_leaves_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(words)
    out, err = capsys.readouterr()
    assert (left.value.code, out) == (2, "")
    assert "kzhealthkg" in err


def test_questions_are_listed_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    from kzhealthkg.query import names, question

    for language in messages.LANGUAGES:
        code, out, err = run(capsys, "query", "--list", "--lang", language)
        assert (code, err) == (0, "")
        assert all(name in out and question(name).titles[language].split()[0] in out for name in names())


@pytest.mark.parametrize("engine", ["pyoxigraph", "rdflib"])
def test_a_question_is_answered(engine: str, graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "query", "articles", "--data", graph, "--engine", engine, "--format", "csv")
    assert (code, err) == (0, "")
    assert len(list(csv.reader(io.StringIO(out)))) == 5


def test_a_parameter_narrows_the_answer(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    def rows(*more: str) -> int:
        _, out, _ = run(capsys, "query", "articles", "--data", graph, "--format", "json", *more)
        return len(json.loads(out)["results"]["bindings"])

    assert 0 < rows("--param", "region=KZ-15") < rows()


def test_names_come_in_the_language_of_the_messages(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = {run(capsys, "query", "articles", "--data", graph, "--lang", language)[1] for language in ("kk", "en")}
    assert len(shown) == 2


def test_a_question_of_ones_own(graph: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "own.rq"
    own.write_text("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", encoding="utf-8")
    code, out, _ = run(capsys, "query", "--file", own, "--data", graph, "--format", "csv")
    assert (code, out.splitlines()[0]) == (0, "n")
    assert int(out.splitlines()[1]) > 100
    own.write_text("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c }", encoding="utf-8")
    code, out, _ = run(capsys, "query", "--file", own, "--data", graph, "--format", "turtle")
    assert code == 0
    assert "w3id.org/kzhealth/ontology#Article" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["query", "no-such-question"], "no-such-question"),
        (["query"], "--list"),
        (["query", "articles", "--param", "colour=red"], "colour"),
        (["query", "articles", "--param", "region"], "region"),
        (["query", "articles", "--param", "region=KZ-99"], "KZ-99"),
        (["query", "articles", "--format", "turtle"], "turtle"),
        (["query", "articles", "--endpoint", "http://127.0.0.1:9/sparql"], "127.0.0.1:9"),
        (["query", "articles", "--data", "nowhere"], "nowhere"),
        (["query", "--file", "nowhere.rq"], "nowhere.rq"),
        (["export", "--format", "turtle", "--data", "nowhere.ttl"], "nowhere.ttl"),
        (["validate", "nowhere.ttl"], "nowhere.ttl"),
        (["graph", "--data", "nowhere"], "nowhere"),
        (["graph", "--nodes", "0"], ""),
        (["extract", "nowhere.txt"], "nowhere.txt"),
        (["build", "nowhere", "-o", "out"], "nowhere"),
        (["evaluate", "nowhere.jsonl"], "nowhere.jsonl"),
    ],
)
def test_a_mistake_is_one_line_and_2(
    words: list[str],
    told: str,
    graph: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    needs_data = words[0] in ("query", "graph") and not {"--data", "--endpoint"} & set(words)
    code, out, err = run(capsys, *words, *(["--data", graph] if needs_data else []), "--quiet")
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert told in err


def test_rdf_that_does_not_parse_is_told_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("<urn:a> <urn:b> <urn:c> .\n<urn:a> nonsense .\n", encoding="utf-8")
    for words in (["validate", broken], ["query", "articles", "--data", broken], ["graph", "--data", broken]):
        code, _, err = run(capsys, *words)
        assert code == 2
        assert f"{broken}:2" in err
        assert len(err.splitlines()) == 1


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml", "graphml", "gexf"])
def test_the_graph_is_exported(form: str, graph: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "out"
    code, out, err = run(capsys, "export", "--format", form, "--data", graph, "-o", target)
    assert (code, out, err) == (0, "", "")
    _, shown, _ = run(capsys, "export", "--format", form, "--data", graph)
    assert shown.encode() == target.read_bytes()
    assert "kzhealth" in shown


def test_the_picture_is_written_and_its_path_printed(
    graph: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "graph", "--data", graph, "-o", tmp_path / "new", "--nodes", "5", "--lang", "en")
    assert code == 0
    assert [Path(line).name for line in out.splitlines()] == ["graph.png", "graph.svg"]
    assert all(Path(line).stat().st_size > 1000 for line in out.splitlines())
    assert "not in the picture" in err


def test_a_violation_leaves_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "person.ttl"
    file.write_text("<urn:p> a <https://w3id.org/kzhealth/ontology#Person> .", encoding="utf-8")
    code, out, _ = run(capsys, "validate", file, "--format", "json")
    assert code == 1
    assert json.loads(out)["conforms"] is False


def test_a_file_that_is_not_read_leaves_with_2_and_the_others_are_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound, torn = tmp_path / "person.ttl", tmp_path / "torn.ttl"
    sound.write_text("<urn:p> a <https://w3id.org/kzhealth/ontology#Person> .", encoding="utf-8")
    torn.write_text("<urn:p> a <urn:C>\n<urn:q> a <urn:C> .", encoding="utf-8")
    code, out, _ = run(capsys, "validate", torn, sound, "--format", "json", "--fail-on", "never")
    found = json.loads(out)
    assert (code, len(found["problems"]), found["conforms"]) == (2, 1, False)
    assert found["problems"][0].startswith(f"{torn}:2:")


def test_where_nothing_is_read_a_program_gets_its_report_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    torn = tmp_path / "torn.ttl"
    torn.write_text("<urn:p> a <urn:C>\n<urn:q> a <urn:C> .", encoding="utf-8")
    code, out, err = run(capsys, "validate", torn, "--format", "sarif", "-o", tmp_path / "report.sarif")
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    run_ = json.loads((tmp_path / "report.sarif").read_text(encoding="utf-8"))["runs"][0]
    assert run_["invocations"][0]["executionSuccessful"] is False


def test_extract_prints_statements_and_goes_on_after_bad_input(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    code, out, err = run(capsys, "extract", empty, article)
    records = [json.loads(line) for line in out.splitlines()]
    assert code == 2
    assert [line.split(":")[0].endswith("empty.txt") for line in err.splitlines()] == [True]
    assert [(r["kind"], r["region"], r["count"]) for r in records] == [("Works", "KZ-15", 3)]
    assert all(TEXT[r["start"] : r["end"]] == r["quote"] for r in records)


def test_extract_as_a_table(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for language, region in (("kk", "Ақтөбе облысы"), ("ru", "Актюбинская область"), ("en", "Aktobe Region")):
        code, out, _ = run(capsys, "extract", article, "--format", "table", "--lang", language)
        assert code == 0
        assert region in out
        assert out.startswith(messages.say(language, "extract.article"))


def test_build_then_everything_else(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, "build", article, "--lang", "en")
    assert (code, err) == (0, "")
    assert out.startswith("articles: 1\nstatements: 1\n")
    assert run(capsys, "build", article, "--quiet") == (0, "", "")
    assert run(capsys, "validate")[0] == 0
    assert run(capsys, "query", "articles")[0] == 0
    assert run(capsys, "graph")[0] == 0


def test_evaluate_prints_figures_by_kind_and_slot(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "extract", article)
    gold = tmp_path / "gold.jsonl"
    gold.write_text(out, encoding="utf-8")
    for words in ([article], ["--predicted", gold]):
        code, shown, _ = run(capsys, "evaluate", gold, *words, "--format", "json")
        figures = json.loads(shown)
        assert (code, figures["all"]["f1"], figures["all"]["statements"]["f1"]) == (0, 1.0, 1.0)
        assert figures["slots"]["region"]["f1"] == 1.0
    code, shown, _ = run(capsys, "evaluate", gold, article, "--lang", "en")
    assert (code, shown.split()[0]) == (0, "kind")


@pytest.mark.parametrize(
    ("terminal", "quiet", "shown"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_progress_is_for_terminals(terminal: bool, quiet: bool, shown: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: terminal)
    monkeypatch.setattr("sys.stderr", stream)
    progress = Progress(Namespace(lang="ru", quiet=quiet))
    progress(1, 2, "a")
    progress(2, 2, "b")
    assert ("статья 2 из 2: b\n" in stream.getvalue()) is shown


def test_quiet_hides_remarks_and_keeps_what_was_lost(capsys: pytest.CaptureFixture[str]) -> None:
    remark, loss = Problem("a.txt", "no date found", fatal=False), Problem("b.txt", "empty", "give it a text")
    assert report(Namespace(quiet=False, lang="en"), [remark]) == 0
    assert report(Namespace(quiet=True, lang="en"), [remark, loss]) == 2
    assert capsys.readouterr().err.splitlines() == ["a.txt: no date found", "b.txt: empty (give it a text)"]


def test_a_reader_that_has_enough_is_no_error(article: Path) -> None:
    command = f"{' '.join(BIN)} query --list | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


def test_kazakh_letters_are_written_in_any_locale() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1251", "LC_ALL": "C"}
    done = subprocess.run([*BIN, "query", "--list", "--lang", "kk"], env=environment, capture_output=True, check=True)
    assert "сұрақ" in done.stdout.decode("utf-8")


def test_a_fault_of_the_program_is_not_hidden(graph: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_: object) -> None:
        raise ValueError("a fault")

    monkeypatch.setattr("kzhealthkg.cli.export.data_path", fault)
    with pytest.raises(ValueError, match="a fault"):
        cli.main(["export", "--format", "turtle"])


def test_a_lost_file_among_several_costs_2_and_the_others_are_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = tmp_path / "person.ttl"
    good.write_text("<urn:p> a <https://w3id.org/kzhealth/ontology#Person> .", encoding="utf-8")
    assert cli.main(["validate", str(good), str(tmp_path / "lost.ttl"), "--lang", "en"]) == 2
    printed = capsys.readouterr().out
    assert "person-label" in printed
    assert "lost.ttl: No such file" in printed


def test_since_wants_the_folder_of_one_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "person.ttl"
    file.write_text("<urn:p> a <https://w3id.org/kzhealth/ontology#Person> .", encoding="utf-8")
    assert cli.main(["validate", str(file), "--since", str(tmp_path), "--lang", "en"]) == 2
    assert "--since needs the folder of one build" in capsys.readouterr().err
