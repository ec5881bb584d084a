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
        return _listed_from(clause, first, head, apart)
    if tokens[left].text.isupper() and tokens[first].text.isupper() and len(tokens[left].text) > 1:
        return left  # МРТ мен КТ зерттеулері
    other = next((i for i in range(first, head) if tokens[i].best.pos == "NOUN"), None)
    alike = other is not None and (left not in apart or _is_rate(clause, other, head, apart))
    alike = alike or (first == head and {left, head} <= apart)  # обыр мен туберкулез
    return phrase(clause, left).first if alike and _is_plain(clause, left) else first


def _is_rate(clause: Clause, at: int, head: int, apart: frozenset[int]) -> bool:
    """Қант диабеті мен семіздік, астма мен бүйрек ауруы, but not өлім мен бала: a rate, or the noun that owns one."""
    owned = at < head and bool(clause.sentence.tokens[at + 1].best.possessive)
    return at in apart or (owned and at + 1 in apart)


def _is_plain(clause: Clause, at: int) -> bool:
    best = clause.sentence.tokens[at].best
    held = any(m.first <= at < m.last for m in clause.mentions(*APART))
    return best.pos == "NOUN" and is_case(clause.sentence.tokens[at], "nom", "") and not best.form and not held


def _listed_from(clause: Clause, first: int, head: int, apart: frozenset[int]) -> int:
    """Қызылша, көкжөтел және менингит ауруы: where the member before a comma begins of a list of illnesses."""
    left, tokens = first - 2, clause.sentence.tokens
    if left < clause.first or tokens[first - 1].text != "," or apart.isdisjoint(range(first, first + LONGEST)):
        return first
    whole = any(tokens[i].norm in AND and i - 1 in apart for i in range(first, head))
    return phrase(clause, left).first if (whole or left in apart) and _is_plain(clause, left) else first


LONGEST = 3
"""Words of one member of a list, at most."""
