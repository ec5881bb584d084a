"""By when a document just told of is to be adopted: его планируют утвердить до 1 июля, құжат шілдеде бекітіледі."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import hits
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.when import ahead

POINTING = frozenset(lexicon.words("kinds.documents.policy_dues", "pointing"))
OPEN = frozenset({"underway", "planned"})


def promise(clause: Clause, memory: Memory) -> None:
    """Give the document that is being written the day by which a clause that points to it promises it."""
    if POINTING.isdisjoint(clause.words) or POINTING.isdisjoint([t.norm for t in clause.tokens]):
        return
    dates = clause.mentions("date")
    told = memory.last_draft("Policy", within=1, sentence=clause.index) if len(dates) == 1 else None
    if told is None or "due" in told.slots or told.slots.get("status") not in OPEN:
        return
    if any(status(clause, hit.last - 1) == "planned" for hit in hits("policy", clause)):
        told.say("due", ahead(dates[0].value))
