"""Больницу откроют осенью. Её ремонт завершают: what is to open again, and is being mended till then, is not built."""

from __future__ import annotations

from collections.abc import Iterable

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft

OPENING = frozenset(lexicon.words("kinds.works.opened_mended_ru", "opening"))
NEW = "новый"
MENDING = frozenset({"repair", "reconstruction"})
COMING = frozenset({"planned", "underway", "needed"})
BACK = 4
"""Sentences from the promised opening to the repair that comes before it, at most."""


def opened_mended(drafts: Iterable[Draft], clause: Clause, memory: Memory) -> None:
    """Make the opening promised just before that of the house which the works of a clause are mending."""
    mending = [d for d in drafts if d.slots.get("workType") in MENDING and d.slots.get("status") in COMING]
    for draft in mending:
        for told in memory.recent(BACK, clause.index):
            if _is_promised(told) and _same_house(told, draft) and _opens_again(told, memory):
                told.slots["workType"] = draft.slots["workType"]


def _is_promised(told: Draft) -> bool:
    planned = told.kind == "Works" and told.slots.get("status") == "planned" and "count" not in told.slots
    return planned and told.slots.get("workType") == "construction"


def _same_house(told: Draft, draft: Draft) -> bool:
    sorts = sorted((str(d.slots.get("facilityType", "")) for d in (told, draft)), key=len)
    places = {d.slots["place"] for d in (told, draft) if "place" in d.slots}
    return bool(sorts[0]) and sorts[1].endswith(sorts[0]) and len(places) < len((told, draft))


def _opens_again(told: Draft, memory: Memory) -> bool:
    """Say whether a work is told by a verb of opening, of a house that nothing calls new."""
    tokens = memory.document.sentences[told.sentence].tokens
    said = [t for t in tokens if told.start <= t.start < told.end]
    return any(is_lemma(t, *OPENING) for t in said) and not any(t.best.lemma == NEW for t in tokens)
