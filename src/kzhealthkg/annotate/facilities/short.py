"""Facilities by the abbreviation that the text gives them: «… ғылыми орталығы (ҰОТҒО)», later only ҰОТҒО."""

from __future__ import annotations

from collections.abc import Sequence

from kzhealthkg import text
from kzhealthkg.model import Article, FacilityValue, Mention, Sentence
from kzhealthkg.text.idle import short_name

SHORTEST = 3


def find_short(sentences: Sequence[Sentence], article: Article) -> list[list[Mention]]:
    """Return for every sentence the facilities that an abbreviation introduced before stands for."""
    if "(" not in article.text:
        return [[] for _ in sentences]
    known: dict[str, FacilityValue] = {}
    found = []
    for sentence in sentences:
        known |= _introduced(sentence, article)
        found.append(_used(sentence, known) if known else [])
    return found


def _introduced(sentence: Sentence, article: Article) -> dict[str, FacilityValue]:
    """Return the abbreviations that the stored text has in brackets behind the names they shorten."""
    known: dict[str, FacilityValue] = {}
    for mention in [m for m in sentence.mentions if m.type == "facility" and m.value.name]:
        short = short_name(article.text, article.clean.source(mention.start, mention.end)[1])
        if article.language == "kk-Latn":
            short = text.to_cyrillic(text.identity(short)).text
        if len(short) >= SHORTEST and _shortens(short, mention.value.name):
            known[short.lower()] = mention.value
    return known


def _shortens(short: str, name: str) -> bool:
    """Whether the letters are the first letters of words of the name, in their order."""
    initials = iter(word[0].lower() for word in name.replace("-", " ").split() if word[0].isalpha())
    return all(letter in initials for letter in short.lower())


def _used(sentence: Sentence, known: dict[str, FacilityValue]) -> list[Mention]:
    found = []
    for at, token in enumerate(sentence.tokens):
        value = known.get(token.best.lemma.lower())
        if value is not None and token.text[:SHORTEST].isupper():
            found.append(Mention("facility", at, at + 1, token.start, token.end, value, token.best.case or "nom"))
    return found
