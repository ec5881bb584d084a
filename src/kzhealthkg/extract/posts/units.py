"""Кафедрой университета заведует X, министрліктің бөлімін X басқарады: who leads a part of a body leads not the whole."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.model import Mention, PostValue, Sentence, Token

UNITS = lexicon.words("extract.posts.units", "units")
"""Nouns of a part of a body, in both languages."""
BRANCHES = lexicon.words("extract.posts.units", "branches")
"""Nouns of a part that is a body of its own: its head is none of the whole."""
SECTIONS = frozenset(lexicon.words("extract.posts.units", "sections"))
"""Nouns of a part whose head is told as that of no body."""
REACH = 6
"""Words between the noun of a part and its body, at most."""


def of_part(body: Mention, part: Token) -> tuple[Mention, PostValue] | None:
    """Return the office of who leads a unit of a body; none where something else of it is led: ремонт больницы."""
    place = getattr(body.value, "place", None)
    name = "" if is_lemma(part, *BRANCHES, *SECTIONS) else body.value.name[:1].upper() + body.value.name[1:]
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


def leading_ru(sentence: Sentence, body: Mention, at: int) -> bool:
    """Больница, которую возглавляет X: say whether a verb's relative clause begins right behind a body."""
    tokens = sentence.tokens
    which = next((i for i in range(at - 1, max(-1, at - 3), -1) if tokens[i].norm.startswith(WHICH)), -1)
    between = tokens[body.last : which - 1] if 0 <= which - 1 - body.last <= AREA else None
    plain = between is not None and all(t.best.pos not in ("VERB", "PUNCT") for t in between)
    return which > 1 and tokens[which - 1].text == "," and plain


def part_before_ru(sentence: Sentence, body: Mention) -> Token | None:
    """В филиале центра, который возглавляет X: return the unit that a body in the genitive stands behind."""
    before = sentence.tokens[max(0, body.first - REACH) : body.first] if body.case == "gen" else ()
    return next((t for t in reversed(before) if is_lemma(t, *UNITS, *BRANCHES)), None)


WHICH = "котор"
AREA = 3
"""Words of the area of a body behind its name, at most: филиал фонда по Абайской области."""
