"""Patterns that cannot match are left out, and none that can."""

import re
from pathlib import Path

import pytest

from kzhealthkg.annotate.values import date_words
from kzhealthkg.lexicon import table
from kzhealthkg.sieve import FIGURE, Sieve, needs, openings, words

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("аурухана", {"аурухана"}),
        ("ауруханаn?", {"аурухана"}),
        ("аурухан[аы]", {"аурухан"}),
        ("нацпроект|жоба", {"нацпроект жоба"}),
        ("нацпроект|", set()),
        ("(?:жаңа )?жоба", {"жоба"}),
        ("(?:жаңа|ескі){0,2} жоба", {"жоба"}),
        ("(?:жаңа|ескі){2} жоба", {"жаңа ескі", "жоба"}),
        ("(?P<y>20)\\d\\d жыл", {"20", FIGURE, "жыл"}),
        ("\\d? жыл", {"жыл"}),
        ("(?!маусым)ай\\w+(?<=да)", {"ай"}),
        ("(?i)ДӘРІ-дәрмек", {"дәрі", "дәрмек"}),
        ("[^()|]а\\(б", set()),
        ("(бір|екі(үш|төрт))", {"бір екі"}),
        ("көп{2,3}құрал", {"кө", "құрал"}),
        ("(?:в|на) доме", {"доме"}),
    ],
)
def test_what_every_match_holds(pattern: str, expected: set[str]) -> None:
    assert needs(pattern) == {frozenset(one.split()) for one in expected}


def test_a_pattern_with_an_open_bracket_is_refused() -> None:
    with pytest.raises(ValueError, match="bracket"):
        needs("(жаңа")


def test_values_come_in_the_order_given() -> None:
    sieve = Sieve([(1, "жоба"), (2, "жаңа жоба"), (3, "\\d+ жоба"), (4, ".")])
    assert sieve.fitting(words("Жаңа жоба")) == (1, 2, 4)
    assert sieve.fitting(words("3 жобаның")) == (1, 3, 4)
    assert sieve.fitting([]) == (4,)


def _said() -> list[str]:
    lines = [line for path in sorted(CASES.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    return [line for line in lines if line and line[0] not in "#=!"]


def _patterns() -> list[re.Pattern[str]]:
    dates = [date_words.compiled(row["pattern"], row["language"].replace("any", "kk")) for row in table("date_phrases")]
    programmes = [one for row in table("programmes") for one in row["patterns"].split(" || ") if one]
    verbs = [f"(?:{row['verb']}).*|.*(?:{row['link']})" for row in table("appointments")]
    offices = [row["pattern"].replace("*", r"\w*") for row in table("roles")]
    return dates + [re.compile(pattern) for pattern in (*programmes, *verbs, *offices)]


def test_no_pattern_that_matches_is_left_out() -> None:
    patterns = _patterns()
    sieve = Sieve((pattern, pattern.pattern) for pattern in patterns)
    met = 0
    for line in _said():
        able = {pattern for pattern in patterns if pattern.search(line.lower())}
        assert able <= set(sieve.fitting(words(line))), line
        met += len(able)
    assert met > 1_000


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("жоба", "жо"),
        ("(?:осы |келесі )?жыл", "жы ке ос"),
        ("(?:(?P<y>20\\d\\d)|биыл)(?: жыл)?", "20 би"),
        ("(?!маусым)[мс]аусым", "ма са"),
        ("(?<!\\d )[0-1]?[0-1]", "0 1 00 01 10 11"),
        ("ж{0,2}ол|", "ж ол"),
        ("к (?:ай|күн)", "к"),
        ("(?:ай)+да", "ай"),
        ("о\\w+|к[^ж]|с(?:ал|ол)?т", "к о са со ст"),
        ("(?:ж|к)+ол", "ж к"),
        ("[12](?:(?:-ші)? |ж)ай", "1 2"),
    ],
)
def test_openings_are_what_a_match_may_begin_with(pattern: str, expected: str) -> None:
    assert openings(pattern) == frozenset(expected.split())


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_dates_begin_as_their_openings_say(language: str) -> None:
    rows = [row["pattern"] for row in table("date_phrases") if row["language"] in ("any", language)]
    lines = [line.lower() for path in CASES.glob("*.txt") for line in path.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        pattern, begun = date_words.compiled(row, language), openings(date_words.expanded(row, language))
        said = {found[0] for line in lines[::7] for found in pattern.finditer(line)}
        assert all(not begun.isdisjoint((words[:1], words[:2])) for words in said), row
