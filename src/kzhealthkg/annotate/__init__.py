"""An article → sentences, tokens, typed values and mentions of things.

The order matters: figures and dates first, then places, then people and organisations, then the
facilities, whose names hold all of them.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from kzhealthkg.annotate.facilities.facilities import find_facilities
from kzhealthkg.annotate.facilities.full import with_full_names
from kzhealthkg.annotate.facilities.office_facilities import with_facilities
from kzhealthkg.annotate.facilities.short import find_short
from kzhealthkg.annotate.mixed import mixed
from kzhealthkg.annotate.people.people import find_people
from kzhealthkg.annotate.places.capitals import with_capitals
from kzhealthkg.annotate.places.compared import without_compared
from kzhealthkg.annotate.places.main_region import main_region
from kzhealthkg.annotate.places.of_bodies import with_seats
from kzhealthkg.annotate.places.places import find_places
from kzhealthkg.annotate.tokens import marks_of, sentences
from kzhealthkg.annotate.values.dates import find_dates
from kzhealthkg.annotate.values.values import find_values
from kzhealthkg.model import Article, Document, Mention, Sentence
from kzhealthkg.text.quotation import OPEN
from kzhealthkg.uncollected import uncollected


def annotate(article: Article) -> Document:
    """Return the article with its sentences, their tokens and everything found in them."""
    with uncollected():
        return mixed(_read(article), _read)


def _read(article: Article) -> Document:
    """Return the article with all its sentences read in its own language."""
    language = "ru" if article.language == "ru" else "kk"
    text = article.clean.text
    bare = sentences(article)
    places = [without_compared(s, p) for s, p in zip(bare, find_places(bare, article), strict=True)]
    region = main_region(bare, places, article)
    places = with_capitals(bare, places, region, article)
    valued = tuple(
        _with(s, find_values(s, language) + find_dates(s, article.date, language, text) + p)
        for s, p in zip(bare, places, strict=True)
    )
    people = find_people(valued, article, region, partial(marks_of, language=article.language))
    peopled = [_peopled(s, found) if found else s for s, found in zip(valued, people, strict=True)]
    named = with_full_names([_with(s, find_facilities(s, language)) for s in peopled])
    whole = tuple(_with(s, found) for s, found in zip(named, find_short(named, article), strict=True))
    return Document(article, tuple(map(with_facilities, whole)), region)


def _peopled(sentence: Sentence, found: list[Mention]) -> Sentence:
    """Return the sentence with its people, bodies and programmes, and the places that they leave."""
    return _titled(with_seats(_unnamed(_with(sentence, found))))


def _unnamed(sentence: Sentence) -> Sentence:
    """Глава города Азамат Бекет: a town that is not known, and whose name somebody's begins with, is none."""
    people = [m for m in sentence.mentions if m.type == "person"]
    loose = [m for m in sentence.mentions if people and m.type == "place" and not m.value.code]
    held = [m for m in loose if any(m.first < p.first < m.last < p.last for p in people)]
    return replace(sentence, mentions=tuple(m for m in sentence.mentions if m not in held)) if held else sentence


def _titled(sentence: Sentence) -> Sentence:
    """Return the sentence without the places that only a programme's name seems to hold: «Ауылда … жаңғырту»."""
    names = [m for m in sentence.mentions if m.type == "programme" and sentence.tokens[m.first].text in OPEN]
    if not names:
        return sentence
    held = [
        m
        for m in sentence.mentions
        if m.type == "place" and any(n.first <= m.first and m.last <= n.last for n in names)
    ]
    return replace(sentence, mentions=tuple(m for m in sentence.mentions if m not in held)) if held else sentence


def _with(sentence: Sentence, found: list[Mention]) -> Sentence:
    """Return the sentence with more mentions, all in the order of the text."""
    if not found:
        return sentence
    mentions = sorted((*sentence.mentions, *found), key=lambda m: (m.first, -m.last, m.type))
    return Sentence(
        sentence.start,
        sentence.end,
        sentence.tokens,
        tuple(mentions),
        sentence.paragraph,
        sentence.words,
        sentence.marks,
    )
