"""Funding: money is given, foreseen, spent or lacking for a purpose."""

from __future__ import annotations

from kzhealthkg.extract import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit, hits
from kzhealthkg.extract.kinds.funding_ru import funding_ru
from kzhealthkg.extract.memory import SETTLEMENTS, Memory
from kzhealthkg.extract.purpose import Purpose, purpose
from kzhealthkg.extract.status import status
from kzhealthkg.extract.syntax import Clause, words
from kzhealthkg.model import Mention, PlaceValue

SHORT = 10
"""Words in the longest clause whose money, said for nothing, is that of the thing named just before."""
POINTING = (
    "бұл мақсат",
    "осы мақсат",
    "бұл жұмыс",
    "бұл құрылыс",
    "осы құрылыс",
    "бұл жоба",
    "осы жұмыс",
    "бұған",
    "осыған",
    "оған",
    "жобаға",
    "құрылысына",
    "оның құрылысына",
)


def funding(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the money that one clause gives, foresees, spends or lacks."""
    if clause.language == "ru":
        return funding_ru(clause, memory)
    free = clause.mentions("money")
    if not free:
        return []
    for hit in sorted(hits("funding", clause), key=lambda h: (not h.frame.options.get("cost"), -h.last)):
        draft = _draft(hit, free[0], memory)
        if draft is not None:
            return [draft]
    return []


def _draft(hit: Hit, money: Mention, memory: Memory) -> Draft | None:
    clause, cost = hit.clause, bool(hit.frame.options.get("cost"))
    said = "planned" if cost else _status(hit)
    if not said or (cost and not _equates(hit, money)):
        return None
    tokens = clause.sentence.tokens
    draft = Draft("Funding", {}, money.start, tokens[max(hit.last, money.last) - 1].end, hit.frame.name)
    roles.quantity(draft, "amount", money)
    draft.say("status", said)
    name, start, end = roles.source(clause)
    draft.say("source", name)
    if name:
        draft.cover(start, end)
    if not cost:
        _purpose(draft, clause, money, (start, end), memory)
    _facility(draft, clause, memory, cost)
    if roles.takes_up(clause):
        _inherit(draft, clause, memory)
    return roles.finish(draft, clause, memory)


def _status(hit: Hit) -> str:
    said = status(hit.clause, hit.last - 1)
    past: str = hit.frame.options["past"]
    if past in ("planned", "needed"):
        return past
    return past if said == "completed" else said


def _equates(hit: Hit, money: Mention) -> bool:
    """Құны M теңгені құрайды: the cost stands before its figure, with nothing built in between."""
    return hit.last <= money.first <= hit.last + 6


def _purpose(draft: Draft, clause: Clause, money: Mention, skip: tuple[int, int], memory: Memory) -> None:
    found: Purpose | None = purpose(clause, money, skip)
    if found is None:
        return
    draft.cover(found.start, found.end)
    if not found.text.lower().startswith(POINTING):
        draft.say("purpose", found.text)
    roles.place(draft, _local(clause, money))
    if found.facility is not None:
        facility = memory.resolve(found.facility.value)
        where = facility.place or roles.nearest_place(clause, found.facility.first)
        facility = memory.remember_place(facility, where)
        draft.say("facility", facility.name)
        roles.place(draft, where)


def _local(clause: Clause, money: Mention) -> PlaceValue | None:
    """Семейде … құрылысына M бөлінді: the place that the money is spent in opens the clause."""
    found = [m for m in clause.mentions("place", last=money.first) if m.case in ("loc", "locadj")]
    return found[-1].value if found and found[-1].value.level in SETTLEMENTS else None


def _facility(draft: Draft, clause: Clause, memory: Memory, cost: bool) -> None:
    """A cost, or money "for these purposes", is that of the facility spoken of just before."""
    opening = words(clause.sentence.tokens[clause.first : clause.first + 3]).lower()
    pointing = opening.startswith(POINTING)
    bare = not draft.slots.keys() & {"purpose", "facility", "place"} and len(clause.tokens) <= SHORT
    if "facility" in draft.slots or not (cost or pointing or _continues(clause) or bare):
        return
    latest = memory.last_draft("Works", "Funding", "Service", within=3 if cost else 1, sentence=clause.index)
    if latest is not None:
        for slot in ("facility", "place", "district", "placeCode", "region"):
            draft.inherit(slot, latest.slots.get(slot))


def _continues(clause: Clause) -> bool:
    """Қосымша …, оның ішінде …, or what follows a colon: money for the thing named just before."""
    before = clause.sentence.tokens[clause.first - 1].text if clause.first else ""
    more = any(t.norm in ("қосымша",) for t in clause.tokens)
    return roles.takes_up(clause) or more or before == ":"


def _inherit(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Оның ішінде …: a part comes from the same source, under the same programme."""
    latest = memory.last_draft("Funding", within=1, sentence=clause.index)
    for slot in ("source", "programme", "date", "due"):
        draft.inherit(slot, latest.slots.get(slot) if latest else None)
