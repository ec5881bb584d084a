"""Places in text, measured on labelled sentences: name, offset and code."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from kzhealthkg.annotate.places.main_region import main_region
from kzhealthkg.annotate.places.places import find_places
from kzhealthkg.annotate.tokens import sentences
from kzhealthkg.model import Article, PlaceValue
from kzhealthkg.text import clean

FILE = Path(__file__).parent / "places" / "mentions.tsv"
MARK = re.compile(r"\[([^\]]+)\]\{([^}]+)\}")
Place = tuple[int, str, str]
"""Where a name begins, its code ("-" for none, "?" for several), and the word it begins with."""


def read(line: str) -> tuple[Article, set[Place]]:
    """Return the article of a labelled sentence, and its places."""
    date, region, marked = line.split("\t")
    wanted: set[Place] = set()
    text, last = "", 0
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        wanted.add((len(text), mark[2], mark[1].split()[0][:3]))
        text, last = text + mark[1], mark.end()
    text += marked[last:]
    mapped, language = clean(text)
    return Article("a", text, mapped, date=date, region=region or None, language=language or "kk"), wanted


def found(article: Article) -> set[Place]:
    lines = find_places(sentences(article), article)
    mentions = [m for line in lines for m in line if m.type == "place" and m.value.level not in {"country", "foreign"}]
    spans = [(article.quote(m.start, m.end), m.value) for m in mentions]
    return {(start, told(value), words[:3]) for (words, start, _), value in spans}


def told(value: PlaceValue) -> str:
    return value.code or ("?" if value.candidates else "-")


@cache
def labelled() -> tuple[tuple[Article, set[Place]], ...]:
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return tuple(read(line) for line in lines[1:])


def test_there_are_enough_sentences_in_both_languages() -> None:
    languages = [article.language for article, _ in labelled()]
    assert len(languages) >= 120
    assert min(languages.count("kk"), languages.count("ru")) >= 30
    assert sum(not places for _, places in labelled()) >= 12


def test_places_are_found_where_they_are_and_resolved_to_their_code() -> None:
    wanted = {(n, place) for n, (_, places) in enumerate(labelled()) for place in places}
    met = {(n, place) for n, (article, _) in enumerate(labelled()) for place in found(article)}
    wrong = [(labelled()[n][0].text, place) for n, place in sorted(wanted ^ met)]
    assert len(wanted & met) / len(met) >= 0.97, wrong
    assert len(wanted & met) / len(wanted) >= 0.93, wrong


def test_title_with_a_town_in_its_facility() -> None:
    """A title names places although its words are not read: an adjective before a facility breaks nothing."""
    mapped, _ = clean("Об этом рассказали на встрече.")
    title = "При Карагандинском медицинском университете построят больницу"
    article = Article("case", mapped.text, mapped, date="2024-05-10", language="ru", title=title)
    told = sentences(article)
    assert main_region(told, find_places(told, article), article) == ""
