"""The capital that a text only calls the centre of its region: облыс орталығындағы емхана, в областном центре."""

from __future__ import annotations

from collections.abc import Sequence

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.model import Article, Mention, PlaceValue, Sentence, Token
from kzhealthkg.text.division import division_day
from kzhealthkg.text.quotation import OPEN

_CENTRES = {
    "kk": tuple(tuple(words.split()) for words in lexicon.words("annotate.places.capitals", "centres_kk")),
    "ru": tuple(tuple(words.split()) for words in lexicon.words("annotate.places.capitals", "centres_ru")),
}
"""An area and its centre, as their norms begin."""
_AREAS = {language: frozenset(words[0] for words in rows) for language, rows in _CENTRES.items()}


def with_capitals(
    sentences: Sequence[Sentence], places: list[list[Mention]], region: str, article: Article
) -> list[list[Mention]]:
    """Return the places of every sentence with the capitals that are only called centres of the region spoken of."""
    language = "ru" if article.language == "ru" else "kk"
    oblast, found = region, list[list[Mention]]()
    paragraph, day = -1, division_day(article)
    for sentence, named in zip(sentences, places, strict=True):
        oblast = region if sentence.paragraph != paragraph else oblast
        paragraph = sentence.paragraph
        if named:
            oblast = next((m.value.region for m in reversed(named) if m.type == "place" and m.value.region), oblast)
        centred = not _AREAS[language].isdisjoint(sentence.words)
        capital = _capital(oblast, day, language) if centred else None
        found.append([*named, *_centres(sentence, named, capital, language)] if capital is not None else named)
    return found


def _centres(sentence: Sentence, named: list[Mention], capital: PlaceValue, language: str) -> list[Mention]:
    """Return the centres of the region of which a sentence says that something is in them."""
    tokens, made = sentence.tokens, list[Mention]()
    for at in [i for i, token in enumerate(tokens[:-1]) if token.norm in _AREAS[language]]:
        two = tokens[at : at + 2]
        called = any(two[0].norm == a and two[1].norm.startswith(b) for a, b in _CENTRES[language])
        case = ("locadj" if two[1].best.locative_adjective else two[1].best.case) if called else ""
        beside = any(m.first <= at + 2 and m.last >= at for m in named)
        if case in ("loc", "locadj") and not beside and not _has_name(tokens[at + 2 : at + 3]):
            made.append(Mention("place", at, at + 2, two[0].start, two[1].end, capital, case))
    return made


def _has_name(behind: Sequence[Token]) -> bool:
    """В областном центре «Жас ана»: a name in quotation marks is that of a house."""
    return any(t.text in OPEN for t in behind)


def _capital(region: str, date: str | None, language: str) -> PlaceValue | None:
    """Return a region's capital; None for a city, and where the region has been parted since the article's date."""
    known = gazetteer.regions().get(region)
    parted = {r.before for r in gazetteer.regions().values() if r.before and date and date[:10] < r.valid_from}
    town = gazetteer.get(known.capital) if known is not None and known.capital != known.kato else None
    if town is None or region in parted:
        return None
    return PlaceValue(town.ru if language == "ru" else town.kk, "city", region, "", town.code)
