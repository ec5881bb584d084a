"""What happens when the project's own data is at fault: one line in the language asked for, and exit code 2."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kzhealthkg import lexicon, resources
from kzhealthkg.messages import fault

ROOT = resources.root()
TEXT = "Ақтөбе облысында 2024 жылы 3 аурухана салынды.\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of somebody who edits the lexicon, with an article in it."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "lexicon", tmp_path / "lexicon")
    for name in ("judgements", "ontology", "shapes", "queries"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def told(checkout: Path, language: str, *words: str) -> str:
    """Return the one line that an extraction leaves behind with exit code 2."""
    done = subprocess.run(
        [sys.executable, "-m", "kzhealthkg", *(words or ("extract", "article.txt")), "--lang", language, "--quiet"],
        cwd=checkout, env={**os.environ, "PYTHONPATH": str(checkout / "src"), "LC_ALL": "kk_KZ.UTF-8"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    return line


def broken(file: Path, line: str) -> int:
    """Add a line to a file and return its number."""
    file.write_text(file.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    return file.read_text(encoding="utf-8").count("\n")


def test_a_row_with_too_few_cells_is_named_with_its_line(checkout: Path) -> None:
    number = broken(checkout / "lexicon" / "months.tsv", "x")
    where = f"kzhealthkg: lexicon/months.tsv:{number}: "
    assert told(checkout, "en") == where + "1 cells where 3 are named in the header"
    assert told(checkout, "ru") == where + "ячеек 1, а в заголовке названо 3"
    assert told(checkout, "kk") == where + "1 ұяшық бар, тақырып жолында 3 аталған"


def test_frames_that_are_no_toml_cost_no_article_in_silence(checkout: Path) -> None:
    number = broken(checkout / "lexicon" / "frames" / "works.toml", "lemma [")
    line = told(checkout, "ru")
    assert line.startswith("kzhealthkg: lexicon/frames/works.toml: это не TOML: ")
    assert f"line {number}" in line
    assert told(checkout, "ru", "build", "article.txt", "-o", "graph") == line
    assert not (checkout / "graph" / "kg.nq").exists()


def test_a_file_that_is_gone_is_named(checkout: Path) -> None:
    gone = checkout / "lexicon" / "months.tsv"
    gone.unlink()
    assert told(checkout, "kk") == f"kzhealthkg: {gone}: орнатылған деректерде жоқ; бағдарламаны қайта орнатыңыз"


def test_messages_at_fault_are_told_in_english(checkout: Path) -> None:
    number = broken(checkout / "lexicon" / "messages.tsv", "x")
    line = f"kzhealthkg: lexicon/messages.tsv:{number}: 1 cells where 4 are named in the header"
    assert told(checkout, "kk") == line


@pytest.mark.parametrize(
    ("key", "error"),
    [
        ("data.group", lambda: lexicon.words("extract.clause.themes", "none")),
        ("data.missing", lambda: resources.text("lexicon", "none.tsv")),
        ("data.missing", lambda: resources.path("lexicon", "none")),
    ],
)
def test_the_english_of_the_code_is_that_of_the_messages(key: str, error: object) -> None:
    assert callable(error)
    with pytest.raises(resources.DataFaultError) as raised:
        error()
    wrong = raised.value
    assert wrong.key == key
    assert fault(wrong, "en") == str(wrong)
    again = pickle.loads(pickle.dumps(wrong))
    assert (type(again), str(again)) == (type(wrong), str(wrong))
