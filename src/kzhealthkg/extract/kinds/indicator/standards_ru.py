"""What a Russian measure is only likened to: ниже республиканского, который доходит до 90 %."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft

LIKENING = frozenset(lexicon.words("kinds.indicator.standards_ru", "likening"))
RELATIVE = lexicon.words("kinds.indicator.standards_ru", "relative")
REACH = 4
"""Words from a comparative to the comma of the relative clause, at most."""


def of_standard(clause: Clause, draft: Draft) -> bool:
    """Say whether a figure stands in the relative clause of that with which the measure is compared."""
    if clause.language != "ru" or LIKENING.isdisjoint(clause.words):
        return False
    tokens = clause.sentence.tokens
    figures = [m.first for m in clause.mentions("number", "percent") if m.start in draft.used]
    at = next((i for i in range(clause.first + 2, clause.last) if tokens[i].norm.startswith(RELATIVE)), None)
    if at is None or not figures or figures[0] < at:
        return False
    return any(t.norm in LIKENING for t in tokens[max(clause.first, at - REACH - 1) : at - 1])
