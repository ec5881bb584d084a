"""So many for each: по две машины районам A и B, A және B аудандарына екіден көлік: the number is no total."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.draft import Draft

BEFORE = frozenset(lexicon.words("extract.context.each", "before"))
ONE = lexicon.words("extract.context.each", "one")
PLACED = frozenset({"facility", "place", "district"})
DEALT = {"Procurement": "item", "Works": "facilityType"}
"""Kinds that are told of several receivers or places at once, and the slot that their drafts have alike."""


def of_each(drafts: list[Draft], clause: Clause) -> list[Draft]:
    """Return the drafts with a number of each given to each receiver or place; where none is known it is left out."""
    counted = [d for d in drafts if d.kind in DEALT and "count" in d.slots and PLACED.isdisjoint(d.slots)]
    starts = _distributive(clause) if counted else frozenset()
    for total in [d for d in counted if starts & d.used]:
        members = [d for d in drafts if d is not total and _beside(d, total)]
        for member in members if total.kind != "Works" or total.slots["count"] > 1 else []:
            member.slots["count"] = total.slots["count"]
            member.used |= total.used
        if members:
            drafts = [d for d in drafts if d is not total]
        else:
            total.drop("count", "bound")
    return drafts


def _beside(draft: Draft, total: Draft) -> bool:
    """Say whether a draft tells what one receiver of a total has."""
    if draft.kind != total.kind or "count" in draft.slots:
        return False
    same = DEALT[total.kind]
    return draft.rule == total.rule and draft.slots.get(same) == total.slots.get(same)


def _distributive(clause: Clause) -> frozenset[int]:
    """Return where the numbers of a clause that are of each one begin: по две, по одной; екі-екіден, 2-ден."""
    if clause.language == "ru":
        behind = [t for i, t in enumerate(clause.tokens) if i and clause.tokens[i - 1].norm in BEFORE]
        counted = {m.start for m in clause.mentions("number")}
        return frozenset(t.start for t in behind if t.start in counted or is_lemma(t, *ONE))
    return frozenset(m.start for m in clause.mentions("number") if m.case == "abl" and not m.value.bound)
