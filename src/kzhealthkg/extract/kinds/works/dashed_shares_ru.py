"""Sorts that a sentence counts out of a total with dashes or in brackets: из них 18 – медпункты; амбулаторий – семь; (3 ФАПа)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.between import bracketed
from kzhealthkg.extract.clause.lists_ru import preposition
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

OPENING = tuple(tuple(phrase.split()) for phrase in lexicon.words("kinds.works.dashed_shares_ru", "opening"))
FIRST = frozenset(phrase[0] for phrase in OPENING)
SIGNS = frozenset(",;.)(") | {"и", "а", "ещё", "еще"}


def counted_out(clause: Clause, found: list[Mention]) -> list[Mention]:
    """Return facilities, those that have the number of their sort before or behind a dash with that number."""
    return [_with_number(clause, m) for m in found] if not DASHES.isdisjoint(clause.words) else found


def shares(clause: Clause, total: Mention) -> list[Mention]:
    """Return the counted sorts that follow a total in its clause, [] where none are told, or more than the total."""
    found = [*_behind_opening(clause, total)] or _in_brackets(clause, total)
    sizes = [m.value.count.value for m in found if m.value.count is not None]
    fits = len(sizes) == len(found) and sum(sizes) <= total.value.count.value
    return found if fits else []


def _behind_opening(clause: Clause, total: Mention) -> Iterator[Mention]:
    """…, из них 18 – медпункты, семь – амбулатории; …, 18 из них – медпункты."""
    at = _opened(clause, total.last) if not DASHES.isdisjoint(clause.words) else None
    for mention in clause.mentions("facility", first=at) if at is not None else ():
        made = _with_number(clause, mention)
        if made is not mention and _is_sort(mention):
            yield made


def _opened(clause: Clause, first: int) -> int | None:
    """Return where the words that open the parts of a total end: из них, из которых."""
    norms = [t.norm for t in clause.sentence.tokens[: clause.last]]
    starts = (at for at in range(first, clause.last) if norms[at] in FIRST)
    return next((at + len(p) for at in starts for p in OPENING if tuple(norms[at : at + len(p)]) == p), None)


def _in_brackets(clause: Clause, total: Mention) -> list[Mention]:
    """25 объектов (18 медпунктов и 7 амбулаторий): the counted sorts in the brackets right behind a total."""
    tokens = clause.sentence.tokens
    if total.last >= clause.last or tokens[total.last].text != "(":
        return []
    inside, close = bracketed(clause), clause.last
    close = next((i for i in range(total.last, clause.last) if tokens[i].text == ")"), close)
    named = [m for m in clause.mentions("facility", first=total.last, last=close) if m.first in inside]
    return named if all(_is_sort(m) and m.value.count is not None for m in named) else []


def _is_sort(mention: Mention) -> bool:
    return not mention.value.name and mention.value.type not in ("", "medical-facility")


def _with_number(clause: Clause, mention: Mention) -> Mention:
    """Return a bare facility with the number that a dash parts it from, or as it is."""
    if mention.value.count is not None or preposition(clause, mention):
        return mention
    number = _ahead(clause, mention) or _behind(clause, mention)
    if number is None:
        return mention
    return replace(mention, value=replace(mention.value, count=number.value, plural=number.value.value > 1))


def _ahead(clause: Clause, mention: Mention) -> Mention | None:
    """18 – медпункты, 18 из них – медпункты: the number before the dash that a sort stands behind."""
    tokens, dash = clause.sentence.tokens, mention.first - 1
    while dash > clause.first and tokens[dash].best.pos == "ADJ":
        dash -= 1
    if dash <= clause.first or tokens[dash].text not in DASHES:
        return None
    end = dash - 2 if tuple(t.norm for t in tokens[dash - 2 : dash]) in OPENING else dash
    number = next((m for m in clause.mentions("number") if m.last == end), None)
    opens = number is not None and (
        tokens[number.first - 1].norm in (*SIGNS, "них", "которых", "числе") or not number.first
    )
    return number if opens else None


def _behind(clause: Clause, mention: Mention) -> Mention | None:
    """Медпунктов – 18: the number behind the dash that a sort stands before."""
    tokens, dash = clause.sentence.tokens, mention.last
    if dash >= clause.last or tokens[dash].text not in DASHES:
        return None
    number = next((m for m in clause.mentions("number") if m.first == dash + 1), None)
    ends = number is not None and (number.last >= clause.last or tokens[number.last].norm in SIGNS)
    return number if ends else None
