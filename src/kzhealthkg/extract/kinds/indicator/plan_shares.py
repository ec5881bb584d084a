"""Which share of a plan has come true: тексеруден 68 мың адам өтті, бұл – жоспардың 91 пайызы."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures import rates
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES


def of_plan(clause: Clause, share: Mention, pointing: frozenset[str]) -> bool:
    """Тексеруден 68 мың адам өтті, бұл – жоспардың 91 пайызы: say whether a share is that of a plan."""
    tokens, at = clause.sentence.tokens, share.first - 1
    opened = [t.norm for t in tokens[clause.first : at] if t.text not in DASHES]
    opened = opened or [t.norm for t in tokens[max(0, at - 2) : at] if t.text not in DASHES]
    planned = clause.language == "kk" and at >= clause.first and is_lemma(tokens[at], *PLANS)
    return planned and is_case(tokens[at], "gen") and any(w in pointing for w in opened) and share.last >= clause.last


PLANS = lexicon.words("kinds.indicator.plan_shares", "plans")


def fulfilled(clause: Clause, share: Mention, before: Draft, memory: Memory) -> Draft:
    """Return how much of a plan what was counted just before has fulfilled."""
    draft = rates.drafted(clause, "indicator-of-all", (FULFILMENT, share.first - 1), share, memory)
    draft.take_over(before, *LOCATED, "date")
    draft.say("unit", "%")
    return draft


FULFILMENT = " ".join(lexicon.words("kinds.indicator.plan_shares", "fulfilment"))
