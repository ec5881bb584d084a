"""What Russian money takes over from what was told before it: its source, its house, its place."""

from __future__ import annotations

from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import money_source
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.shown_ru import shown_since
from kzhealthkg.extract.context.sites_ru import sites
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.kinds.funding.sectors import (
    of_all,
)
from kzhealthkg.model import Mention

SITE = ("facility", *LOCATED)
KINDS = ("Works", "Funding", "Service", "Procurement")
"""What may have told of the house that money is for."""


def source_before(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Money "for these purposes" comes from where the sentence before said it would."""
    before = memory.document.sentences[clause.index - 1] if clause.index else None
    if before is not None and "source" not in draft.slots and not clause.says("бюджет"):
        whole = Clause(before, clause.index - 1, 0, len(before.tokens), clause.language)
        draft.inherit("source", money_source.source(whole)[0])


def say_facility(draft: Draft, clause: Clause, mention: Mention, memory: Memory) -> None:
    """Fill the house that money is for, and where it is."""
    where = sites(clause, [mention])[0]
    place = where[0] if len(where) == 1 else mention.value.place
    facility = memory.resolve(mention.value)
    if not facility.definite:
        facility = memory.remember_place(facility, place)
    draft.say("facility", facility.name)
    say_place(draft, place or facility.place)


def inherit(draft: Draft, clause: Clause, memory: Memory, *, within: int, also: tuple[str, ...] = ()) -> None:
    """A cost, or money "for these purposes", is that of the thing spoken of just before."""
    if of_all(clause, memory):
        return
    latest = memory.last_draft(*KINDS, within=within, sentence=clause.index)
    shown = shown_since(memory, clause, latest.sentence) if latest is not None else None
    if shown is not None:
        say_facility(draft, shown[0], shown[1], memory)
        return
    latest = None if latest is not None and latest.sentence != clause.index and _own_facility(clause) else latest
    placed = latest is not None and latest.slots.keys() & {"facility", "place", "district"}
    several = latest is not None and _several(memory, latest)
    if latest is not None and "count" not in latest.slots:
        draft.take_over(latest, *(SITE if not several else SITE[-1:]), *also)
    known = memory.spoken_of() if clause.index - memory.facility_sentence <= within else None
    if latest is None and (here := _own_facility(clause)) is not None:
        say_facility(draft, clause, here, memory)
    elif not placed and not several and known is not None:
        draft.inherit("facility", known.name)
        if known.place is not None and "place" not in draft.slots:
            say_place(draft, known.place)


def _own_facility(clause: Clause) -> Mention | None:
    """В больнице A ремонтируют корпус, на эти цели дано M: the one facility that the sentence names before."""
    before = [m for m in clause.sentence.mentions if m.type == "facility" and m.last <= clause.first]
    return before[0] if len(before) == 1 and before[0].value.name and not before[0].value.plural else None


def _several(memory: Memory, latest: Draft) -> bool:
    """Of several facilities or towns spoken of together, money "for these purposes" is that of none alone."""
    told = [d for d in memory.recent(0, latest.sentence) if d.sentence == latest.sentence and d.kind == latest.kind]
    same = ("workType", "facilityType", "facility", "place") if latest.kind == "Works" else ("facility", "place")
    return any(len({d.slots.get(slot) for d in told} - {None}) > 1 for slot in same)
