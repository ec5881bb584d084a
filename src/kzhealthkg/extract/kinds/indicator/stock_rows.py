"""Rows of what a stock is made up of, told without a verb: олар – 1 аурухана, 10 амбулатория, 18 пункт."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.syntax import FINITE, Clause, words
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.measured_before import PART, latest
from kzhealthkg.extract.kinds.indicator.part_totals import part_of
from kzhealthkg.extract.kinds.indicator.stocks import THINGS, is_countable
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

OPENINGS = lexicon.words("kinds.indicator.stock_rows", "openings")
OPENING = 3
"""Words of the longest opening, its sign among them."""
LEAST = 2
"""Members of the shortest row."""


def row(clause: Clause, memory: Memory) -> list[Draft]:
    """Return a draft for each member of a row without a verb that details the stock counted just before."""
    if clause.language == "ru" or "number" not in clause.named:
        return []
    total, whole = latest(clause, memory), clause.whole
    first = _opened(clause)
    if total is None or first is None or not total.rule.startswith(STOCK) or total.rule == PART:
        return []
    tokens = whole.sentence.tokens[first:]
    members = list(_members(whole, first)) if not any(t.best.form in FINITE for t in tokens) else []
    known = all(is_countable(whole, last - 1, THINGS, memory) for _, _, last in members)
    fits = sum(number.value.value for number, _, _ in members) <= total.slots["value"]
    if len(members) < LEAST or not (known and fits):
        return []
    return [_draft(whole, *member, total) for member in members]


STOCK = "indicator-stock"


def _opened(clause: Clause) -> int | None:
    """Return where the row of a clause begins: behind a colon, or at the head of a sentence that takes a total up."""
    tokens = clause.sentence.tokens
    if clause.first and tokens[clause.first - 1].text == ":":
        return clause.first
    return 0 if clause.first <= OPENING and words(tokens[:OPENING]).lower().startswith(OPENINGS) else None


def _members(clause: Clause, first: int) -> Iterator[tuple[Mention, int, int]]:
    """Yield each number of a row with where the words of what it counts begin and end; a last verb of being is none."""
    tokens = clause.sentence.tokens
    for number in clause.mentions("number", first=first):
        start = number.last + (number.last < clause.last and tokens[number.last].text in DASHES)
        ends = (i for i in range(start, clause.last) if tokens[i].norm in LIST_SIGNS or tokens[i].text in ".;")
        last = next(ends, clause.last)
        yield number, start, max(last, start + 1)


def _draft(clause: Clause, number: Mention, first: int, last: int, total: Draft) -> Draft:
    draft = part_of(clause, number, last - 1, total)
    draft.say("measure", counted_names.singular_kk(clause.sentence.tokens[first:last]))
    return draft
