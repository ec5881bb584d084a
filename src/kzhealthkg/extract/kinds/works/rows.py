"""Rows that give each place its number of works: A облысында – 5, B облысында – 7 пункт салынды."""

from __future__ import annotations

from decimal import Decimal

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles, when
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.model import Mention

Pair = tuple[Mention, Mention]
"""A place, or a date, and the number that it has."""

DASHES = frozenset("–—-:")
SIGNS = frozenset(lexicon.words("kinds.works.rows", "signs"))
CARRIED = ("workType", "facilityType", "status", "date", "due", "programme", "source")


def work_rows(clause: Clause, memory: Memory, told: list[Draft]) -> list[Draft]:
    """Return the works that a row of places with numbers tells, beside those the clause itself has told."""
    row = _row(clause)
    if len(row) < 2:
        return []
    member = next((d for d in told if any(number.start in d.used for _, number in row)), None)
    if member is not None:
        own = next(label for label, number in row if number.start in member.used)
        if own.type == "date":
            _dated(member, own)
        return [_draft(clause, pair, member, memory) for pair in row if pair[1].start not in member.used]
    total = told[0] if told else memory.last_draft("Works", within=1, sentence=clause.index)
    if (
        any(label.type == "date" for label, _ in row)
        or total is None
        or "count" not in total.slots
        or not _adds_up(row, total)
    ):
        return []
    _unplace(total, row)
    return [_draft(clause, pair, total, memory) for pair in row]


def _unplace(total: Draft, row: list[Pair]) -> None:
    """A total stands in none of the regions among which it is dealt out."""
    regions = {place.value.region for place, _ in row}
    if len(regions) > 1 and total.slots.get("region") in regions:
        total.drop(*LOCATED)


def _dated(draft: Draft, label: Mention) -> None:
    """Былтыр 25, биыл 14 нысан берілді: each number has the date before it."""
    draft.drop("date", "due")
    planned = draft.slots.get("status") == "planned"
    draft.say("due" if planned else "date", when.ahead(label.value) if planned else label.value.edtf)


def _adds_up(row: list[Pair], total: Draft) -> bool:
    return bool(sum(number.value.value for _, number in row) <= Decimal(str(total.slots["count"])))


def _row(clause: Clause) -> list[Pair]:
    """Return the longest run of pairs with only signs of a list between them."""
    runs: list[list[Pair]] = [[]]
    for pair in _pairs(clause):
        if runs[-1] and not _joined(clause, runs[-1][-1], pair):
            runs.append([])
        runs[-1].append(pair)
    return max(runs, key=len)


def _pairs(clause: Clause) -> list[Pair]:
    found = []
    numbers = clause.mentions("number")
    for place in clause.mentions("place", "date") if len(numbers) > 1 else ():
        number = next((m for m in numbers if m.first >= place.last), None)
        if number is None or place.case not in ("loc", "nom", "", "gen") or number.value.bound:
            continue
        between = clause.sentence.tokens[place.last : number.first]
        if len(between) <= 1 and all(t.text in DASHES for t in between):
            found.append((place, number))
    return found


def _joined(clause: Clause, left: Pair, right: Pair) -> bool:
    between = clause.sentence.tokens[left[1].last : right[0].first]
    return 0 < len(between) <= 2 and all(t.norm in SIGNS for t in between)


def _draft(clause: Clause, pair: Pair, whole: Draft, memory: Memory) -> Draft:
    draft = Draft("Works", {}, pair[0].start, pair[1].end, "works-row")
    draft.take_over(whole, *CARRIED)
    roles.quantity(draft, "count", pair[1])
    if pair[0].type == "date":
        draft.take_over(whole, *LOCATED)
        _dated(draft, pair[0])
    else:
        say_place(draft, pair[0].value)
    return roles.finish(draft, clause, memory)
