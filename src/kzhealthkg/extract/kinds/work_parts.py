"""Parts of a total of works: оның сегізі ФАП, төртеуі – дәрігерлік амбулатория; олардың 2-уі Ақсуда."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg.extract import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.memory import SETTLEMENTS, Memory
from kzhealthkg.extract.syntax import Clause, words
from kzhealthkg.model import FacilityValue, Mention

OPENINGS = ("оның", "олардың", "соның", "бұлардың", "оларды", "из них", "в том числе", "среди них")
INHERITED = ("workType", "status", "date", "due", "programme", "source")
ITEM = 10
"""Words in the longest item of a list that is read as one."""
COPULAS = frozenset({"болса", "болды", "болып", "ал"})


def work_parts(clause: Clause, memory: Memory, told: list[Draft]) -> list[Draft]:
    """Return the parts that a verbless clause tells of a total named just before, or in it (``told``)."""
    total = told[0] if told else memory.last_draft("Works", within=1, sentence=clause.index)
    if total is None or "count" not in total.slots or _verb(clause):
        return []
    whole = _whole(clause)
    if whole is None and not _continues(clause):
        return _by_date(clause, total, memory)
    numbers = [m for m in clause.mentions("number") if whole is None or m.first >= whole.last]
    return [d for i, n in enumerate(numbers) for d in _part(clause, n, _end(numbers, i, clause), total, memory)]


def _whole(clause: Clause) -> Mention | None:
    """Return the counted facilities that a clause takes apart: 540 нысанның 227-сі …"""
    found = [m for m in clause.mentions("facility") if m.value.count is not None and m.case == "gen"]
    return found[0] if found else None


def _by_date(clause: Clause, total: Draft, memory: Memory) -> list[Draft]:
    """7 нысан – маусымда: an item of a list that says how many, and when."""
    sentence = clause.sentence
    dates = [m for m in sentence.mentions if m.type == "date"]
    counted = [m for m in clause.mentions("facility") if m.value.count is not None and not m.value.name]
    if (
        len(sentence.tokens) > ITEM
        or len(dates) != 1
        or len(counted) != 1
        or _verb(replace(clause, last=len(sentence.tokens)))
    ):
        return []
    draft = Draft("Works", {}, counted[0].start, max(counted[0].end, dates[0].end), "works-part")
    for slot in ("workType", "status", "programme", "source"):
        draft.inherit(slot, total.slots.get(slot))
    draft.say("count", roles.number(counted[0].value.count))
    draft.say("due" if draft.slots.get("status") == "planned" else "date", dates[0].value.edtf)
    return [roles.finish(draft, clause, memory)]


def _continues(clause: Clause) -> bool:
    """The sentence opens with "of them", and this clause too begins with a number."""
    opening = words(clause.sentence.tokens[:3]).lower()
    return opening.startswith(OPENINGS)


def _verb(clause: Clause) -> bool:
    finite = [t for t in clause.tokens if t.best.form in ("past", "pres", "prog", "intent", "fut")]
    finite += [t for t in clause.tokens[-1:] if t.best.form == "perf"]
    return any(t.norm not in COPULAS for t in finite)


def _end(numbers: list[Mention], i: int, clause: Clause) -> int:
    return numbers[i + 1].first if i + 1 < len(numbers) else clause.last


def _part(clause: Clause, number: Mention, last: int, total: Draft, memory: Memory) -> list[Draft]:
    facilities = [m for m in clause.mentions("facility", first=number.last, last=last) if m.value.count is number.value]
    places = [m for m in clause.mentions("place", first=number.last, last=last) if _specific(m)]
    if not facilities and not places:
        return []
    end = (facilities or places)[-1].end
    draft = Draft("Works", {}, number.start, end, "works-part")
    for slot in INHERITED:
        draft.inherit(slot, total.slots.get(slot))
    roles.quantity(draft, "count", number)
    kind = facilities[0].value if facilities else FacilityValue("", str(total.slots.get("facilityType", "")))
    draft.say("facilityType", kind.type if kind.type != "medical-facility" else "")
    if places:
        roles.place(draft, places[-1].value)
    return [roles.finish(draft, clause, memory)]


def _specific(mention: Mention) -> bool:
    return mention.value.level in SETTLEMENTS or mention.value.level == "district"
