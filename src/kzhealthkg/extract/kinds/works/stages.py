"""Stages of a work: a house is being built, and all its blocks stand."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory

WITHIN = 2
"""Sentences between a house being built and a stage of it, at most."""
ALL = frozenset(lexicon.words("kinds.works.stages", "all"))
ANOTHER = lexicon.words("kinds.works.stages", "another")


def is_stage(clause: Clause, found: str, memory: Memory) -> bool:
    """Строится больница. Все блоки возведены, бес корпусы салынды: a part that stands of a house being built is no wing added to it."""
    if found != "completed" or any(is_lemma(t, *ANOTHER) for t in clause.tokens):
        return False
    if any(t.norm in ALL for t in clause.tokens):
        return True
    latest = memory.last_draft("Works", within=WITHIN, sentence=clause.index)
    going = latest is not None and latest.slots.get("status") == "underway"
    return latest is not None and going and latest.slots["workType"] == "construction"
