"""Works that a sentence goes on to tell of other times: в 2023 году сдано 12 ФАПов, в 2024-м – 15, в 2025-м – в A и B."""

from __future__ import annotations

from kzhealthkg.extract.clause.gapped_dates import GappedDate, gapped_dates
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.when import ahead
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.kinds.works.gapped_counts import OWN


def then_too(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """В 2023 году сдано 12 ФАПов, в 2024-м – 15: return for each further date what the verb says of the works before."""
    alike = drafts and all(d.slots.get(k) == drafts[0].slots.get(k) for d in drafts for k in ("workType", "status"))
    dated = alike and not {"due", "date"}.isdisjoint(drafts[0].slots)
    made = []
    for member in gapped_dates(clause) if dated else ():
        for place in member.places or (None,):
            draft = _then(drafts[0], member, memory.document.article.date or "")
            if place is not None:
                draft.drop(*LOCATED)
                say_place(draft, place.value)
            draft.cover(member.date.start, clause.sentence.tokens[member.last - 1].end)
            made.append(draft)
    return made


def _then(told: Draft, member: GappedDate, today: str) -> Draft:
    """Return the same of another time; what that time has yet to bring is promised."""
    draft = told.copy()
    when = ahead(member.date.value) if "due" in told.slots else member.date.value.edtf
    coming = bool(today) and when > today and draft.slots.get("status") == "completed"
    slot = "due" if "due" in told.slots or coming else "date"
    draft.drop(*OWN, "due", "date")
    draft.say(slot, when)
    if coming:
        draft.slots["status"] = "planned"
    if member.number is not None:
        roles.quantity(draft, "count", member.number)
    return draft
