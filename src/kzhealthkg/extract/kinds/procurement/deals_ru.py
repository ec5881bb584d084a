"""How many of one thing each receiver gets in Russian: 10 машин – станции, по две – больницам A и B районов."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.kinds.goods.supplies import Pair, whole
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

TO = frozenset(lexicon.words("kinds.procurement.deals_ru", "to"))
JOINS = frozenset(lexicon.words("kinds.procurement.deals_ru", "joins"))
GETTING = lexicon.words("kinds.procurement.deals_ru", "getting")


def deals(clause: Clause, item: Phrase) -> list[Pair]:
    """Return who gets a thing, each with the number before it; [] where the clause does not deal it out."""
    if (row := _in_brackets(clause)) and len(row) > 1:
        return row
    numbers = [m for m in clause.mentions("number") if _counts(clause, m, item)]
    numbers = numbers or [m for m in [item.count] if m is not None and _each(clause, m)]  # по одной машине
    if not numbers:
        return []
    ends = [*(m.first for m in numbers[1:]), clause.last]
    groups = [(m, _receivers(clause, m.last, end)) for m, end in zip(numbers, ends, strict=True)]
    groups = [(number, found) for number, found in groups if found]
    sure = all(len(found) == 1 or _each(clause, number) for number, found in groups)
    if not sure or len(groups) < 1 + (not any(_each(clause, number) for number, _ in groups)):
        return []
    return [(receiver, number) for number, found in groups for receiver in found]


def _in_brackets(clause: Clause) -> list[Pair]:
    """Машины поступят в A (8), B (2): each place with its number in brackets."""
    tokens, numbers = clause.sentence.tokens, {m.first: m for m in clause.mentions("number")}
    opened = [p for p in clause.mentions("place") if p.last < clause.last and tokens[p.last].text == "("]
    found = [(p, numbers[p.last + 1]) for p in opened if p.last + 1 in numbers]
    return [(p, n) for p, n in found if n.last < len(tokens) and tokens[n.last].text == ")"]


def _each(clause: Clause, number: Mention) -> bool:
    return number.first > clause.first and clause.sentence.tokens[number.first - 1].norm == "по"


def _counts(clause: Clause, number: Mention, item: Phrase) -> bool:
    """Say whether a number counts the thing: beside it, beside its noun said again, or before a dash."""
    after = clause.sentence.tokens[number.last : number.last + 1]
    again = any(t.text in DASHES or t.best.lemma == item.clause.sentence.tokens[item.head].best.lemma for t in after)
    return number is item.count or again or _each(clause, number)


def _receivers(clause: Clause, first: int, last: int) -> list[Mention]:
    """Return the facilities and places between two tokens that get something, a list's members with the first one."""
    named = whole(clause.mentions("facility", "place", first=first, last=last))
    named = [m for m in named if m.type == "place" or m.value.name or not _owned(m, named)]
    found: list[Mention] = []
    for mention in named:
        before = clause.sentence.tokens[mention.first - 1]
        joined = bool(found) and mention.first - found[-1].last == 1 and before.norm in JOINS
        given = "dat" in {r.case for r in clause.sentence.tokens[mention.first].readings}
        got = is_lemma(before, *GETTING) and "nom" in {r.case for r in clause.sentence.tokens[mention.first].readings}
        if joined or given or got or before.norm in TO or before.text in DASHES or _behind_sort(clause, mention):
            found.append(mention)
    return found


def _owned(facility: Mention, named: list[Mention]) -> bool:
    """Больницам A и B районов: the districts behind say which."""
    return any(m.type == "place" and m.first == facility.last for m in named)


def _behind_sort(clause: Clause, place: Mention) -> bool:
    """Больницам A района: the district right behind a sort of facilities."""
    sorts = [m for m in clause.mentions("facility", last=place.first) if m.value.plural and not m.value.name]
    return bool(sorts) and sorts[-1].last == place.first
