"""Who speaks at the opening of a Russian text's facility was there: на открытии больницы, во время открытия сказал X."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.agents import Agent
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.officials import in_office
from kzhealthkg.extract.kinds.visit.own_region import STATE

OPENING = lexicon.words("kinds.visit.openings_ru", "opening")
CEREMONY = lexicon.words("kinds.visit.openings_ru", "ceremony")
AT = frozenset(lexicon.words("kinds.visit.openings_ru", "at"))


def at_opening(clause: Clause) -> bool:
    """Say whether a clause sets what it tells at an opening: на [церемонии] открытия, во время открытия."""
    tokens = clause.sentence.tokens
    for at in range(clause.first + 1, clause.last):
        if not is_lemma(tokens[at], *OPENING):
            continue
        while at > clause.first + 1 and (is_lemma(tokens[at - 1], *CEREMONY) or tokens[at - 1].best.pos == "ADJ"):
            at -= 1
        if tokens[at - 1].norm in AT:
            return True
    return False


def guests(hit: Hit, people: list[Agent], memory: Memory) -> list[Agent]:
    """На открытии больницы её директор поблагодарил акима: who speaks there in his own house visits nothing."""
    if not hit.frame.options.get("there"):
        return people
    return [a for a in people if in_office(a.person.name, memory, OFFICIALS)]


OFFICIALS = STATE | {"akim", "deputy-akim", "deputy", "department-head"}
