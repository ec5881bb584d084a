"""Changes behind a dash in Russian that share the verb before: МРТ — с 30 до 14 дней, число осложнений — почти вдвое."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import WITH
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.figures import rates
from kzhealthkg.extract.figures.from_to import from_to
from kzhealthkg.extract.kinds.indicator.multiples import LEAST_TIMES, TIMES
from kzhealthkg.model import Mention, Quantity

DASHES = frozenset("–—-")


def pairs(clause: Clause) -> list[tuple[int, tuple[Mention, Mention]]]:
    """Return each dash with the two values "from" and "to" that stand right behind it."""
    tokens = clause.sentence.tokens
    if clause.language != "ru" or DASHES.isdisjoint(clause.words):
        return []
    found = []
    for dash in range(clause.first + 1, clause.last - 1):
        if tokens[dash].text in DASHES and tokens[dash + 1].norm in WITH:
            said = [*clause.mentions("percent", "number"), *rates.ages(clause)]
            pair = from_to(clause, sorted((m for m in said if m.first > dash), key=lambda m: m.first))[:1]
            found += [(dash, p) for p in pair if p[0].first == dash + 2]
    return found


def without_unit(clause: Clause) -> list[Mention]:
    """От рака – на 18 процентов, от травм – на 8: percentages whose unit another figure of the list has said."""
    tokens = clause.sentence.tokens
    if "percent" not in clause.named:
        return []
    bare = [m for m in clause.mentions("number") if m.last == clause.last or tokens[m.last].norm in CLOSING]
    dashed = [m for m in bare if tokens[m.first - 1].norm == BY and tokens[m.first - 2].text in DASHES]
    return [replace(m, type="percent") for m in dashed]


BY = lexicon.words("kinds.indicator.elided_steps_ru", "by")[0]
CLOSING = frozenset(lexicon.words("kinds.indicator.elided_steps_ru", "closing"))


def by_word(clause: Clause, nearly: frozenset[str]) -> list[Mention]:
    """Return "вдвое", "почти втрое" behind a dash as the figures that they tell."""
    tokens, found = clause.sentence.tokens, []
    if clause.language != "ru" or clause.words.isdisjoint(TIMES):
        return []
    for at in range(clause.first + 2, clause.last):
        if tokens[at].norm in TIMES:
            first = at - (tokens[at - 1].norm in nearly)
            if tokens[first - 1].text in DASHES:
                value = Quantity(Decimal(TIMES.index(tokens[at].norm) + LEAST_TIMES), bound="about" * (first < at))
                found.append(Mention("number", first, at + 1, tokens[first].start, tokens[at].end, value, "nom"))
    return found
