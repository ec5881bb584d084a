"""Who is displeased in Kazakh: X-тің мердігердің жұмысына көңілі толмады."""

from __future__ import annotations

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.groups import groups, words_of
from kzhealthkg.extract.context.agents import Agent, people_of
from kzhealthkg.extract.context.memory import Memory

APART = 2
"""Words between the one who feels and the verb at least: X-тің жұмысына blames X."""


def feelers(hit: Hit, memory: Memory) -> list[Agent] | None:
    """Return whose feelings the cue tells of, in the genitive before what displeases; None where a subject has them."""
    if not hit.frame.options.get("negative"):
        return None
    clause = hit.clause
    own = [g for g in groups(clause.sentence) if clause.first <= g[0].first and g[-1].last <= hit.first]
    if any(g[-1].case in ("nom", "") for g in own):
        return None
    if own and own[0][-1].case == "gen" and _displeased_by(hit, own[0][-1].last):
        return people_of(own[0], memory, clause.index)
    return [] if _of_others(hit) else None


def _of_others(hit: Hit) -> bool:
    """Тұрғындардың мердігердің жұмысына көңілі толмады: those are displeased who stand before another genitive."""
    strange, tokens = words_of("stranger", "kk"), hit.clause.sentence.tokens
    owners = [i for i in range(hit.clause.first, hit.first) if tokens[i].best.case == "gen"]
    return len(owners) > 1 and not strange.isdisjoint(tokens[owners[0]].words)


def _displeased_by(hit: Hit, first: int) -> bool:
    """Say whether what displeases stands between token ``first`` and the verb, as more than what the first word owns."""
    between = hit.clause.sentence.tokens[first : hit.first]
    return len(between) >= APART and between[-1].best.case == "dat"
