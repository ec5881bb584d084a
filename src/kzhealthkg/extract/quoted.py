"""Who says a clause: behind the quotation (деді X), or before its "что"."""

from __future__ import annotations

from kzhealthkg.extract.agents import Agent, groups, people_of, words_of
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.syntax import Clause, is_lemma


def speaker(clause: Clause, memory: Memory) -> list[Agent]:
    """Return who says the clause: «…», – деді X; …, отметил X."""
    verbs = words_of("say", clause.language)
    tokens = clause.sentence.tokens
    at = next((i for i in range(clause.last, len(tokens)) if is_lemma(tokens[i], *verbs)), None)
    if at is None:
        return []
    found = [g for g in groups(clause.sentence) if g[0].first >= clause.last and g[-1].case in ("nom", "")]
    return people_of(found[0], memory, clause.index) if found else []


def announcer(clause: Clause, memory: Memory, at: int) -> list[Agent]:
    """Return who says what stands behind "что": X отметил, что …"""
    tokens = clause.sentence.tokens[:at]
    if clause.language != "ru" or not any(t.norm == "что" for t in tokens[-3:]):
        return []
    if not any(is_lemma(t, *words_of("say", "ru")) for t in tokens):
        return []
    found = [g for g in groups(clause.sentence) if g[-1].last <= at and g[-1].case in ("nom", "")]
    return people_of(found[-1], memory, clause.index) if found else []
