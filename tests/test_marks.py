"""A word without a finder's mark would have told that finder nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kzhealthkg.annotate import annotate, marking, marks, tokens
from kzhealthkg.model import Article, Document
from kzhealthkg.read.clean import clean

CASES = Path(__file__).parent / "cases"
OUR_LINES = ("#", "=", "!")


def texts(language: str) -> Iterator[str]:
    """Yield the sentences of the case files in one language, an article a file."""
    for file in sorted(CASES.glob("*.txt")):
        blocks = file.read_text(encoding="utf-8").split("\n\n")
        russian = language == "ru"
        mine = [block for block in blocks if ("language: ru" in block.partition("\n")[0]) == russian]
        yield "\n".join(line for block in mine for line in block.splitlines() if not line.startswith(OUR_LINES))


def read(language: str) -> list[Document]:
    """Return the case files as annotated articles."""
    tokens._forms.cache_clear()
    tokens._stretches.cache_clear()
    articles = (Article("case", text, clean(text).mapped, date="2024-05-10", language=language) for text in texts(language))  # type: ignore[arg-type]  # fmt: skip
    return [annotate(article) for article in articles]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_marks_leave_nothing_out(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = read(language)
    monkeypatch.setattr(tokens, "marked", lambda token, language: marks.ANY)
    every = read(language)
    monkeypatch.undo()
    tokens._forms.cache_clear()
    tokens._stretches.cache_clear()
    different = [(a, b) for one, other in zip(found, every, strict=True) for a, b in zip(one.sentences, other.sentences, strict=True) if a.mentions != b.mentions]  # fmt: skip
    assert not different


def test_each_mark_is_of_one_rule_of_a_language() -> None:
    for rules in marking.RULES.values():
        given = [mark for mark, _ in rules]
        assert len(given) == len(set(given))
        assert all(mark & marks.ANY for mark in given)
