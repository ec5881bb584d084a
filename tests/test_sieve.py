"""Patterns that cannot match are left out, and none that can."""

import re
from pathlib import Path

import pytest

from kzhealthkg.annotate.values import date_words
from kzhealthkg.lexicon import table
from kzhealthkg.sieve import FIGURE, Rare, Sieve, needs, words

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


def test_a_rare_pattern_is_found_like_any_other() -> None:
    pattern = r"бұрынғы\s+\d+|экс-"
    for text in ("Бұрынғы 3 бөлім", "ЭКС-министр", "бұрынғы бөлім", "жаңа"):
        found, plain = Rare(pattern).search(text, 0, len(text)), re.search(pattern, text, re.IGNORECASE)
        assert (found and found.span()) == (plain and plain.span())
    assert Rare("экс-").search("экс-министр", 1, 11) is None
