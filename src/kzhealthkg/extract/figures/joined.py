"""What a Kazakh measure is of, told of two things: ана мен сәби өлімі, инфаркт пен инсульттен болатын өлім."""

from __future__ import annotations

from kzhealthkg.extract.clause.groups import AND
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.syntax import Clause, is_case

APART = ("date", "number", "percent", "place", "person", "facility", "organization", "programme")


def joined_from(clause: Clause, first: int, head: int, apart: frozenset[int]) -> int:
    """Return where a measure begins whose word at ``first`` "and" joins to a noun before it; ``first`` where none does.

    Nouns at the tokens ``apart`` are rates or illnesses, which are joined only to one another.
    """
    left, tokens = first - 2, clause.sentence.tokens
    if left < clause.first or tokens[first - 1].norm not in AND:
        return first
    if tokens[left].text.isupper() and tokens[first].text.isupper() and len(tokens[left].text) > 1:
        return left  # МРТ мен КТ зерттеулері
    other = next((i for i in range(first, head) if tokens[i].best.pos == "NOUN"), None)
    plain = tokens[left].best.pos == "NOUN" and is_case(tokens[left], "nom", "") and not tokens[left].best.form
    held = any(m.first <= left < m.last for m in clause.mentions(*APART))
    alike = other is not None and (left not in apart or other in apart)  # қант диабеті мен семіздік, not өлім мен бала
    return phrase(clause, left).first if alike and plain and not held else first
