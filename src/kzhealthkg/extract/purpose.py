"""What money is for: the Kazakh dative or "үшін" phrase before the sum."""

from __future__ import annotations

from dataclasses import dataclass

from kzhealthkg.extract.roles import connectors
from kzhealthkg.extract.syntax import Clause, words
from kzhealthkg.model import Mention, Token
from kzhealthkg.morph import nominative

ATTRIBUTION = 6
"""Words in the longest "X-тің айтуынша," that opens a clause."""
POSTPOSITIONS = frozenset({"үшін", "мақсатында", "мақсатымен"})


@dataclass(frozen=True, slots=True)
class Purpose:
    """A purpose: its nominative text, its clean-text span, and the facility it names as owner."""

    text: str
    start: int
    end: int
    facility: Mention | None = None


def purpose(clause: Clause, money: Mention, skip: tuple[int, int]) -> Purpose | None:
    """Return what the money of a clause is for; ``skip`` is the span that says whose money it is."""
    end = _end_kk(clause, money, skip)
    return None if end is None else _purpose_kk(clause, end, skip)


def _end_kk(clause: Clause, money: Mention, skip: tuple[int, int]) -> int | None:
    """Return the end (exclusive) of the purpose: its dative word, or the word before "үшін"."""
    tokens = clause.sentence.tokens
    for i in range(money.first - 1, clause.first - 1, -1):
        if skip[0] <= tokens[i].start < skip[1]:
            continue
        if tokens[i].norm in POSTPOSITIONS:
            return i
        if _dative(tokens[i]) and not _place_at(clause, i):
            return i + 1
    return None


def _dative(token: Token) -> bool:
    return token.best.case == "dat" and token.best.pos in ("NOUN", "VERB", "PROPN")


def _place_at(clause: Clause, i: int) -> bool:
    return any(m.first <= i < m.last for m in clause.mentions("place", "date"))


def _purpose_kk(clause: Clause, end: int, skip: tuple[int, int]) -> Purpose | None:
    tokens = clause.sentence.tokens
    first = _start_kk(clause, end, skip)
    named = [m for m in clause.mentions("facility", first=first, last=end) if m.value.name]
    start = tokens[first].start
    owner = named[0] if len(named) == 1 else None
    if owner is not None and owner.case == "gen" and owner.first - first <= 3 and owner.last < end:
        first = owner.last
    if first >= end:
        return None
    text = nominative(tokens[first:end], "kk")
    return Purpose(text, start, tokens[end - 1].end, owner)


def _start_kk(clause: Clause, end: int, skip: tuple[int, int]) -> int:
    """Return where the purpose begins: after openings, dates, sources and places of the clause."""
    tokens = clause.sentence.tokens
    first = clause.first
    moved = True
    while moved and first < end - 1:
        moved = False
        for step in (_opening(clause, first), _mention_at(clause, first), _skipped(tokens, first, skip)):
            if step:
                first, moved = first + step, True
                break
    return first


def _opening(clause: Clause, first: int) -> int:
    tokens = clause.sentence.tokens
    if not tokens[first].text[0].isalnum() and tokens[first].text not in '«“"':
        return 1
    said = next(
        (i for i in range(first, min(first + ATTRIBUTION, clause.last - 1)) if tokens[i].best.case == "equ"), None
    )
    if said is not None and tokens[said + 1].text == ",":
        return said + 2 - first
    for phrase, _ in connectors(clause.language):
        count = len(phrase.split())
        if words(tokens[first : first + count]).lower() == phrase:
            return count
    return 0


def _mention_at(clause: Clause, first: int) -> int:
    """Dates, programmes and places in a local case stand before a purpose and are no part of it."""
    for mention in clause.mentions("date", "programme", "place"):
        if mention.first == first and (mention.type != "place" or mention.case in ("loc", "dat", "gen")):
            return mention.last - first
    norm = clause.sentence.tokens[first].norm
    return (
        1
        if norm
        in (
            "аясында",
            "шеңберінде",
            "бойынша",
            "облыста",
            "өңірде",
            "аймақта",
            "ауданда",
            "қалада",
            "облысқа",
            "өңірге",
        )
        else 0
    )


def _skipped(tokens: tuple[Token, ...], first: int, skip: tuple[int, int]) -> int:
    return 1 if skip[0] <= tokens[first].start < skip[1] else 0
