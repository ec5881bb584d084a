"""Врачи должны приехать в августе, келуі тиіс: what is awaited of people and things is asked of nobody."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import forms, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Token

MUST = frozenset(lexicon.words("kinds.instruction.awaited", "must"))
HAPPEN = frozenset(lexicon.words("kinds.instruction.awaited", "happen"))
DONE = frozenset(lexicon.words("kinds.instruction.awaited", "done"))
TOLD = frozenset(lexicon.words("kinds.instruction.awaited", "told"))
"""Verbs of a report: сообщил, рассказал, хабарлады."""


def is_awaited(hit: Hit, memory: Memory) -> bool:
    """Должны приехать, должны быть сданы, – сообщил он: a forecast, or a plan that is only reported."""
    if not is_lemma(hit.verb, *MUST):
        return False
    ruled = _ruled(hit)
    if ruled is None:
        return False
    return is_lemma(ruled, *HAPPEN) or (is_lemma(ruled, *DONE) and _reported(hit, memory))


def _ruled(hit: Hit) -> Token | None:
    """Return the verb of what must be: the infinitive or participle behind должны, the one before тиіс."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if clause.language == "kk":
        before = reversed(tokens[clause.first : hit.first])
        return next((t for t in before if "inf" in forms(t)), None)
    behind = (t for t in tokens[hit.last : clause.last] if {"inf", "perf"} & forms(t) and t.best.lemma != "быть")
    return next(behind, None)


def _reported(hit: Hit, memory: Memory) -> bool:
    return any(is_lemma(t, *TOLD) for t in memory.document.sentences[hit.clause.index].tokens)
