"""В 2022 году сдали 12 ФАПов, в 2023-м – 15, в 2024-м – в A и B: dates behind which only a number or places are said."""

from __future__ import annotations

from dataclasses import dataclass

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.gapped_counts import BREAKS, ENDS
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

OPENS = frozenset(lexicon.words("extract.clause.gapped_dates", "opens"))
MORE = frozenset(lexicon.words("extract.clause.gapped_dates", "more"))
JOINS = frozenset(lexicon.words("extract.clause.gapped_dates", "joins"))


@dataclass(frozen=True)
class GappedDate:
    """The date of one member, where it begins and ends, and its number or its places."""

    first: int
    last: int
    date: Mention
    places: tuple[Mention, ...]
    number: Mention | None


def gapped_dates(clause: Clause) -> list[GappedDate]:
    """Return the members of a Russian clause that leave out both what is told and its verb."""
    if clause.language != "ru" or "date" not in clause.named or DASHES.isdisjoint(clause.words):
        return []
    return [member for date in clause.mentions("date")[1:] if (member := _member(clause, date)) is not None]


def _member(clause: Clause, date: Mention) -> GappedDate | None:
    """Return the member of a date with a dash behind it, which the date may hold: в 2023-м –."""
    tokens = clause.sentence.tokens
    dash = next((i for i in (date.last - 1, date.last) if i < clause.last and tokens[i].text in DASHES), None)
    first = _first(clause, date)
    if dash is None or first is None or dash + 1 >= clause.last:
        return None
    dash += tokens[dash + 1].norm in MORE
    if dash + 1 >= clause.last:
        return None
    number = next((m for m in clause.mentions("number") if m.first == dash + 1), None)
    if number is not None:
        closed = number.last >= clause.last or tokens[number.last].norm in ENDS
        return GappedDate(first, number.last, date, (), number) if closed else None
    end = _end(clause, dash + 1)
    places = tuple(clause.mentions("place", first=dash + 1, last=end)) if tokens[dash + 1].norm in IN else ()
    others = clause.mentions("facility", "number", "money", first=dash + 1, last=end)
    return GappedDate(first, end, date, places, None) if places and not others else None


def _first(clause: Clause, date: Mention) -> int | None:
    """Return the sign before a date and its preposition; None where there is none."""
    tokens, at = clause.sentence.tokens, date.first
    at -= tokens[at].norm not in OPENS and tokens[at - 1].norm in OPENS
    joined = tokens[at - 1].norm in JOINS
    at -= joined
    sign = at > clause.first and tokens[at - 1].text in BREAKS
    return at - sign if at > clause.first and (sign or joined) else None


def _end(clause: Clause, first: int) -> int:
    """Return where the next such member begins."""
    dates = (m for m in clause.mentions("date", first=first))
    ends = (end for m in dates if (end := _first(clause, m)) is not None)
    return next(ends, clause.last)
