"""Places that are told of together with an area that bears no name: в больницах города и посёлка X, в X и районах."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention

AREAS = lexicon.words("extract.context.joined_areas", "areas")
JOINING = frozenset(lexicon.words("extract.context.joined_areas", "joining"))


def with_unnamed(clause: Clause, place: Mention) -> bool:
    """Say whether "and" joins a place to an area without a name, so that what is told lies in both."""
    if JOINING.isdisjoint(clause.words):
        return False
    return _before(clause, place) or _behind(clause, place)


def _before(clause: Clause, place: Mention) -> bool:
    """Города и п. X: the area stands before the sign, a preposition or a sort between."""
    tokens, at = clause.sentence.tokens, place.first - 1
    while at > clause.first and (tokens[at].norm in IN or is_lemma(tokens[at], *AREAS)):
        at -= 1
    area = at > clause.first and tokens[at].norm in JOINING and _is_area(clause, at - 1)
    return area and not tokens[at - 1].best.plural  # A, B облыстарында және X-те


def _behind(clause: Clause, place: Mention) -> bool:
    """Уральска и районов, X и близлежащих аулов: the area stands behind, its adjectives between."""
    tokens, at = clause.sentence.tokens, place.last + 1
    if at >= clause.last or tokens[place.last].norm not in JOINING:
        return False
    while at < clause.last - 1 and (tokens[at].best.pos == "ADJ" or tokens[at].norm in IN):
        at += 1
    return _is_area(clause, at)


def _is_area(clause: Clause, at: int) -> bool:
    held = any(m.first <= at < m.last or m.first == at + 1 for m in clause.mentions("place", "facility"))
    return is_lemma(clause.sentence.tokens[at], *AREAS) and not held
