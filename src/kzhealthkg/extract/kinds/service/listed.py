"""Services that a colon lists: жаңа әдістер енгізілді: A және B; внедрены новые форматы: A, B и C."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.between import bracketed
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import FINITE, Clause
from kzhealthkg.extract.context import wording

LONGEST = 6
"""Words in the longest member; a longer one is a sentence of its own."""
SIGNS = frozenset(lexicon.words("kinds.service.listed", "signs"))


def listed(hit: Hit, item: Phrase) -> list[tuple[Phrase, str]]:
    """Return the members of the list that a colon opens behind a plural thing; [] where there is none."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    colon = next((i for i in range(max(item.last, hit.last), len(tokens)) if tokens[i].text == ":"), None)
    if colon is None or colon > clause.last or not tokens[item.head].best.plural:
        return []
    behind = replace(clause, first=colon + 1, last=len(tokens))
    aside = bracketed(behind)
    found = list(_members(behind, aside))
    short = len(found) > 1 and all(0 < last - first <= LONGEST for first, last in found)
    told = any(t.best.form in FINITE for i, t in enumerate(behind.tokens, colon + 1) if i not in aside)
    return [_member(item, behind, first, last) for first, last in found] if short and not told else []


def _members(clause: Clause, aside: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield where each member stands, without what brackets say of it and the end of the sentence."""
    tokens, first = clause.sentence.tokens, clause.first
    for at in range(clause.first, clause.last):
        closed = at in aside or tokens[at].norm in SIGNS or tokens[at].text in ".!…"
        if closed and first < at:
            yield first, at
        first = at + 1 if closed else first
    if first < clause.last:
        yield first, clause.last


def _member(item: Phrase, clause: Clause, first: int, last: int) -> tuple[Phrase, str]:
    member = replace(item, clause=clause, first=first, last=last, head=last - 1, count=None)
    return member, wording.lowered(member, member.text())
