"""Capacity: how much a facility can do: beds, places, visits, people served, staff."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.syntax import Clause, is_lemma, words
from kzhealthkg.model import FacilityValue, Mention, Token

HOSPITALS = ("hospital", "centre", "dispensary")
SHIFT = ("ауысым", "смен")
DAY = ("тәулі", "күніне", "сутк", "в день")
REACH = 6


@cache
def _units(language: str) -> dict[str, tuple[str, str]]:
    rows = lexicon.table("capacity")
    return {r["lemma"]: (r["unit"], r["side"]) for r in rows if r["language"] == language}


def capacity(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the capacities that one clause gives to the facilities it names."""
    drafts = []
    for number in clause.mentions("number"):
        found = _measured(clause, number)
        if found is not None:
            unit, last = found
            drafts += _draft(clause, number, unit, last, memory)
    return drafts


def _measured(clause: Clause, number: Mention) -> tuple[str, int] | None:
    """Return the unit a number counts and where the measuring words end; None where it measures no capacity."""
    tokens = clause.sentence.tokens
    if number.last >= clause.last:
        return None
    at = next((i for i in range(number.last, min(number.last + 2, clause.last)) if _unit(tokens[i], clause.language)), None)
    if at is None:
        return None
    unit, side = _unit(tokens[at], clause.language) or ("", "")
    if clause.language == "ru":
        before = tokens[number.first - 1].norm if number.first else ""
        return (unit, at + 1) if before in ("на", "мощностью") or "рассчит" in words(tokens[max(0, number.first - 3) : number.first]) else None
    if side == "adjective":
        return unit, at + 1
    meant = next((i for i in range(at + 1, min(at + 1 + REACH, clause.last)) if tokens[i].norm.startswith(("арнал", "есептелген", "лайықтал"))), None)
    return None if meant is None or tokens[at].best.case != "dat" and meant - at <= 1 else (unit, meant + 1)


def _unit(token: Token, language: str) -> tuple[str, str] | None:
    table = _units(language)
    if token.norm in table:
        return table[token.norm]
    return next((table[r.lemma] for r in token.readings if r.lemma in table), None)


def _draft(clause: Clause, number: Mention, unit: str, last: int, memory: Memory) -> list[Draft]:
    mention = _owner(clause, number, last)
    if mention is None:
        return []
    facility: FacilityValue = memory.resolve(mention.value)
    if facility.definite or not facility.type:
        return []
    start = min(number.start, mention.start)
    end = max(mention.end, clause.sentence.tokens[last - 1].end)
    draft = Draft("Capacity", {}, start, end, "capacity")
    draft.say("facility", facility.name if facility.count is None else "")
    draft.say("facilityType", facility.type if facility.type != "medical-facility" else "")
    roles.quantity(draft, "value", number)
    draft.say("unit", _refine(unit, facility, clause, number))
    where = facility.place or roles.nearest_place(clause, mention.first)
    roles.place(draft, where)
    roles.region(draft, clause, memory)
    draft.sentence = clause.index
    return [draft]


def _owner(clause: Clause, number: Mention, last: int) -> Mention | None:
    """The facility follows its measure (kk), or stands on either side of it."""
    tokens = clause.sentence.tokens
    found = [m for m in clause.sentence.mentions if m.type == "facility"]
    right = [m for m in found if last <= m.first <= last + REACH and not any(t.text in ",;:" for t in tokens[last : m.first])]
    if right and clause.language != "ru":
        return right[0]
    left = [m for m in found if clause.first <= m.first and m.last <= number.first]
    return left[-1] if left else (right[0] if right else None)


def _refine(unit: str, facility: FacilityValue, clause: Clause, number: Mention) -> str:
    near = words(clause.sentence.tokens[max(clause.first, number.first - 4) : number.last + 5]).lower()
    if unit == "places" and facility.type.endswith(HOSPITALS):
        return "beds"
    if unit:
        return "people-served" if unit == "people-served" else unit
    if any(w in near for w in SHIFT):
        return "visits-per-shift"
    return "visits-per-day" if any(w in near for w in DAY) else ""


__all__ = ["capacity", "is_lemma"]
