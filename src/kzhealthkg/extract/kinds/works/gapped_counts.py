"""Works that a sentence goes on to count in other places: в A построят четыре объекта, в B и C – по три, в D – один."""

from __future__ import annotations

from kzhealthkg.extract.clause.figured_places import DASHES, figured
from kzhealthkg.extract.clause.gapped_counts import gapped_counts
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.of_total import of_them
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, PLACED, Draft
from kzhealthkg.model import Mention

OWN = ("facility", "count", "amount", "percent", "bound", "contractor")
"""What the works that the verb stands by have alone."""
ALIKE = ("workType", "facilityType", "count", "status")


def elsewhere_too(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """Return for each further place what the verb says of the counted works before."""
    counted = [d for d in drafts if "count" in d.slots]
    if not counted or counted != drafts or any(d.slots.get(k) != drafts[0].slots.get(k) for d in drafts for k in ALIKE):
        return []
    tokens, members = clause.sentence.tokens, gapped_counts(clause)
    shared = (
        bool(members) and members[0].share and sum(m.number.value.value for m in members) <= drafts[0].slots["count"]
    )
    if not shared and not all("place" in d.slots for d in drafts):
        return []
    return [_there(drafts[0], place, m.number, tokens[m.last - 1].end) for m in members for place in m.places]


def elsewhere_next(clause: Clause, memory: Memory) -> list[Draft]:
    """A-да 4 амбулатория салынады, B-да – екі, C-да – бір: what the verb told of one place, counted in others behind it."""
    told = (
        memory.last_draft("Works", within=0, sentence=clause.index)
        if not DASHES.isdisjoint(clause.sentence.words)
        else None
    )
    if told is None or "count" not in told.slots or told.slots.keys().isdisjoint(PLACED):
        return []
    pairs = [(p, n) for p, n in figured(clause.whole, 1) if p.start > told.end and n.start not in memory.used]
    if not pairs or not clause.first <= pairs[-1][1].first < clause.last or pairs[0][0].case != "loc":
        return []
    if clause.whole.mentions("facility", first=pairs[0][0].first):
        return []
    return [_there(told, place, number, number.end) for place, number in pairs]


def between_counts(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """A-да төрт амбулатория, B-да екі, C-да бір амбулатория салынды; 4 емхана A-да, 2-уі B-да: members without their noun."""
    placed = [d for d in drafts if "place" in d.slots]
    if clause.language != "kk" or len(clause.mentions("place")) < 2 or not any("count" in d.slots for d in placed):
        return []
    if len({(d.slots.get("facilityType"), d.slots.get("status")) for d in placed}) > 1 or len(placed) != len(drafts):
        return []
    told, used = {d.slots["place"] for d in drafts}, set().union(*(d.used for d in drafts))
    tokens, found = clause.sentence.tokens, []
    for number in clause.mentions("number", first=clause.first + 1):
        at, share = number.last, of_them(tokens[number.last - 1])
        beside = number.last if share else number.first
        site = [m for m in clause.mentions("place") if m.case == "loc" and (m.first if share else m.last) == beside]
        closed = share or (at < clause.last and tokens[at].norm in SIGNS)
        apart = bool(site) and tokens[min(site[0].first, number.first) - 1].norm in SIGNS
        if apart and closed and number.start not in used:
            there = _there(placed[0], site[0], number, tokens[at - 1].end)
            found += [there] if there.slots.get("place") not in told else []
    return found


SIGNS = frozenset({",", "және", "ал"})


def _there(told: Draft, place: Mention, number: Mention, end: int) -> Draft:
    """Return what was told of one place as told of another, with the number there."""
    draft = told.copy()
    draft.drop(*OWN, *LOCATED)
    draft.used = set()
    roles.quantity(draft, "count", number)
    say_place(draft, place.value)
    draft.listed = True
    draft.cover(place.start, end)
    return draft
