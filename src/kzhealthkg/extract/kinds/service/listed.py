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
from kzhealthkg.model import Token

LONGEST = 6
"""Words in the longest member; a longer one is a sentence of its own."""
SIGNS = frozenset(lexicon.words("kinds.service.listed", "signs"))


def listed(hit: Hit, item: Phrase) -> list[tuple[Phrase, str]]:
    """Return the members of the list that a colon opens behind a plural thing; [] where there is none."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    colon = _opening(clause, max(item.last, hit.last))
    plural = any(r.plural for r in tokens[item.head].readings)
    if colon is None or not (plural or item.count is not None):
        return []
    behind = replace(clause, first=colon + 1, last=len(tokens))
    aside = bracketed(behind)
    found = list(_members(behind, aside))
    short = len(found) > (tokens[colon].text == ":") and all(0 < last - first <= LONGEST for first, last in found)
    if _of_towns(behind, found) or (not plural and not _all_told(item, found, behind)):
        return []
    told = any(t.best.form in FINITE for i, t in enumerate(behind.tokens, colon + 1) if i not in aside)
    if tokens[colon].text != ":" and not all(_is_thing(tokens[first:last]) for first, last in found):
        return []
    return [_member(item, behind, first, last) for first, last in found] if short and not told else []


def _of_towns(behind: Clause, found: list[tuple[int, int]]) -> bool:
    """Открыты отделения: Астана, Алматы; … в Астане и Алматы: members that are where things are, not what they are."""
    tokens = behind.sentence.tokens
    towns = [(m.first, m.last) for m in behind.mentions("place", "facility")]
    house = tokens[behind.first - 2]  # в больницах: A и B
    where = behind.language == "ru" and house.best.case == "loc" and bool(house.best.plural)
    return where or any(_at_town(tokens, *member, towns) for member in found)


def _at_town(tokens: tuple[Token, ...], first: int, last: int, towns: list[tuple[int, int]]) -> bool:
    """Астана; в Астане; Тараз – хирургия; 2 – в Актобе; Алгинской: a member that is where something is."""
    dashed = any(t.text in DASHES for t in tokens[first:last])
    if any(first <= at <= first + 1 and (end >= last or dashed) for at, end in towns):
        return True
    counted = dashed and tokens[first].text[0].isdigit()
    adjective = last - first == 1 and tokens[first].best.pos == "ADJ" and tokens[first].text.istitle()
    return counted or adjective


def _all_told(item: Phrase, found: list[tuple[int, int]], behind: Clause) -> bool:
    """Үш бөлімше ашылады: A, B және C: as many members as were counted, none of them a clause of its own."""
    dashed = any(t.text in DASHES for t in behind.tokens)
    return item.count is not None and len(found) == item.count.value.value and not dashed


DASHES = frozenset("–—")


def _is_thing(words: tuple[Token, ...]) -> bool:
    """Криоабляция, инсультное: a thing, or of which sort it is; not "три впервые", "есть уникальные"."""
    plain = all(t.best.pos in ("NOUN", "ADJ", "PROPN", "X") and not t.best.form for t in words)
    return plain and (len(words) == 1 or words[-1].best.pos != "ADJ") and not words[0].best.plural


def _opening(clause: Clause, first: int) -> int | None:
    """Return where a colon opens a list right behind a clause, or where ", среди которых" ends."""
    norms = [t.norm for t in clause.sentence.tokens]
    colon = next((i for i in range(first, len(norms)) if norms[i] == ":"), None)
    if colon is not None and colon <= clause.last:
        return colon
    among = (i for i in range(first, len(norms) - 2) if norms[i] == "," and tuple(norms[i + 1 : i + 3]) in AMONG)
    return next((i + 2 for i in among if i <= clause.last), None)


AMONG = frozenset(tuple(phrase.split()) for phrase in lexicon.words("kinds.service.listed", "among"))


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
    said = wording.lowered(member, member.text())
    if last - first == 1 and clause.sentence.tokens[first].best.pos == "ADJ":  # отделения, среди которых инсультное
        said = f"{said} {replace(item, first=item.head, last=item.head + 1, count=None).text(singular=True)}"
    return member, said
