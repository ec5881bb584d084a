"""Heads of the names of Russian facilities: what may be one, the case it stands in, and what agrees with it."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.annotate.facility_types import heads
from kzhealthkg.annotate.marks import FACILITY
from kzhealthkg.model import Reading, Sentence, Token

REACH = 10
"""Words in the longest name, or stretch of a list, that is looked at."""
CASES_OF = {
    **dict.fromkeys(lexicon.words("annotate.facilities.heads_ru", "genitive"), "gen"),
    **dict.fromkeys(lexicon.words("annotate.facilities.heads_ru", "dative"), "dat"),
    **dict.fromkeys(lexicon.words("annotate.facilities.heads_ru", "locative"), "loc"),
    **dict.fromkeys(lexicon.words("annotate.facilities.heads_ru", "instrumental"), "ins"),
}
"""Prepositions, and the case that each asks for."""


def head_readings(token: Token) -> list[Reading]:
    """Return the readings that make a token the head of a name; an abbreviation may have any case."""
    return read_as_head(token) if token.marks & FACILITY else []


def read_as_head(token: Token) -> list[Reading]:
    """Return the readings of a head, for a token whose marks are not known."""
    known = heads("ru")
    return [r for r in token.readings if r.lemma in known and r.pos in ("NOUN", "PROPN", "X")]


def agrees(adjective: Reading, head: Reading) -> bool:
    """Whether an adjective may describe a head: in its case and number, or behind a figure (два новых центра)."""
    counted = head.case == "gen" and not head.plural and adjective.plural and adjective.case in ("nom", "gen", "acc")
    return not head.case or counted or (adjective.case == head.case and adjective.plural == head.plural)


def head_reading(sentence: Sentence, first: int, at: int) -> Reading:
    """Choose the head's case by its adjectives, by a preposition, else by the word before."""
    found = head_readings(sentence.tokens[at])
    for token in sentence.tokens[_run(sentence, first) : at]:
        said = [r for r in token.readings if r.pos == "ADJ"]
        same = [h for h in found if any((r.case, r.plural) == (h.case, h.plural) for r in said)]
        found = same or [h for h in found if any(agrees(r, h) for r in said)] or found
    before = _before(sentence, first)
    if before is None:
        return _first(found, "nom")
    if before.text == "," or before.norm == "и":
        return _first(found, *_listed_case(sentence, first))
    if before.norm in CASES_OF:
        return _first(found, CASES_OF[before.norm], "acc")
    if before.best.pos in ("NOUN", "PROPN", "NUM") and not before.best.form:
        return _first(found, "gen")
    return _first(found, "acc" if before.best.form in ("past", "fut", "inf") else "nom")


def _listed_case(sentence: Sentence, first: int) -> tuple[str, ...]:
    """Ремонт роддома и поликлиники: a member of a list stands in the case of the one before."""
    near = sentence.tokens[max(0, first - REACH) : first]
    member = next((t for t in reversed(near) if head_readings(t)), None)
    cases = {r.case for r in head_readings(member)} if member is not None else set()
    return ("gen",) if cases == {"gen"} else ()


def _before(sentence: Sentence, first: int) -> Token | None:
    """Return the word before a name and before what only counts or praises it."""
    at = _run(sentence, first) - 1
    return sentence.tokens[at] if at >= 0 else None


def _run(sentence: Sentence, first: int) -> int:
    """Return where the adjectives begin that stand before a name without belonging to it."""
    while first > 0 and (
        sentence.tokens[first - 1].best.pos == "ADJ" or sentence.tokens[first - 1].best.form == "part"
    ):
        first -= 1
    return first


def _first(found: list[Reading], *cases: str) -> Reading:
    """Return the reading in the first of the cases that there is, or else the likeliest."""
    for case in cases:
        for reading in found:
            if reading.case == case:
                return reading
    return found[0]
