"""Some of the houses that are being mended: 32 аурухана жаңғыртылуда, 12 нысан аяқталды; введено 8 из ремонтируемых объектов."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft


def of_mended(drafts: list[Draft], clause: Clause, memory: Memory) -> None:
    """Give works that only end or are handed over the type of those more in number that were told to be mended."""
    ended = [d for d in drafts if d.slots["workType"] == "construction" and "count" in d.slots]
    if not ended or not clause.words.isdisjoint(BUILT):
        return
    before = [d for d in memory.recent(1, clause.index) if d.kind == "Works"]
    for draft in ended:
        total = next((d for d in before if _holds(d, draft)), None)
        if total is not None:
            draft.slots["workType"] = total.slots["workType"]
            draft.inherit("facilityType", total.slots.get("facilityType"))


def _holds(total: Draft, draft: Draft) -> bool:
    """Say whether a work is the mending of more houses of which those that have ended may be a part."""
    sort = draft.slots.get("facilityType")
    more = total.slots.get("count", 0) > draft.slots["count"] and sort in (None, total.slots.get("facilityType"))
    return more and total.slots["workType"] in MENDING and "facility" not in draft.slots


MENDING = frozenset({"repair", "reconstruction"})
BUILT = frozenset(lexicon.words("kinds.works.of_mended", "built"))
