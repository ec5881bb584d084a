"""Where the members of a total stand: A ауданында 3 ФАП, B ауданында 2 амбулатория; 3 ФАП A-да, 2-еуі B-да."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg.extract.clause.sites import place_list
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention, PlaceValue
from kzhealthkg.text.quotation import DASHES

NAMED = (*SETTLEMENTS, "district", "oblast")
LOCATED = frozenset({"loc", "locadj", "gen"})


def member_sites(clause: Clause, numbers: list[Mention], number: Mention) -> tuple[PlaceValue | None, list[PlaceValue]]:
    """Return the place of one member of a list, and the places that it is dealt out to where there are several."""
    groups = [_leading(clause, numbers, i) for i in range(len(numbers))]
    if groups[0]:
        own: list[Mention] = next((g for g in reversed(groups[: numbers.index(number) + 1]) if g), [])
    else:
        own = _trailing(clause, numbers, numbers.index(number))
    return _resolved(clause, own)


def _leading(clause: Clause, numbers: list[Mention], at: int) -> list[Mention]:
    """Return the places right before a number: B ауданында [–] 2 амбулатория."""
    first = _member_end(clause, numbers[at - 1]) if at else clause.first
    found = [m for m in _places(clause, first, numbers[at].first) if m.case != "abl"]
    between = clause.sentence.tokens[found[-1].last : numbers[at].first] if found else ()
    labelled = [t.text in DASHES for t in between] == [True]  # A ауданы – 9 нысан
    if not found or (found[-1].case not in LOCATED and not labelled):
        return []
    return found if len(between) <= 1 and all(t.text in DASHES for t in between) else []


def _trailing(clause: Clause, numbers: list[Mention], at: int) -> list[Mention]:
    """Return the places behind a member, those of the next one where the two share them: 3 ФАП, 2 амбулатория A-да."""
    for i in range(at, len(numbers)):
        first = _member_end(clause, numbers[i])
        last = numbers[i + 1].first if i + 1 < len(numbers) else clause.last
        found = _places(clause, first, last)
        if not found and any(t.text[0].isupper() for t in clause.sentence.tokens[first:last]):
            return []  # 4 пункт A, 5 пункт B ауданында: the first has a place of its own
        if found:
            apart = any(t.text in ",;" for t in clause.sentence.tokens[first : found[0].first])
            return [] if apart else found
    return []


def _places(clause: Clause, first: int, last: int) -> list[Mention]:
    return [m for m in clause.mentions("place", first=first, last=last) if m.value.level in NAMED]


def _member_end(clause: Clause, number: Mention) -> int:
    """Return where a member ends: its number, or the facility that it counts."""
    held = [m.last for m in clause.mentions("facility") if m.value.count is number.value or m.first == number.last + 1]
    return max([number.last, *(last for last in held[:1] if last > number.last)])


def _resolved(clause: Clause, own: list[Mention]) -> tuple[PlaceValue | None, list[PlaceValue]]:
    """Return the one place that is said, or the district around several and those."""
    if not own:
        return None, []
    end = own[-1].last
    behind = replace(own[-1], first=end, last=end + 1)
    several = place_list(replace(clause, first=own[0].first, last=end), behind)
    if len(several) < 2:
        return own[-1].value, []
    around = own[0] if own[0].value.level == "district" and own[0].value not in several else None
    return (around.value if around is not None else None), several
