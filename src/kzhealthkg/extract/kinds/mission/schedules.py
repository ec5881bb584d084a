"""The timetable of a medical train: 5-6 маусым – Ақкөл, 7 маусым – Жаңа-Талап."""

from __future__ import annotations

from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention, PlaceValue, Token
from kzhealthkg.text.quotation import DASHES

LEAST = 2
"""Stops that a timetable has at least."""


def timetable(clause: Clause) -> list[tuple[PlaceValue, str, int, int]]:
    """Return the stops that a sentence lists behind their dates, with the date's EDTF and the clean-text span of both."""
    found = [stop for m in clause.sentence.mentions if m.type == "date" for stop in _behind(clause, m)]
    return found if len(found) >= LEAST else []


def _behind(clause: Clause, date: Mention) -> list[tuple[PlaceValue, str, int, int]]:
    tokens = clause.sentence.tokens
    at = date.last + 1
    if at >= len(tokens) or tokens[date.last].text not in DASHES:
        return []
    known = next((m for m in clause.sentence.mentions if m.type == "place" and m.first == at), None)
    if known is not None:
        return [(known.value, date.value.edtf, date.start, known.end)] if known.value.level in SETTLEMENTS else []
    last = at
    while last < len(tokens) and _part_of_name(tokens[last]):
        last += 1
    closed = last == len(tokens) or tokens[last].text in ",.;"
    if last == at or not closed:
        return []
    name = "".join(t.text if t.text in DASHES else f" {t.text}" for t in tokens[at:last]).strip().replace("- ", "-")
    return [(PlaceValue(name, "village"), date.value.edtf, date.start, tokens[last - 1].end)]


def _part_of_name(token: Token) -> bool:
    return token.text[0].isupper() or token.text == "-"
