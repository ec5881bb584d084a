"""Receivers in a row, each with its own things: A ауруханасына томограф, B емханасына рентген аппараты орнатылды."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import chains
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.kinds.goods import goods, supplies
from kzhealthkg.model import Mention

SIGNS = frozenset(lexicon.words("kinds.procurement.receiver_rows", "signs"))
OBJECT = frozenset({"nom", "acc", ""})


def parts(hit: Hit) -> list[tuple[Clause, Phrase, bool]]:
    """Return the words of each member of a row with each of its things, as rows by price are; [] for no row."""
    clause = hit.clause
    if clause.mentions("money"):
        return []
    if clause.language == "ru":
        return _behind_colon(clause) if ":" in clause.sentence.words else []
    found = supplies.whole([m for m in clause.mentions("facility", "place", last=hit.first) if m.case == "dat"])
    if len(found) < 2:
        return []
    tokens = clause.sentence.tokens
    things = [p for p in goods.things(clause, last=hit.first) if tokens[p.head].best.case in OBJECT]
    groups = _groups(found, things)
    cuts = [_cut(clause, a[-1].last, r) for a, r in zip(groups, found[1:], strict=False)]
    if not groups or None in cuts:
        return []
    edges = [clause.first, *(at + 1 for at in cuts if at is not None), clause.last]
    return [
        (replace(clause, first=a, last=b), p, True)
        for (a, b), ps in zip(pairwise(edges), groups, strict=True)
        for p in ps
    ]


def _behind_colon(clause: Clause) -> list[tuple[Clause, Phrase, bool]]:
    """Куплены два аппарата: томограф – для A, ангиограф – для B: each thing with the receiver behind it."""
    tokens = clause.sentence.tokens
    sign = next((i for i in range(clause.first, clause.last) if tokens[i].text == ":"), clause.last)
    found = supplies.whole([m for m in clause.mentions("facility", "place") if m.first > sign])
    things = goods.things(clause, first=sign + 1) if len(found) > 1 else []
    edges = [*(chains.left_edge(p) for p in things), clause.last]
    if len(things) != len(found) or not all(a < m.first < b for m, (a, b) in zip(found, pairwise(edges), strict=True)):
        return []
    pairs = zip(things, pairwise(edges), strict=True)
    return [(replace(clause, first=a, last=b), p, True) for p, (a, b) in pairs]


def _groups(found: list[Mention], things: list[Phrase]) -> list[list[Phrase]]:
    """Return the things behind each receiver; [] where one has none, or a thing stands before them all."""
    ends = [*(m.first for m in found[1:]), things[-1].last + 1 if things else 0]
    groups = [[p for p in things if m.last <= chains.left_edge(p) < end] for m, end in zip(found, ends, strict=True)]
    return groups if all(groups) and sum(map(len, groups)) == len(things) else []


def _cut(clause: Clause, first: int, receiver: Mention) -> int | None:
    """Return the sign right behind a member's last thing, where the next receiver's words begin."""
    signs = [i for i in range(first, receiver.first) if clause.sentence.tokens[i].norm in SIGNS]
    return signs[-1] if signs and signs[0] == first else None
