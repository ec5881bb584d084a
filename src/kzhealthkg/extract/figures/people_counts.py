"""How many of a profession there are, where the figure stands behind it, in brackets, or is the word "one"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.model import Mention, Quantity
from kzhealthkg.text.quotation import DASHES


def with_ones(found: list[Phrase]) -> list[Phrase]:
    """2 инфекционист, бір рентгенолог: among those counted, "one" counts as well."""
    counted_too = any(p.count is not None for p in found) and found[0].clause.language == "kk"
    return [_with_one(p) for p in found] if counted_too else found


def _with_one(group: Phrase) -> Phrase:
    tokens, at = group.clause.sentence.tokens, group.first
    at -= tokens[at].norm != ONE and at > group.clause.first
    if group.count is not None or tokens[at].norm != ONE or tokens[group.head].best.plural:
        return group
    one = Mention("number", at, at + 1, tokens[at].start, tokens[at].end, Quantity(Decimal(1)), "nom")
    return replace(group, first=max(group.first, at + 1), count=one)


ONE = "бір"


def dashed(group: Phrase) -> Phrase:
    """Анестезиолог – 2, педиатр 3 маман: the figure behind a dash, or before a bare noun, counts the profession before it."""
    tokens, at = group.clause.sentence.tokens, group.last
    if group.clause.language != "kk" or group.count is not None or cases(group) != {"nom"}:
        return group
    dash = any(t.text in DASHES for t in tokens[at : at + 1])
    number = next((m for m in group.clause.mentions("number", first=at) if m.first == at + dash), None)
    after = tokens[number.last : number.last + 1] if number is not None else ()
    closed = all(t.norm in LISTING or t.best.pos == "VERB" for t in after)
    counts = closed if dash else any(t.norm in BARE_NOUNS for t in after)
    return replace(group, count=number) if number is not None and counts else group


BARE_NOUNS = frozenset(lexicon.words("extract.figures.people_counts", "nouns"))
LISTING = BARE_NOUNS | frozenset(lexicon.words("extract.figures.people_counts", "listing"))


def in_brackets(group: Phrase) -> Phrase:
    """Хирург (12), педиатр (7): the bracket right behind a profession counts it."""
    tokens = group.clause.sentence.tokens[group.last : group.last + 3]
    if group.count is not None or [t.text for t in tokens[:1]] != ["("] or [t.text for t in tokens[2:]] != [")"]:
        return group
    numbers = group.clause.mentions("number", first=group.last, last=group.last + 3)
    return replace(group, count=numbers[0]) if numbers else group


def cases(group: Phrase) -> set[str]:
    """Return the cases that the head of a group may stand in."""
    token = group.clause.sentence.tokens[group.head]
    if group.clause.language == "ru":
        return {r.case for r in token.readings}
    return {token.best.case or "nom"}


FOR = lexicon.words("extract.figures.people_counts", "for")


def meant_for(group: Phrase, *prepositions: str) -> bool:
    """Семинар для врачей, для 18 местных врачей, дәрігерлер үшін семинар: whom something is for."""
    tokens = group.clause.sentence.tokens
    if group.clause.language == "kk":
        return any(t.norm in (prepositions or FOR) for t in tokens[group.last : min(group.last + 1, group.clause.last)])
    first = min(group.first, group.count.first if group.count is not None else group.first)
    before = group.clause.sentence.tokens[first - 1].norm if first > group.clause.first else ""
    return before in (prepositions or FOR)
