"""A lack told again at another time: 340 дәрігердің орны бос еді. Бүгінде бұл көрсеткіш 215-ке дейін қысқарды."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import LOCATED, Draft

THIS = frozenset(lexicon.words("kinds.staffing.lack_again", "this"))
FIGURE = lexicon.words("kinds.staffing.lack_again", "figure")
SAID = lexicon.words("kinds.staffing.lack_again", "said")


def lack_again(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the lack told just before, of the figure that "this figure" had at another time."""
    if THIS.isdisjoint(clause.words) or not clause.says(*FIGURE):
        return []
    told = memory.last_draft("Staffing", within=1, sentence=clause.index)
    tokens = clause.sentence.tokens
    at = next((i for i, (a, b) in enumerate(pairwise(clause.tokens)) if a.norm in THIS and is_lemma(b, *FIGURE)), None)
    if told is None or told.slots["measure"] != "shortage" or "count" not in told.slots or at is None:
        return []
    behind = [m for m in clause.mentions("number", first=clause.first + at) if m.case != "abl"]
    said = any(is_lemma(t, *SAID) for t in tokens[behind[0].last : clause.last]) if len(behind) == 1 else False
    said = said or (bool(behind) and any(is_lemma(t, *SAID) for t in tokens[clause.first + at : behind[0].first]))
    if not said or len(behind) != 1 or clause.mentions("percent", "money"):
        return []
    draft = Draft("Staffing", {"measure": "shortage"}, clause.tokens[0].start, clause.tokens[-1].end, "staffing-again")
    draft.take_over(told, "profession", "status", *LOCATED)
    roles.quantity(draft, "count", behind[0])
    draft.drop("bound")
    return [roles.finish(draft, clause, memory)]
