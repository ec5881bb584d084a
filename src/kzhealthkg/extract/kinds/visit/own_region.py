"""The article's own region as what somebody from the capital visits: область посетила вице-министр, өңірге министр келді."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.agents import Agent
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.officials import in_office
from kzhealthkg.extract.kinds.visit.stop import Stop

REGION = lexicon.words("kinds.visit.own_region", "region")
OURS = lexicon.words("kinds.visit.own_region", "ours")
STATE = frozenset({"president", "prime-minister", "minister", "vice-minister"})
"""Roles whose holders come to regions on journeys only."""
REACHED = {"ru": frozenset({"acc"}), "kk": frozenset({"dat", "acc", "loc"})}


def names_region(clause: Clause) -> bool:
    """Say whether a clause speaks of a region without its name."""
    return clause.says(*REGION)


def in_region(hit: Hit, people: list[Agent], memory: Memory) -> list[Stop]:
    """Return the region of the article where a clause names no other place and who comes holds an office of the state."""
    clause = hit.clause
    if not (hit.frame.options.get("place") and memory.main_region and names_region(clause)) or clause.mentions("place"):
        return []
    if not all(a.said and in_office(a.person.name, memory, STATE) for a in people):
        return []
    at = next((i for i in range(clause.first, clause.last) if _is_stop(hit, i)), None)
    tokens = clause.sentence.tokens
    return [] if at is None else [Stop(tokens[at].start, tokens[at].end, at)]


def _is_stop(hit: Hit, at: int) -> bool:
    """Say whether a bare noun is what the verb governs: область, наш регион, в область; no здравоохранение области."""
    clause, token = hit.clause, hit.clause.sentence.tokens[at]
    cases = {r.case for r in token.readings} if clause.language == "ru" else {token.best.case}
    if not is_lemma(token, *REGION) or cases.isdisjoint(REACHED[clause.language]):
        return False
    behind = clause.sentence.tokens[at + 1 : min(at + 2, clause.last)]
    if clause.language != "ru":
        return not token.best.possessive and at < hit.first
    first = at - (at > clause.first and is_lemma(clause.sentence.tokens[at - 1], *OURS))
    before = clause.sentence.tokens[max(clause.first, first - 1) : first]
    free = not any(t.best.pos in ("NOUN", "ADJ") and t.best.case == "gen" for t in behind)
    into = any(t.norm in IN for t in before)
    return (
        free
        and (into or not any(t.best.pos in ("ADP", "ADJ") for t in before))
        and (into or not hit.frame.options.get("arrive"))
    )
