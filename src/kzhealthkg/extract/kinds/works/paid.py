"""From whose money the works told just before are done: Екеуі де облыстық бюджеттен салынды. Қаржысы – республикалық бюджеттен."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.money_source import own_source
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.projects import PROJECTS
from kzhealthkg.model import Mention

MONEY = frozenset(lexicon.words("kinds.works.paid", "money"))
ALL = frozenset(lexicon.words("kinds.works.paid", "all"))
BOTH = frozenset(lexicon.words("kinds.works.paid", "both"))
SINGLE = frozenset(lexicon.words("kinds.works.paid", "single"))
OPENING = MONEY | ALL | BOTH | SINGLE
DONE = lexicon.words("kinds.works.paid", "done")
BEGINS = 3
"""Words at the start of a sentence among which one stands for the works."""
AGO = 2
OTHER = frozenset({"facility", "money", "place"})


def paid(clause: Clause, memory: Memory) -> None:
    """Give the works told just before the source of money and the programme that a sentence about nothing else names."""
    if clause.first or OPENING.isdisjoint(clause.words):
        return
    opening = [t.norm for t in clause.tokens[:BEGINS] if t.norm in OPENING]
    if not opening or any(_is_other(m) for m in clause.sentence.mentions):
        return
    if opening[0] in MONEY or clause.whole.says(*DONE):
        for draft in _meant(clause, opening[0], memory):
            draft.inherit("source", own_source(clause.whole)[0])
            draft.inherit("programme", next((m.value.id for m in clause.whole.mentions("programme")), ""))


def _is_other(mention: Mention) -> bool:
    return mention.type in OTHER and not (mention.type == "facility" and mention.value.definite)


def _meant(clause: Clause, opening: str, memory: Memory) -> list[Draft]:
    """Return the works of the last sentence that told any: all of them, both, or the only one."""
    last = memory.last_draft("Works", within=AGO, sentence=clause.index)
    near = (d for d in memory.recent(AGO, clause.index) if d.kind == "Works")
    told = [d for d in near if last is not None and d.sentence == last.sentence]
    one_sort = opening in PROJECTS and len({(d.slots["workType"], d.slots.get("facilityType")) for d in told}) == 1
    return told if opening in ALL or one_sort or len(told) == (2 if opening in BOTH else 1) else []
