"""The years that a plan, programme or concept is for, which date nothing told beside it."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention, Token

FOR_YEARS = frozenset(lexicon.words("extract.context.plan_years", "for_years"))
PLANS = lexicon.words("extract.context.plan_years", "plans")
PLAN_REACH = 12
"""Words from a plan to the years that it is for, at most."""


def of_plan(clause: Clause, mention: Mention) -> bool:
    """План развития на 2024–2027 годы, 2024–2027 жылдарға арналған даму жоспары: the years of a plan date nothing else."""
    tokens = clause.sentence.tokens
    if clause.language == "kk":
        behind = tokens[mention.last : mention.last + PLAN_REACH]
        own = tokens[mention.last - 1].norm == "жылғы" and is_lemma(behind[0], *PLANS) if behind else False
        return own or (bool(behind) and behind[0].norm == "арналған" and _named_plan(behind[1:]))
    before = tokens[max(0, mention.first - PLAN_REACH) : mention.first]
    return bool(before) and before[-1].norm in FOR_YEARS and _named_plan(before[-2::-1])


def _named_plan(words: tuple[Token, ...]) -> bool:
    """Say whether a plan is named among words before any verb or comma."""
    named = next((t for t in words if is_lemma(t, *PLANS) or t.text == "," or t.best.form in TOLD), None)
    return named is not None and is_lemma(named, *PLANS)


TOLD = frozenset({"past", "pres", "fut"})
