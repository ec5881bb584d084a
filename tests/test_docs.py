"""What the documentation says is so: its commands exist, its Python runs, its generated parts are generated."""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kzhealthkg.cli import parser

ROOT = Path(__file__).parent.parent
READMES = sorted(ROOT.glob("README*.md"))
GUIDE = ROOT / "docs" / "validation.md"
PAGES = [*READMES, *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commands(readme: Path) -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", readme.read_text(encoding="utf-8"), re.DOTALL)
    shown = re.findall(r"<!-- run(?: lines=\d+)?: (.+?) -->", readme.read_text(encoding="utf-8"))
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines()] + shown


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_command_shown_is_understood(readme: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    found = commands(readme)
    assert len(found) > 8
    for command in found:
        program, *words = shlex.split(command)
        if program == "make":
            assert set(words) <= targets, command
        else:
            assert program == "kzhealthkg"
            parser.make("en").parse_args(words)


@pytest.mark.parametrize("page", [*READMES, GUIDE], ids=lambda path: path.name)
def test_the_output_shown_is_the_output(page: Path, generate: ModuleType) -> None:
    locale = generate.LOCALES[page.relative_to(ROOT).as_posix()]
    assert generate.filled(page, locale) == page.read_text(encoding="utf-8"), "make docs"


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "docs" / "example", tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_commands_of_the_guide_leave_with_the_codes_that_it_says(example: Path) -> None:
    blocks = re.findall(r"```sh\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    program = f'kzhealthkg() {{ "{sys.executable}" -m kzhealthkg "$@"; }}\n'
    script = program + "".join(f"({line.partition('#')[0]}) > /dev/null 2>&1; echo $?\n" for line in lines)
    left = subprocess.run(["bash", "-c", script], cwd=example, capture_output=True, text=True, check=True).stdout
    assert len(lines) > 12
    assert dict(zip(lines, left.split(), strict=True)) == {line: line.partition("# ")[2][:1] for line in lines}


def test_the_python_of_the_guide_runs(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    exec(found, {})
    assert capsys.readouterr().out == "{'violation': 3, 'warning': 0, 'info': 0} 1 True\n"


@pytest.mark.parametrize("page", ["commands", "questions", "shapes", "terms", "reports"])
def test_the_reference_is_what_the_code_says(page: str, generate: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    file = {"commands": "cli", "questions": "queries", "shapes": "shapes", "terms": "ontology", "reports": "reports"}[
        page
    ]
    text = (ROOT / "docs" / "reference" / f"{file}.md").read_text(encoding="utf-8")
    assert text.removeprefix(generate._NOTE) == getattr(generate, page)(), "make docs"
    assert text.count("\n") > 30


def test_the_commands_of_the_reports_are_understood_and_say_what_is_shown(
    generate: ModuleType, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    from kzhealthkg.cli import main

    page = (ROOT / "docs" / "reference" / "reports.md").read_text(encoding="utf-8")
    shown = re.findall(r"```sh\nkzhealthkg (.*?)( -o \S+| >> \S+)?\n```", page)
    assert len(shown) == 8
    monkeypatch.chdir(ROOT / "docs" / "example")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    for words, _ in (shown[0], shown[5]):
        assert main([*shlex.split(words), "--lang", "en"]) == 2
        assert capsysbinary.readouterr().out.decode() == generate.report(words.split()[-1])


def test_the_page_of_a_report_is_what_the_code_writes(generate: ModuleType) -> None:
    assert (ROOT / "docs" / "reference" / "report.html").read_text(encoding="utf-8") == generate.report("html"), (
        "make docs"
    )


def test_a_block_is_cut_to_its_lines(tmp_path: Path, generate: ModuleType) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- run lines=2: kzhealthkg query --list -->\n```text\nold\n```\n", encoding="utf-8")
    lines = generate.filled(page, "en_GB.UTF-8").splitlines()
    assert (len(lines), lines[2].split()[0], lines[4]) == (6, "name", "…")


def test_a_command_that_fails_is_told(tmp_path: Path, generate: ModuleType) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- run: kzhealthkg query nothing -->\n```text\n```\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="query nothing: left with 2"):
        generate.filled(page, "en_GB.UTF-8")


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    found = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(found) == 1
    space: dict[str, object] = {}
    exec(found[0], space)
    assert space["graph"]


def outline(readme: Path) -> dict[str, list[str]]:
    """Return what a README holds, whatever its language: commands with their options, levels, pages, folders."""
    text = readme.read_text(encoding="utf-8")
    options = [" ".join(w for w in c.split() if w.isascii() and not set(w) & set("./")) for c in commands(readme)]
    return {
        "commands": options,
        "levels": re.findall(r"^(#+) ", text, re.MULTILINE),
        "pages": re.findall(r"\]\((docs/[^)#]+|NOTICE|LICENSE[A-Z-]*)\)", text),
        "folders": re.findall(r"^\| (`.*?`) \|", text, re.MULTILINE),
        "points": re.findall(r"^\* ", text, re.MULTILINE),
        "python": re.findall(r"```python\n.*?```", text, re.DOTALL),
    }


def test_the_three_readmes_hold_the_same() -> None:
    english, kazakh, russian = (outline(ROOT / f"README{mark}.md") for mark in ("", ".kk", ".ru"))
    assert len(english["folders"]) == 9
    assert english == kazakh == russian


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_first_screen_says_it_in_three_languages() -> None:
    first = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:12]
    assert any("knowledge graph" in line for line in first)
    assert any("білім графы" in line for line in first)
    assert any("граф знаний" in line for line in first)
    assert {"make demo", "make test"} <= {line.split("  #")[0].rstrip() for line in first}
