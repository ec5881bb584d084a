"""In how many places there is no house of health care, in Russian: в 45 сёлах нет медпунктов."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.model import Mention

PLACES = lexicon.words("kinds.indicator.without_ru", "places")
ABSENT = frozenset(lexicon.words("kinds.indicator.without_ru", "absent"))
HAVING = lexicon.words("kinds.indicator.without_ru", "having")
HOUSES = frozenset({"facility", "thing"})
LONGEST = 3
"""Words in the longest name of the places counted."""


def without(clause: Clause, memory: Memory) -> list[Draft]:
    """В 45 сёлах нет медпунктов, 45 сёл не имеют больниц: return how many places have none."""
    if clause.words.isdisjoint(PLACES):
        return []
    found = [(m, head) for m in clause.mentions("number") if (head := _place(clause, m)) is not None]
    return [d for m, head in found if (d := _without(clause, m, head, memory)) is not None]


def _place(clause: Clause, number: Mention) -> int | None:
    tokens = clause.sentence.tokens
    near = range(number.last, min(clause.last, number.last + LONGEST))
    return next((i for i in near if is_lemma(tokens[i], *PLACES)), None)


def _without(clause: Clause, number: Mention, head: int, memory: Memory) -> Draft | None:
    """12 сёл без ФАПов: so many places that have no house of health care."""
    tokens, first = clause.sentence.tokens, _lacked(clause, head + 1)
    at = next((i for i in range(first, min(clause.last, first + LONGEST)) if measures.sorts(clause, i) & HOUSES), None)
    if not first or at is None or not all(is_case(t, "gen") for t in tokens[first : at + 1]):
        return None
    last = measures.span(clause, at)[1]
    if not measures.of_health(clause, first, last) and "facility" not in measures.sorts(clause, at):
        return None
    places = counted_names.plural_ru(tokens[number.last : head + 1], head - number.last)
    draft = rates.drafted(
        clause, "indicator-without-ru", (f"{places} без {clause.text(first, last)}", number.first), number, memory
    )
    draft.cover(number.start, tokens[last - 1].end)
    return draft


def _lacked(clause: Clause, at: int) -> int:
    """Return where what is lacked begins, behind "нет" or "не имеют"; 0 where nothing is."""
    tokens = clause.sentence.tokens
    named = {i for m in clause.mentions("place") for i in range(m.first, m.last)}
    while at < clause.last and (at in named or (is_case(tokens[at], "gen") and tokens[at].norm not in ABSENT)):
        at += 1  # сёлах района
    norms = [t.norm for t in tokens[at : at + LONGEST]]
    if norms[:1] and norms[0] in ABSENT:
        return at + 1
    having = tokens[at + 1 : at + 2]
    return at + 2 if norms[:1] == ["не"] and any(is_lemma(t, *HAVING) for t in having) else 0
