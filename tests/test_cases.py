"""Sentences of our own and what they state: ``cases/<kind>.txt`` or ``<kind>_ru.txt``, one block a text.

A block is a text, then its expectations: "= Kind slot=value …" must be found with at least these
slots, "! Kind slot=value …" must not be found, "= none" says that nothing of the file's kind is, or nothing at all
in a file that bears no kind's name (``speaker.txt``).
A line "# language: ru   date: 2024-05-10" before the text sets what is known of it.
"""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kzhealthkg.annotate import annotate
from kzhealthkg.extract import extract
from kzhealthkg.model import Article
from kzhealthkg.text import clean
from kzhealthkg.vocab import KINDS

CASES = sorted(Path(__file__).parent.glob("cases/*.txt"))


def blocks() -> list[Any]:
    """Return every block of every file as a test parameter."""
    found = []
    for path in CASES:
        for number, block in enumerate(re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()), 1):
            if any(line[0] in "=!" for line in block.splitlines()):
                found.append(pytest.param(path.stem.split("_")[0], block, id=f"{path.stem}-{number}"))
    return found


def read(block: str) -> tuple[str, dict[str, str], list[str]]:
    """Return the text of a block, what is known of it, and its expectations."""
    lines = block.splitlines()
    known = {"language": "kk", "date": "2024-05-10"}
    for line in lines:
        if line.startswith("#"):
            known |= {key: value for key, value in re.findall(r"(\w+):\s*(\S+)", line) if key in known}
    text = "\n".join(line for line in lines if line[0] not in "#=!")
    return text, known, [line for line in lines if line[0] in "=!"]


def said(value: Any) -> str:
    """Return a slot's value as an expectation writes it."""
    if isinstance(value, (list, tuple)):
        return "; ".join(map(said, value))
    return str(value).casefold()


def fits(expectation: str, slots: dict[str, Any]) -> bool:
    """Say whether a statement has the kind and the slots of an expectation."""
    kind, *pairs = shlex.split(expectation[1:])
    wanted = dict(pair.split("=", 1) for pair in pairs)
    return slots["kind"] == kind and all(said(slots.get(k, "")) == v.casefold() for k, v in wanted.items())


def test_no_two_blocks_run_into_each_other() -> None:
    for path in CASES:
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, (line, after) in enumerate(pairwise(lines), 2):
            assert line[:1] not in ("=", "!") or after[:1] in ("", "=", "!"), f"{path.name}:{number}"


@pytest.mark.parametrize(("stem", "block"), blocks())
def test_case(stem: str, block: str) -> None:
    text, known, expectations = read(block)
    made = Article("case", text, clean(text)[0], date=known["date"], language=known["language"])  # type: ignore[arg-type]
    found = [s.record() for s in extract(annotate(made))]
    shown = "\n".join(str({k: v for k, v in r.items() if k not in ("article", "start", "end")}) for r in found)
    for expectation in expectations:
        if expectation.split() == ["=", "none"]:
            kinds = {stem.capitalize()} & set(KINDS) or set(KINDS)
            assert not [r for r in found if r["kind"] in kinds], f"{text}\nfound:\n{shown}"
            continue
        hit = any(fits(expectation, r) for r in found)
        assert hit == (expectation[0] == "="), f"{text}\n{expectation}\nfound:\n{shown}"
