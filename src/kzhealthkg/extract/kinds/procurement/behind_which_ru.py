"""A thing that a clause with "which" parts from its verb: томограф, который ждали два года, привезли."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.kinds.goods import goods
from kzhealthkg.extract.kinds.goods.goods import WHICH

OPENING = 2
"""Words behind a comma in which "which" stands: о котором."""
CASES = frozenset({"nom", "acc"})
NEAR = 5
"""Words between the comma behind the clause with "which" and the verb, at most."""


def behind_which(hit: Hit) -> list[Phrase]:
    """Return the thing right before the clause with "which" that ends where the clause of the verb begins."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if clause.language != "ru" or not clause.first or WHICH not in clause.sentence.words:
        return []
    if tokens[clause.first - 1].text != "," or hit.first - clause.first > NEAR or hit.frame.options.get("receiver"):
        return []
    commas = [i for i in range(clause.first - 1) if tokens[i].text == ","]
    opened = [i for i in commas if any(WHICH in t.words for t in tokens[i + 1 : i + 1 + OPENING])]
    if not opened or any(opened[-1] < i for i in commas if i not in opened):
        return []
    before = replace(clause, first=0, last=opened[-1])
    found = [p for p in goods.things(before) if p.last == opened[-1]]
    return [p for p in found if p.count is not None or CASES & {r.case for r in tokens[p.head].readings}][-1:]
