"""What the program says to people: the same in Kazakh, Russian and English, and said in the language asked for."""

from __future__ import annotations

import ast
import copy
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kzhealthkg
from kzhealthkg import cli, lexicon
from kzhealthkg.cli import parser, usage
from kzhealthkg.messages import LANGUAGES, Said, SaidError, problem_line, reason, said, say, speaker
from kzhealthkg.model import Problem, values
from kzhealthkg.query import names, question, run
from kzhealthkg.read import RefusedError, article
from kzhealthkg.store import open_store
from kzhealthkg.store.terms import XSD
from kzhealthkg.view.columns import Columns
from small_graph import nquads

SOURCE = Path(kzhealthkg.__file__).parent
TEXTS = {row["key"]: row for row in lexicon.table("messages")}
FAMILIES = sorted({key.partition(".")[0] for key in TEXTS} - {"at"})
LOANS = {"score.slot", "score.gold", "mark.date"}
"""Words that Kazakh and Russian have in common."""
CYRILLIC = re.compile("[а-я]", re.IGNORECASE)
NOT_RDF = "<urn:a> <urn:b> <urn:c> .\n<urn:a> nonsense .\n"
EXAMPLE = "Жаңа ауруханалар\n12.03.2025, 10:00\nАқтөбе облысында 2024 жылы 3 аурухана салынды.\n"
FRAME = "thing\tother\treason\twho\n"


@pytest.mark.parametrize("family", FAMILIES)
def test_the_three_texts_of_a_message_differ(family: str) -> None:
    rows = {key: row for key, row in TEXTS.items() if key.partition(".")[0] == family}
    same = [key for key, row in rows.items() if len({row[language] for language in LANGUAGES}) < len(LANGUAGES)]
    assert set(same) <= LOANS


@pytest.mark.parametrize("family", FAMILIES)
def test_an_english_text_has_no_cyrillic_and_the_others_have(family: str) -> None:
    for key, row in TEXTS.items():
        if key.partition(".")[0] == family:
            shown = {language: bool(CYRILLIC.search(row[language])) for language in LANGUAGES}
            assert shown == {"kk": True, "ru": True, "en": False}, key


def _keys() -> Iterator[tuple[str, str]]:
    """Yield the keys that stand in the package as plain texts, and parts of keys, each with its file."""
    for file in SOURCE.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and call.args:
                name = ast.unparse(call.func).rpartition(".")[2]
                if name == "Said" or (name.endswith("Error") and name not in ENGLISH):
                    yield from (
                        (file.name, node.value)
                        for node in ast.walk(call.args[0])
                        if isinstance(node, ast.Constant) and isinstance(node.value, str)
                    )


ENGLISH = {
    "UsageError", "ValueError", "TypeError", "EdtfError", "ArgumentTypeError",
    "NotImplementedError",
}  # fmt: skip
"""What is told to programmers, and what is told in a language when it is raised."""


