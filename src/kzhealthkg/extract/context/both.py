"""What is told of both facilities of the works just before: начнут ремонт A и B больниц. Обе больницы оснастят томографами."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import LOCATED, Draft

BOTH = frozenset(lexicon.words("extract.context.both", "both"))
SHARED = frozenset({"Procurement", "Service"})
"""Kinds of which each of the two facilities has one."""
BACK = 2


def of_both(drafts: list[Draft], clause: Clause, memory: Memory) -> list[Draft]:
    """Return the things that a clause tells of both facilities once for each, and no sum for one of them."""
    tokens = clause.sentence.tokens
    if BOTH.isdisjoint(clause.words) or not any(tokens[m.first - 1].norm in BOTH for m in clause.mentions("facility")):
        return drafts
    told = [d for d in memory.recent(BACK, clause.index) if d.kind == "Works" and "facility" in d.slots]
    pair = [d for d in told if d.sentence == told[0].sentence]
    made: list[Draft] = []
    for draft in drafts:
        if draft.slots.get("facility") not in {d.slots["facility"] for d in pair} or len(pair) != PAIR:
            made.append(draft)
        elif draft.kind in SHARED and "count" not in draft.slots:
            made += [_of(draft, one) for one in pair]
        else:
            draft.drop("facility", *LOCATED)
            made.append(draft)
    return made


PAIR = 2


def _of(draft: Draft, work: Draft) -> Draft:
    copy = draft.copy()
    copy.drop("facility", *LOCATED)
    copy.take_over(work, "facility", *LOCATED)
    return copy
