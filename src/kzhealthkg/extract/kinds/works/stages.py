"""Stages of a work: a house is being built, and all its blocks stand; one is mended, and its block is ready."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import FacilityValue, Mention, Token

WITHIN = 2
"""Sentences between a house being built and a stage of it, at most."""
ALL = frozenset(lexicon.words("kinds.works.stages", "all"))
ANOTHER = lexicon.words("kinds.works.stages", "another")


def is_stage(hit: Hit, facility: FacilityValue, found: str, memory: Memory) -> bool:
    """Say whether a part of a house is told of only as far as the building or the mending of it has got."""
    return _stands(hit.clause, found, memory) or _of_mended(hit, facility, memory)


def _of_mended(hit: Hit, facility: FacilityValue, memory: Memory) -> bool:
    """Больница ремонтируется. К зиме сдадут операционный блок: a block that nobody builds is one of those mended."""
    if is_lemma(hit.verb, *BUILDING) or any(_is_another(t) for t in hit.clause.tokens):
        return False
    near = (d.slots for d in memory.recent(REPAIRED, hit.clause.index) if d.kind == "Works")
    mended = (s for s in near if s.get("workType") in MENDING and "count" not in s)
    return any(s.get("facility", "") in ("", facility.name) for s in mended)


REPAIRED = 3
"""Sentences within which a block of a house that is mended is told of."""
MENDING = frozenset({"repair", "reconstruction"})
BUILDING = lexicon.words("kinds.works.stages", "building")


def _is_another(token: Token) -> bool:
    """Новый корпус, and not до нового года."""
    return is_lemma(token, *ANOTHER) and token.best.case in ("", "nom", "acc")


def _stands(clause: Clause, found: str, memory: Memory) -> bool:
    """Строится больница. Все блоки возведены, бес корпусы салынды: a part that stands of a house being built is no wing added to it."""
    if found != "completed" or any(is_lemma(t, *ANOTHER) for t in clause.tokens):
        return False
    if any(t.norm in ALL for t in clause.tokens):
        return True
    latest = memory.last_draft("Works", within=WITHIN, sentence=clause.index)
    going = latest is not None and latest.slots.get("status") == "underway"
    return latest is not None and going and latest.slots["workType"] == "construction"


def modernised(hit: Hit, mention: Mention) -> bool:
    """Введут 6 модернизированных больниц: what is opened stood before, and nobody builds it."""
    near = hit.clause.sentence.tokens[max(0, mention.first - 1) : mention.last]
    return any(t.best.lemma in RENEWED for t in near) and not is_lemma(hit.verb, *BUILDING)


RENEWED = frozenset(lexicon.words("kinds.works.stages", "renewed"))
