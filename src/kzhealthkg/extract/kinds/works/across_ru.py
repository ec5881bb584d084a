"""Больница, которая оснащена …, открылась в A: a verb whose subject stands before the words of description."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.standing import placed
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import FacilityValue, Mention, Token

FINITE = frozenset({"past", "pres", "fut", "perf"})
OPENED = 3
"""Tokens from a facility to the word that opens its description: [, в] котором."""


def across(hit: Hit, words: tuple[str, ...], memory: Memory) -> FacilityValue | None:
    """Return the facility that opens the sentence, where only its description parts it from a verb that opens the clause."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    named = [m for m in clause.sentence.mentions if m.type == "facility" and m.last < clause.first]
    if clause.first != hit.first or not named or tokens[clause.first - 1].text != ",":
        return None
    subject = named[0]
    if not _opens(tokens, subject) or not _described(tokens, subject, words):
        return None
    _forget_equipping(hit, memory)
    return placed(clause.sentence, subject)


def _opens(tokens: tuple[Token, ...], subject: Mention) -> bool:
    """Say whether one facility in the nominative stands before any verb and any sign."""
    before = tokens[: subject.first]
    plain = all(t.best.form not in FINITE and t.text[0].isalnum() for t in before)
    return plain and subject.case == "nom" and not subject.value.plural and not subject.value.definite


def _described(tokens: tuple[Token, ...], subject: Mention, words: tuple[str, ...]) -> bool:
    behind = tokens[subject.last : subject.last + OPENED]
    return bool(behind) and behind[0].text == "," and any(is_lemma(t, *words) for t in behind)


def _forget_equipping(hit: Hit, memory: Memory) -> None:
    """Больница, которая оснащена техникой, открылась: what the new house has is told with it."""
    told = memory.last_draft("Works", within=0, sentence=hit.clause.index)
    if told is not None and told.slots.get("workType") == "equipping":
        memory.drafts.remove(told)


def within_which(hit: Hit) -> bool:
    """Поликлиника, в которой вырос хирург: what came to be in a house is not that house."""
    if not is_lemma(hit.verb, *APPEARING):
        return False
    before = hit.clause.sentence.tokens[max(0, hit.first - 3) : hit.first]
    return any(a.norm in IN and is_lemma(b, "который") for a, b in pairwise(before))


APPEARING = lexicon.words("kinds.works.across_ru", "appearing")
