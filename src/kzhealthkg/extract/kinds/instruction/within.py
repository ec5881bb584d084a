"""How long a task may take: екі апта ішінде, бір ай мерзімде; в течение двух недель, в месячный срок."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Token

DAYS = lexicon.words("kinds.instruction.within", "days")
WEEKS = lexicon.words("kinds.instruction.within", "weeks")
MONTHS = lexicon.words("kinds.instruction.within", "months")
WITHIN = frozenset(lexicon.words("kinds.instruction.within", "within"))
IN = frozenset(lexicon.words("kinds.instruction.within", "in"))
MONTHLY = frozenset(lexicon.words("kinds.instruction.within", "monthly"))
WEEK = 7
MONTHS_A_YEAR = 12


def within(clause: Clause, today: str) -> str:
    """Return the last day, or the month, of the time that a clause gives from today on; "" for none."""
    if not today or clause.sentence.words.isdisjoint(WITHIN | IN | MONTHLY):
        return ""
    tokens = clause.sentence.tokens
    for at in range(clause.first, clause.last):
        unit = _unit(tokens[at])
        if unit and (count := _count(clause, at)):
            return _later(today, count, unit)
    monthly = any(t.norm in MONTHLY for t in clause.tokens)
    return _later(today, 1, "month") if monthly else ""


def _count(clause: Clause, at: int) -> int:
    """Return how many of the unit at a token a task may take, 0 where the words beside it make it no term."""
    tokens = clause.sentence.tokens
    if clause.language == "kk":
        behind = any(t.norm in WITHIN for t in tokens[at + 1 : at + 2])
        return _number(tokens[at - 1]) if behind and at > clause.first else 0
    number = _number(tokens[at - 1]) if at > clause.first else 0
    before = tokens[at - 1 - bool(number)]
    return (number or 1) if before.norm in IN else 0


def _number(token: Token) -> int:
    if token.text.isdigit():
        return int(token.text)
    known = _units()
    return next((known[word] for word in (token.norm, token.best.lemma) if word in known), 0)


@cache
def _units() -> dict[str, int]:
    """Return the words for one to ten with what they are worth."""
    rows = [row for row in lexicon.table("numerals") if row["kind"] in COUNTED and row["value"].isdigit()]
    return {row["form"]: int(row["value"]) for row in rows if int(row["value"]) <= MOST}


COUNTED = frozenset({"unit", "ten", "article"})
MOST = 10


def _unit(token: Token) -> str:
    units = {"day": DAYS, "week": WEEKS, "month": MONTHS}
    return next((unit for unit, words in units.items() if is_lemma(token, *words)), "")


def _later(today: str, count: int, unit: str) -> str:
    if unit != "month":
        return str(date.fromisoformat(today) + timedelta(days=count * (WEEK if unit == "week" else 1)))
    year, month = divmod(int(today[:4]) * MONTHS_A_YEAR + int(today[5:7]) - 1 + count, MONTHS_A_YEAR)
    return f"{year:04}-{month + 1:02}"