def test_every_key_in_the_code_has_its_texts() -> None:
    found = [(file, key) for file, key in _keys() if key.strip(".") == key]
    assert len(found) > 90
    assert [(file, key) for file, key in found if key not in TEXTS] == []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a graph and with all that is wrong with files."""
    monkeypatch.chdir(tmp_path)
    files = {
        "kg.nq": nquads(),
        "torn.ttl": NOT_RDF,
        "notes.doc": "x",
        "ask.rq": "SELECT nothing",
        "head.rq": "#+ param: x string What.\nSELECT * {}",
        "gold.jsonl": "{\n",
        "kind.jsonl": "{}\n",
        "shapes/README": "none",
        "same/same.tsv": FRAME + "person/a\tperson/a\tx\t\n",
        "cells/same.tsv": FRAME + "person/a\n",
        "column/same.tsv": "one\ttwo\n",
        "empty.txt": "",
        "short.txt": "Кино туралы.",
        "late.ttl": "<urn:a> <urn:b> 1 .",
        "from.ttl": "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> sh:select 'SELECT $this FROM <urn:x> {}' .",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "latin.jsonl").write_bytes(b"\xff\xfe\n")
    (tmp_path / "links.tsv").write_bytes(b"entity\n\xff\xfe\n")
    (tmp_path / "zero.txt").write_bytes(b"\x00\x01\x02")
    return tmp_path


MISTAKES = {
    "query": [
        "query weather", "query articles --data kg.nq --param colour=red", "query articles --param region=KZ-99",
        "query --file gone.rq", "query --file head.rq", "query --file latin.jsonl",
        "query promises-by-due-date --param today=soon",
    ],
    "store": [
        "query --file ask.rq --data kg.nq", "query --file ask.rq --data kg.nq --engine rdflib",
        "query articles --data torn.ttl", "query articles --data shapes", "query articles --data notes.doc",
        "query articles --endpoint ftp://example.org", "query articles --endpoint http://127.0.0.1:9/sparql",
        "export --format turtle --data torn.ttl", "graph --data notes.doc",
    ],
    "judgement": [
        "review --same person/a facility/a --reason x --judgements new", "build empty.txt --judgements nowhere",
        "build empty.txt --judgements same", "build empty.txt --judgements cells", "build empty.txt --judgements column",
        "review --rename person/a de Name --reason x --judgements new",
    ],
    "links": ["why statement --data kg.nq", "review --data kg.nq"],
    "gold": [
        "evaluate gold.jsonl empty.txt", "evaluate kind.jsonl empty.txt", "evaluate latin.jsonl empty.txt",
        "evaluate gone.jsonl",
    ],
    "validate": [
        "validate torn.ttl", "validate gone.ttl torn.ttl", "validate notes.doc", "validate kg.nq --shapes shapes",
        "validate kg.nq --shapes gone.ttl", "validate kg.nq --shapes from.ttl", "validate kg.nq --waivers gone.tsv",
    ],
    "read": [
        "extract gone.txt", "extract shapes", "extract notes.doc", "extract empty.txt", "extract short.txt",
        "extract zero.txt", "extract gold.jsonl", "extract kind.jsonl",
    ],
    "out": ["export --format turtle --data kg.nq -o shapes", "export --format turtle --data kg.nq -o gone/kg.ttl",
        "graph --data kg.nq -o kg.nq"],
}  # fmt: skip
"""Commands that fail, by what they fail in."""


@pytest.mark.parametrize("command", [command for commands in MISTAKES.values() for command in commands])
def test_a_mistake_is_told_in_the_language_asked_for(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {}
    for language in LANGUAGES:
        assert cli.main([*command.split(), "--quiet", "--lang", language]) == 2
        told[language] = capsys.readouterr().err
    assert len({*told.values()}) == len(LANGUAGES)
    assert len({len(text.splitlines()) for text in told.values()}) == 1
    for line in (told["kk"] + told["ru"]).splitlines():
        assert CYRILLIC.search(line), line
    assert not CYRILLIC.search(told["en"])


def test_a_remark_of_a_build_is_told_in_the_language_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "example.txt").write_text("Ақтөбе облысында 3 аурухана салынды.\n", encoding="utf-8")
    for language in LANGUAGES:
        assert cli.main(["build", "example.txt", "-o", language, "--lang", language]) == 0
        what, mend = say(language, "read.nodate"), say(language, "read.nodate.mend")
        assert capsys.readouterr().err == f"example.txt: {what} ({mend})\n"
    reports = {(folder / language / "report.txt").read_bytes() for language in LANGUAGES}
    assert len(reports) == 1


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "markdown", "html"])
def test_a_report_tells_in_its_language_what_was_not_read(
    form: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["validate", "gone.ttl", "kg.nq", "--format", form, "--lang", "kk", "-o", "report"])
    assert say("kk", "file.missing") in (folder / "report").read_text(encoding="utf-8")


def test_a_text_is_english_and_can_be_said() -> None:
    text = Said("query.value", question="q", name="n", value="v", reason=SaidError("query.day"))
    assert text == "q: n cannot be 'v': it must be a day such as 2025-12-31"
    assert text.said("ru") == "q: n не может быть 'v': нужен день, например 2025-12-31"
    assert said(text, "kk").endswith("мысалы 2025-12-31")
    assert said("as it is", "kk") == "as it is"


def test_a_text_and_an_error_cross_to_another_process() -> None:
    error = SaidError("query.unknown", name="x", names=Said("query.none"))
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (str(other), other.said("kk")) == (str(error), error.said("kk"))
    for text in (pickle.loads(pickle.dumps(error.line)), copy.deepcopy(error.line)):
        assert (text, text.said("ru")) == (error.line, error.line.said("ru"))


def test_a_problem_without_a_key_is_told_as_it_is() -> None:
    assert problem_line(Problem("a.txt", "odd", "mend it")).said("kk") == "a.txt: odd (mend it)"
    assert reason(OSError(28, "No space left on device")) == "No space left on device"


def test_a_text_that_is_refused_is_told_in_any_language() -> None:
    with pytest.raises(RefusedError, match=r"x: empty") as caught:
        article("", "x")
    assert caught.value.said("ru") == "x: пусто"


MISUSES = {
    "": "usage.command",
    "sing": "usage.verb",
    "query --engine foo": "usage.choice",
    "query --format": "usage.one",
    "query articles more": "usage.unknown",
    "evaluate": "usage.required",
    "graph --nodes many": "usage.integer",
    "validate --seconds long": "usage.number",
    "review --same a": "usage.several",
    "review --same a b --undo a b": "usage.exclusive",
    "build --quiet=3": "usage.valueless",
}
"""Commands that are not understood, and the key of what is said of them."""


@pytest.mark.parametrize("command", MISUSES)
def test_a_command_that_is_not_understood_is_told_in_the_language_asked_for(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in LANGUAGES:
        with pytest.raises(SystemExit) as left:
            cli.main(["--lang", language, *command.split()])
        *usage, mistake = capsys.readouterr().err.splitlines()
        assert left.value.code == 2
        assert usage[0].startswith(say(language, "usage.usage"))
        assert f": {say(language, 'usage.error')}: " in mistake
        assert max(re.split(r"{\w+}", TEXTS[MISUSES[command]][language]), key=len) in mistake


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("verb", parser.VERBS)
def test_the_help_has_no_english_heading(verb: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main([verb, "--help", "--lang", language])
    shown = capsys.readouterr().out
    assert not [line for line in shown.splitlines() if re.fullmatch("[a-z ]+:.*", line)]
    assert f"\n{say(language, 'usage.options')}:\n" in shown


def test_what_the_parser_says_in_other_words_is_told_as_it_is() -> None:
    assert usage.worded("something new", speaker("kk")) == "something new"
    assert usage.worded("argument -x: something new", speaker("ru")) == "аргумент -x: something new"


def test_every_column_of_a_stored_question_is_called_something(folder: Path) -> None:
    graph = open_store(folder / "kg.nq")
    known = {row["name"] for row in lexicon.table("columns")}
    assert {name for asked in names() for name in run(graph, asked).variables} <= known


def test_columns_and_codes_are_said_in_three_languages() -> None:
    rows = lexicon.table("columns")
    assert [row["name"] for row in rows] == sorted({row["name"] for row in rows})
    for row in rows:
        assert CYRILLIC.search(row["kk"]), row["name"]
        assert CYRILLIC.search(row["ru"]), row["name"]
        assert not CYRILLIC.search(row["en"]), row["name"]


def test_the_codes_that_questions_write_are_said() -> None:
    known = {row["name"] for row in lexicon.table("columns")}
    links = set(re.findall(r'"([a-z ]+)"\)', question("who-is-connected-to-whom").sparql)) - {"kk", "ru", "en"}
    states = set(re.findall(r'"(kept|overdue|open)"', question("promises-by-due-date").sparql))
    parts = set(re.findall(r'kzh:\w+ "(\w+)"\)', question("memoranda-parties-signatories").sparql))
    codes = {f"link={one}" for one in links} | {f"state={one}" for one in states} | {f"part={one}" for one in parts}
    assert codes == {name for name in known if "=" in name}


def test_a_table_speaks_the_language_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for language, (heading, kind) in {
        "kk": ("түрі", "құрылыс жұмыстары"),
        "ru": ("вид", "строительные работы"),
    }.items():
        assert cli.main(["query", "statements-by-rule", "--data", "kg.nq", "--lang", language]) == 0
        shown = capsys.readouterr().out
        assert heading in shown.splitlines()[0]
        assert kind in shown
        assert "Works" not in shown


def test_yes_and_no_are_words_and_an_unknown_column_keeps_its_name() -> None:
    columns = Columns("ru")
    assert columns.value("acting", "true", f"{XSD}boolean") == "да"
    assert columns.value("acting", "true", "") == "true"
    assert columns.heading("colour") == "colour"


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_kinds_and_slots_are_named_in_words(language: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kind = {"kk": "Құрылыс", "ru": "Строительные"}[language]
    (folder / "example.txt").write_text(EXAMPLE, encoding="utf-8")
    cli.main(["extract", "example.txt"])
    (folder / "good.jsonl").write_text(capsys.readouterr().out, encoding="utf-8")
    for words in (["build"], ["extract", "--format", "table"], ["evaluate", "good.jsonl"]):
        assert cli.main([*words, "example.txt", "--lang", language]) == 0
        shown = capsys.readouterr().out
        assert kind in shown
        assert "Works" not in shown


def test_the_tip_of_a_mark_is_in_the_language_of_the_page(folder: Path) -> None:
    (folder / "example.txt").write_text(EXAMPLE, encoding="utf-8")
    assert cli.main(["explain", "example.txt", "--html", "page.html", "--lang", "ru", "--quiet"]) == 0
    assert 'title="число: значение 3"' in (folder / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [made for made in vars(values).values() if isinstance(made, type)])
def test_every_field_of_what_is_read_has_a_name(kind: type) -> None:
    told = [
        field for field, type_ in getattr(kind, "__annotations__", {}).items() if type_ in ("str", "bool", "Decimal")
    ]
    assert [field for field in told if f"field.{field}" not in TEXTS] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_made_a_thing_is_told_in_words(language: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "example.txt").write_text(EXAMPLE, encoding="utf-8")
    assert cli.main(["build", "example.txt", "-o", "built", "--quiet"]) == 0
    capsys.readouterr()
    assert cli.main(["why", "region/KZ-15", "--data", "built", "--lang", language]) == 0
    shown = capsys.readouterr().out
    assert f"  {say(language, 'thing.type')}: " in shown
    assert f"  {say(language, 'outcome.Linked')}  iso-code=1.00" in shown
    assert {"kk": "өңір: ", "ru": "регион: ", "en": "region: "}[language] in shown
    assert "isoCode" not in shown
