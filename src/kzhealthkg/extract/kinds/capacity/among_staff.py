"""Doctors and nurses told beside all who work in a house: a part of its staff, and not so much staff as it has."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft

TOTALS = lexicon.words("kinds.capacity.among_staff", "totals")
PEOPLE = lexicon.words("kinds.capacity.among_staff", "people")
AMONG = frozenset(lexicon.words("kinds.capacity.among_staff", "among"))


def among_staff(draft: Draft, drafts: list[Draft], clause: Clause, memory: Memory) -> bool:
    """Работают 60 сотрудников, среди них 20 врачей; ұжымда 300 адам, 40 дәрігер: say whether a figure is of one profession."""
    if draft.slots.get("unit") != "staff" or _counts_all(draft, clause):
        return False
    before = memory.document.sentences[clause.index - 1 : clause.index] if clause.index else ()
    if any(is_lemma(t, *TOTALS) for s in (*before, clause.sentence) for t in s.tokens):
        return True
    all_told = [*drafts, *memory.recent(1, clause.index)]
    larger = (d for d in all_told if d is not draft and d.kind == "Capacity" and d.slots.get("unit") == "staff")
    return not AMONG.isdisjoint(clause.words) and any(d.slots["value"] > draft.slots["value"] for d in larger)


def _counts_all(draft: Draft, clause: Clause) -> bool:
    """Say whether the figure counts people who work there, by no profession."""
    tokens = clause.sentence.tokens
    last = next((i for i, t in enumerate(tokens) if t.start in draft.used), 0)
    return any(is_lemma(t, *TOTALS, *PEOPLE) for t in tokens[last : last + REACH])


REACH = 4
"""Words from a figure to the noun that it counts, at most."""
