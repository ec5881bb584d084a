"""Things in a row, each with its price: 90 млн теңгеге томограф, 45 млн теңгеге рентген аппараты; томограф за 90 млн, рентген за 45 млн."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg.extract.clause import chains
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.goods import goods
from kzhealthkg.model import Mention
from kzhealthkg.morph import nominative

PRICE = frozenset({"dat", "gen"})
"""The cases of 90 млн теңгеге томограф, 90 млн теңгенің томографы."""
OBJECT = frozenset({"nom", "acc", ""})


def parts(hit: Hit) -> list[tuple[Clause, Phrase, bool]]:
    """Return the words of each member of a row, its thing, and whether the price is that one's alone; [] for no row."""
    clause = hit.clause
    sums = [m for m in clause.mentions("money", last=hit.first) if m.case in PRICE]
    if clause.language != "kk" or len(sums) < 2 or len(sums) != len(clause.mentions("money", last=hit.first)):
        return []
    tokens = clause.sentence.tokens
    things = [p for p in goods.things(clause, last=hit.first) if tokens[p.head].best.case in OBJECT]
    groups = _groups(sums, things)
    cuts = _cuts(clause, sums, groups) if groups else []
    if len(cuts) + 1 != len(sums):
        return []
    edges = [clause.first, *(at + 1 for at in cuts), clause.last]
    rows = zip(pairwise(edges), groups, strict=True)
    return [(replace(clause, first=a, last=b), item, len(group) == 1) for (a, b), group in rows for item in group]


def _groups(sums: list[Mention], things: list[Phrase]) -> list[list[Phrase]]:
    """Return the things behind each sum up to the next; one thing each may stand before its sum; [] where a sum has none."""
    floors = [m.last for m in sums]
    behind = [[p for p in things if a <= p.first < b] for a, b in pairwise([*floors, things[-1].last if things else 0])]
    if len(behind) == len(sums) and all(behind) and not any(p.first < floors[0] for p in things):
        return behind
    return [[p] for p in things] if len(things) == len(sums) else []


def unowned(draft: Draft, item: Phrase) -> Draft:
    """90 млн теңгенің томографы: the ending that says what it is worth is no part of the thing's name."""
    clause = item.clause
    owned = any(m.case == "gen" and m.last == item.first for m in clause.mentions("money"))
    if owned:
        draft.slots["item"] = nominative(clause.sentence.tokens[item.first : item.last], "kk", singular=True, bare=True)
    return draft


def _cuts(clause: Clause, sums: list[Mention], groups: list[list[Phrase]]) -> list[int]:
    """Return the sign of a list behind each sum with its things, before the next pair."""
    pairs = list(zip(sums, groups, strict=True))
    ends = [max(money.last, group[-1].last) for money, group in pairs]
    starts = [min(money.first, chains.left_edge(group[0])) for money, group in pairs]
    found = (
        next((i for i in range(end, start) if clause.sentence.tokens[i].norm in LIST_SIGNS), None)
        for end, start in zip(ends, starts[1:], strict=False)
    )
    return [at for at in found if at is not None]


def own_prices(clause: Clause, items: list[Phrase]) -> dict[int, list[Mention]]:
    """Return the price of each of several Russian things by its head, where sums stand between them; {} where none does.

    Томограф за 90 млн тенге и рентген за 45 млн; a sum that stands by several things is of none of them.
    """
    sums = clause.mentions("money") if clause.language == "ru" and len(items) > 1 else []
    after = [(m, sum(p.head < m.first for p in items)) for m in sums]
    if not any(0 < n < len(items) for _, n in after):
        return {}
    ahead = after[0][1] == 0 and after[-1][1] < len(items)  # за 90 млн тенге томограф, за 45 млн рентген
    edges = [n for _, n in after] + [len(items)] if ahead else [0, *(n for _, n in after)]
    groups = zip(sums, (items[a:b] for a, b in pairwise(edges)), strict=True)
    return {group[0].head: [money] for money, group in groups if len(group) == 1}
