"""Houses that own a thing, or that something lies in, together with others: аурухана мен мектеп ауласы, аурухана мен емханада."""

from __future__ import annotations

from collections.abc import Sequence

from kzhealthkg.extract.clause.asides import part_word
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.nouns import area_words
from kzhealthkg.extract.clause.syntax import is_lemma, unlisted_place
from kzhealthkg.model import Mention, Token


def in_area(tokens: Sequence[Token], at: int) -> bool:
    """Аудандарда, ауылда, аудан орталығында: say whether a word tells of an area without a name."""
    return tokens[at].best.case == "loc" and (is_lemma(tokens[at], *area_words("kk")) or apart(tokens, at))


def apart(tokens: Sequence[Token], at: int) -> bool:
    """Аудандарда, аудан орталығында: say whether a word tells of an area that is no place named before."""
    if tokens[at].best.case != "loc":
        return False
    areas = area_words("kk")
    seat = at > 0 and is_lemma(tokens[at], CENTRE) and is_lemma(tokens[at - 1], *areas)
    return seat or (tokens[at].best.plural and not tokens[at].best.possessive and is_lemma(tokens[at], *areas))


CENTRE = "орталық"
NOMINATIVE = ("", "nom")
INSIDE = ("loc", "abl")


def owns_with(hit: Hit, mention: Mention) -> bool:
    """Аурухана мен мектеп аулаларында, емхана, мектеп жанынан, аурухана мен емханада: one owner, or one place, of several."""
    tokens, at = hit.clause.sentence.tokens, mention.last
    if hit.clause.language != "kk" or mention.case not in NOMINATIVE or tokens[at].norm not in LIST_SIGNS:
        return False
    others = {m.first: m for m in hit.clause.mentions("facility", "place", "date", "number", last=hit.first)}
    while at < hit.first - 1:
        member = others.get(at)
        if member is None and (tokens[at].best.pos == "NOUN" or tokens[at].norm in LIST_SIGNS):
            if tokens[at].best.case in INSIDE:
                inside = hit.frame.options.get("noun") and part_word(hit.clause, at, at + 1)
                return not (inside or in_area(tokens, at) or unlisted_place(tokens[at]))
            at += 1
        elif member is None or member.type in ("place", "date") or (member.type == "facility" and member.value.place):
            return False
        elif member.type == "facility" and member.case in INSIDE:
            return not hit.frame.options.get("noun")
        else:
            at = member.last
    return False
