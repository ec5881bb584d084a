"""Кафедрой университета заведует X, министрліктің бөлімін X басқарады: who leads a part of a body leads not the whole."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.model import Mention, PostValue, Sentence, Token

UNITS = lexicon.words("extract.posts.units", "units")
"""Nouns of a part of a body, in both languages."""
BRANCHES = lexicon.words("extract.posts.units", "branches")
"""Nouns of a part that is a body of its own: its head is none of the whole."""
REACH = 6
"""Words between the noun of a part and its body, at most."""


def of_part(body: Mention, part: Token) -> tuple[Mention, PostValue] | None:
    """Return the office of who leads a unit of a body; none where something else of it is led: ремонт больницы."""
    place = getattr(body.value, "place", None)
    name = "" if is_lemma(part, *BRANCHES) else body.value.name[:1].upper() + body.value.name[1:]
    region = place.region if place is not None else getattr(body.value, "region", "")
    return (body, PostValue("head", name, region, False, "")) if is_lemma(part, *UNITS, *BRANCHES) else None


def led_part_ru(sentence: Sentence, body: Mention, at: int) -> Token | None:
    """Return the noun that a verb governs and a body in the genitive belongs to: отделом контроля министерства руководит."""
    if body.case not in ("gen", ""):
        return None
    between = sentence.tokens[body.last : at] if body.last <= at else ()
    if any(t.best.pos in ("VERB", "PUNCT") for t in between):
        return None
    for token in reversed(sentence.tokens[max(0, body.first - REACH) : body.first]):
        if token.best.pos in ("VERB", "PUNCT"):
            return None
        if token.best.pos == "NOUN" and token.best.case != "gen" and {r.case for r in token.readings} & {"ins", "acc"}:
            return token
    return None


def unit_kk(sentence: Sentence, body: Mention, first: int, case: str) -> Token | None:
    """Return the unit of a body in the genitive in the case that a verb governs: министрліктің бөлімін."""
    behind = sentence.tokens[body.last : min(first, body.last + REACH)] if body.case == "gen" else ()
    led = (t for t in behind if any(r.case == case for r in t.readings))
    return next((t for t in led if is_lemma(t, *UNITS, *BRANCHES)), None)
