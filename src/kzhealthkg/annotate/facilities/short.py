"""Facilities by the abbreviation that the text gives them: «… ғылыми орталығы (ҰОТҒО)», later only ҰОТҒО."""

from __future__ import annotations

from collections.abc import Sequence

from kzhealthkg.model import FacilityValue, Mention, Sentence, Token

SHORTEST = 3


def find_short(sentences: Sequence[Sentence]) -> list[list[Mention]]:
    """Return for every sentence the facilities that an abbreviation introduced before stands for."""
    known: dict[str, FacilityValue] = {}
    found = []
    for sentence in sentences:
        own, defining = _introduced(sentence)
        known |= own
        found.append([m for m in _used(sentence, known) if m.first not in defining] if known else [])
    return found


def _introduced(sentence: Sentence) -> tuple[dict[str, FacilityValue], set[int]]:
    """Return the abbreviations in brackets behind the names they shorten, and where they stand."""
    known: dict[str, FacilityValue] = {}
    places = set()
    for mention in sentence.mentions:
        short = _bracketed(sentence.tokens, mention) if mention.type == "facility" else ""
        if short and mention.value.name and _shortens(short, mention.value.name):
            known[short.lower()] = mention.value
            places.add(mention.last + 1)
    return known, places


def _bracketed(tokens: tuple[Token, ...], mention: Mention) -> str:
    inside = tokens[mention.last : mention.last + 3]
    if [t.text for t in inside[::2]] != ["(", ")"]:
        return ""
    return inside[1].text if inside[1].text.isupper() and len(inside[1].text) >= SHORTEST else ""


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
