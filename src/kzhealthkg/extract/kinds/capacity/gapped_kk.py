"""Figures of houses told in a row whose noun and verb only the last one says: А ауруханасында 60, Б ауруханасында 80 төсек бар."""

from __future__ import annotations

from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import sizes
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

LEADING = 3
"""Words from a house to its figure, at most."""
SIDES = ("bed", "place", "person", "staff")
Row = tuple[Mention, Mention, int, str]
"""A house, its figure, the last word that tells it, and its unit."""


def gapped(clause: Clause, told: list[Draft]) -> list[Row]:
    """Return the houses before the one a Kazakh clause tells a capacity of, each with a figure of its own."""
    if clause.language != "kk" or len(told) != 1 or len(clause.mentions("facility")) < 2:
        return []
    number = next((m for m in clause.mentions("number", last=clause.last - 1) if m.start in told[0].used), None)
    own = _house(clause, number) if number is not None else None
    if number is None or own is None:
        return []
    noun, found, following = clause.sentence.tokens[number.last], list[Row](), own
    for figure in reversed(clause.mentions("number", last=own.first)):
        house, at = _house(clause, figure), _end(clause, figure, noun)
        if house is None or house.case != own.case or not _goes_on(clause, at, following):
            break
        unit = _unit(clause, (house, figure, at - 1, str(told[0].slots.get("unit", ""))))
        if unit in VISITS and not (at > figure.last or _rates(clause, house, figure)) and _rates(clause, own, number):
            break  # аурухана 120, емхана ауысымына 250 келушіге арналған
        found.append((house, figure, at - 1, unit))
        following = house
    return found[::-1]


VISITS = ("visits-per-shift", "visits-per-day")


def _unit(clause: Clause, row: Row) -> str:
    """Return the unit that a figure's own noun or rate says, or that of the last figure."""
    house, figure, at, shared = row
    own = sizes.words("kk", *SIDES).get(clause.sentence.tokens[at].best.lemma, "") if at >= figure.last else shared
    return own if own in ("beds", "staff") else next(iter(_rates(clause, house, figure)), own)


def _rates(clause: Clause, house: Mention, figure: Mention) -> list[str]:
    return [rate for t in clause.sentence.tokens[house.last : figure.first] if (rate := sizes.rate(t))]


def _house(clause: Clause, number: Mention) -> Mention | None:
    """Return the one house right before a figure, with no more than a rate or a dash between."""
    tokens = clause.sentence.tokens
    named = clause.mentions("facility", last=number.first)
    house = named[-1] if named and not named[-1].value.plural else None
    between = tokens[house.last : number.first] if house is not None else ()
    leads = len(between) <= LEADING and all(
        sizes.rate(t) is not None or t.norm == "бір" or t.text in DASHES for t in between
    )
    return house if leads else None


def _end(clause: Clause, figure: Mention, noun: Token) -> int:
    """Return where a figure ends, with a noun of its own in the case that the last one's has."""
    token = clause.sentence.tokens[figure.last]
    owned = token.best.case == noun.best.case and is_lemma(token, *sizes.words("kk", *SIDES))
    return figure.last + owned


def _goes_on(clause: Clause, at: int, following: Mention) -> bool:
    """Say whether right behind a figure the next house is told."""
    signs = clause.sentence.tokens[at : following.first]
    return 0 < len(signs) <= 2 and all(t.norm in LIST_SIGNS or t.norm == "ал" for t in signs)
