"""Whose capacity it is where only what was told before says so: здание на 80 коек, каждая рассчитана на 25 посещений."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.asides import part_word
from kzhealthkg.extract.clause.frames import hits
from kzhealthkg.extract.clause.mentions_ru import WINGS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import ANYTHING, Memory
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures import sizes
from kzhealthkg.extract.figures.figures import counted, spoken_of
from kzhealthkg.model import FacilityValue, Mention
from kzhealthkg.model.frozen import replace

EACH = lexicon.words("kinds.capacity.told_works", "each")
REACH = 5
"""Words from a building to how much it holds, at most."""
BACK = 2


def of_building(clause: Clause, number: Mention, memory: Memory) -> tuple[str, FacilityValue, int] | None:
    """Возводят больницу. Двухэтажное здание на 80 коек …: return the unit, whose building it is and where its words end."""
    tokens = clause.sentence.tokens
    found = counted(clause, number, sizes.words("ru", "bed", "place", "person")) if clause.language == "ru" else None
    part = _part_before(clause, number) if found is not None else None
    if found is None or part is None or tokens[number.first - 1].norm != "на":
        return None
    if not memory.told_any("Works") or is_lemma(tokens[part], *WINGS) or clause.mentions("facility"):
        return None
    between = tokens[part + 1 : number.first - 1]
    if any(t.best.form or not t.text.isalnum() for t in between):
        return None
    facility = spoken_of(clause, memory, within=BACK)
    at, unit = found
    return (sizes.rated(clause, number, at, unit), facility, at + 1) if facility is not None else None


def new_one(clause: Clause, mention: Mention, memory: Memory) -> Mention:
    """Врачи федеральной больницы … Строится больница на 90 коек: what is being built is not the house named before.

    Where works told of that house before, it is the one.
    """
    value: FacilityValue = mention.value
    if clause.language != "ru" or value.name or "works" not in clause.cues or len(clause.mentions("facility")) > 1:
        return mention
    if value.type in ANYTHING or mention.first == 0:
        return mention  # больницу на 90 коек откроют в мае: the one that is spoken of
    if not any(hit.frame.slots.get("workType") == "construction" for hit in hits("works", clause)):
        return mention
    known = memory.resolve(value)
    built = any(d.kind == "Works" and d.slots.get("facility") == known.name for d in memory.drafts)
    return mention if built or not known.name else replace(mention, value=replace(value, definite=False, noun=""))


def _part_before(clause: Clause, number: Mention) -> int | None:
    """Return the token of the building that a size is of."""
    part = part_word(clause, max(clause.first, number.first - REACH), number.first)
    return part[0] if part is not None else None


def for_each(clause: Clause, made: Draft, memory: Memory) -> list[Draft]:
    """В A, B и C открыли амбулатории. Каждая рассчитана на 25 посещений: one capacity for each of those told before."""
    works = each_of(clause, memory)
    found = [made.copy() for _ in works]
    for draft, work in zip(found, works, strict=True):
        draft.drop(*LOCATED)
        draft.take_over(work, *LOCATED)
    return found or [made]


def each_of(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the works of one sort that "each" at the beginning of a clause stands for."""
    if clause.first or not any(is_lemma(t, *EACH) for t in clause.tokens[:2]):
        return []
    told = [d for d in memory.recent(1, clause.index) if d.kind == "Works" and "facilityType" in d.slots]
    return told if len({d.slots["facilityType"] for d in told}) == 1 else []


def sort_of_each(clause: Clause, memory: Memory) -> FacilityValue | None:
    """Return of which sort each of those told before is; None where nothing says so."""
    works = each_of(clause, memory)
    return FacilityValue("", str(works[0].slots["facilityType"])) if works else None
