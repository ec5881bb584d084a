"""Shares of a total that have one verb between them: оның үшеуі биыл A мен B-да, екеуі келер жылы C-да ашылады."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kzhealthkg.extract.clause.frames import hits
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.of_total import of_them
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention

KEPT = ("workType", "facilityType", "programme", "source")
"""What a share has from its total."""


def total_above(clause: Clause, memory: Memory) -> Draft | None:
    """Return the counted works told just before: of 7 амбулатория, 4 ФАП салынады the 11 of no sort."""
    last = _newest(clause, memory)
    if last is None or "count" not in last.slots:
        return last
    alike = [d for d in memory.recent(1, clause.index) if d.kind == "Works" and _beside(d, last)]
    if len({d.slots.get("facilityType") for d in alike}) < 2:
        return last
    whole = last.copy()
    whole.slots.pop("facilityType", None)
    whole.slots["count"] = sum(d.slots["count"] for d in alike)
    return whole


def _newest(clause: Clause, memory: Memory) -> Draft | None:
    """A, B және C аудандарында 8 нысан салынады: the total, and not the last of the places that it is dealt out to."""
    last = memory.last_draft("Works", within=1, sentence=clause.index)
    if last is None or "count" in last.slots:
        return last
    same = (d for d in memory.recent(1, clause.index) if d.kind == "Works" and d.sentence == last.sentence)
    return next((d for d in same if "count" in d.slots and d.rule == last.rule and d.end == last.end), last)


def _beside(draft: Draft, other: Draft) -> bool:
    """Say whether two works are members of one list with a number each."""
    same = all(draft.slots.get(k) == other.slots.get(k) for k in ("workType", "status", "place"))
    return same and draft.sentence == other.sentence and "count" in draft.slots and "facilityType" in draft.slots


def work_shares(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the works on each share, and on each of its places; [] where a clause deals out no total told just before."""
    shares = _shares(clause) if "works" in clause.cues and memory.told_any("Works") else []
    total = total_above(clause, memory) if len(shares) > 1 else None
    if total is None or sum(n.value.value for n in shares) > Decimal(str(total.slots.get("count", 0))):
        return []
    said = next((status(clause, h.last - 1) for h in hits("works", clause) if h.first >= shares[-1].last), "")
    ends = [n.first for n in shares[1:]] + [clause.last]
    parts = [replace(clause, first=n.first, last=end) for n, end in zip(shares, ends, strict=True)]
    return [d for n, part in zip(shares, parts, strict=True) for d in _of_share(part, n, total, said, memory) if said]


def _shares(clause: Clause) -> list[Mention]:
    """Return the numbers that are shares, where the clause has no facilities or other numbers."""
    numbers = clause.mentions("number")
    if len(numbers) < 2 or clause.mentions("facility", "percent", "money"):
        return []
    return numbers if all(of_them(clause.sentence.tokens[m.last - 1]) for m in numbers) else []


def _of_share(part: Clause, number: Mention, total: Draft, said: str, memory: Memory) -> list[Draft]:
    places = [m for m in part.mentions("place") if m.value.level in SETTLEMENTS or m.value.level == "district"]
    alone = places if len(places) == 1 else []
    whole = _draft(part, number, alone, total, said, memory)
    roles.quantity(whole, "count", number)
    return [whole, *[_draft(part, number, [p], total, said, memory) for p in places if len(places) > 1]]


def _draft(part: Clause, number: Mention, where: list[Mention], total: Draft, said: str, memory: Memory) -> Draft:
    draft = Draft("Works", {"status": said}, number.start, part.tokens[-1].end, "works-share")
    draft.take_over(total, *KEPT)
    for mention in where:
        say_place(draft, mention.value)
    made = roles.finish(draft, part, memory)
    if "date" not in part.named:
        made.slots = {k: v for k, v in made.slots.items() if k not in ("date", "due")}
    return made
