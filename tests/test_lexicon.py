"""The tables of words and the code that asks for them say the same groups, each once."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from kzhealthkg import lexicon, resources
from kzhealthkg.extract.clause.cues import frames

ROOT = resources.root()
ROOMS = sorted(path.stem for path in (ROOT / "lexicon" / "words").glob("*.tsv"))
ASKED = re.compile(r'lexicon\.words\(\s*"([\w.]+)",\s*"(\w+)"')


def written() -> Counter[tuple[str, str]]:
    return Counter(
        (f"{room}.{row['module']}", row["group"]) for room in ROOMS for row in lexicon.table(f"words/{room}")
    )


def test_every_group_is_asked_for_once_and_every_one_asked_for_is_there() -> None:
    code = (path.read_text(encoding="utf-8") for path in (ROOT / "src").glob("**/*.py") if path.stem != "lexicon")
    assert Counter(pair for text in code for pair in ASKED.findall(text)) == written()


def test_a_group_bears_the_name_of_the_module_that_asks_for_it() -> None:
    for path in sorted((ROOT / "src" / "kzhealthkg").glob("**/*.py")):
        parts = path.relative_to(ROOT / "src" / "kzhealthkg").with_suffix("").parts
        name = ".".join(part for part in parts[parts[:2] == ("extract", "kinds") :] if part != "__init__")
        asked = {module for module, _ in ASKED.findall(path.read_text(encoding="utf-8"))}
        assert path.stem == "lexicon" or asked <= {name}, path


def test_every_group_says_why_and_holds_a_word_once() -> None:
    for room in ROOMS:
        for row in lexicon.table(f"words/{room}"):
            words = row["words"].split(" | ")
            assert row["why"].endswith("."), row
            assert all(words), row
            assert len(words) == len(set(words)), row


def test_a_group_that_there_is_not_is_named() -> None:
    with pytest.raises(lexicon.LexiconError, match=r"lexicon/words/extract\.tsv: no group none of clause\.themes"):
        lexicon.words("extract.clause.themes", "none")


def test_no_table_holds_a_row_twice() -> None:
    for path in sorted((ROOT / "lexicon").glob("**/*.tsv")):
        rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        assert len(rows) == len(set(rows)), path


def test_a_group_of_words_that_a_cue_names_and_there_is_not_is_named() -> None:
    with pytest.raises(lexicon.LexiconError, match=r"frames/training\.toml: no group nowhere of ru"):
        lexicon.cue_words("training", "ru", "nowhere")


def test_a_cue_with_groups_is_spelt_with_each_of_their_words() -> None:
    cues = {" ".join(cue) for frame in frames("training", "ru") for cue in frame.cues}
    assert {"пройти … обучение", "проходить … стажировка", "обучение … проходить"} <= cues
    assert not any("<" in cue for cue in cues)
