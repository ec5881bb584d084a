"""Things in a row, each with its price: 90 млн теңгеге томограф, 45 млн теңгеге рентген аппараты алынды."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg.extract import chains
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit
from kzhealthkg.extract.kinds import goods
from kzhealthkg.extract.phrases import Phrase
from kzhealthkg.extract.syntax import Clause
from kzhealthkg.extract.themes import LIST_SIGNS
from kzhealthkg.model import Mention
from kzhealthkg.morph import nominative

PRICE = frozenset({"dat", "gen"})
"""The cases of 90 млн теңгеге томограф, 90 млн теңгенің томографы."""
OBJECT = frozenset({"nom", "acc", ""})


def parts(hit: Hit) -> list[tuple[Clause, Phrase]]:
    """Return the words of each member of a row with the thing that it prices; [] where the sums stand in none."""
    clause = hit.clause
    sums = [m for m in clause.mentions("money", last=hit.first) if m.case in PRICE]
    if clause.language != "kk" or len(sums) < 2 or len(sums) != len(clause.mentions("money", last=hit.first)):
        return []
    tokens = clause.sentence.tokens
    things = [p for p in goods.things(clause, last=hit.first) if tokens[p.head].best.case in OBJECT]
    cuts = _cuts(clause, sums, things) if len(things) == len(sums) else []
    if len(cuts) + 1 != len(sums):
        return []
    edges = [clause.first, *(at + 1 for at in cuts), clause.last]
    return [(replace(clause, first=a, last=b), item) for (a, b), item in zip(pairwise(edges), things, strict=True)]


def unowned(draft: Draft, item: Phrase) -> Draft:
    """90 млн теңгенің томографы: the ending that says what it is worth is no part of the thing's name."""
    clause = item.clause
    owned = any(m.case == "gen" and m.last == item.first for m in clause.mentions("money"))
    if owned:
        draft.slots["item"] = nominative(clause.sentence.tokens[item.first : item.last], "kk", singular=True, bare=True)
    return draft


def _cuts(clause: Clause, sums: list[Mention], things: list[Phrase]) -> list[int]:
    """Return the sign of a list behind each pair of a sum and a thing, before the next pair."""
    pairs = list(zip(sums, things, strict=True))
    ends = [max(money.last, item.last) for money, item in pairs]
    starts = [min(money.first, chains.left_edge(item)) for money, item in pairs]
    found = (
        next((i for i in range(end, start) if clause.sentence.tokens[i].norm in LIST_SIGNS), None)
        for end, start in zip(ends, starts[1:], strict=False)
    )
    return [at for at in found if at is not None]
