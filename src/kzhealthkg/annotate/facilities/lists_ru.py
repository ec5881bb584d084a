"""Russian facilities that share one head: Аральская и Шиелийская районные больницы, поликлиники № 3, 5 и 7."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kzhealthkg.annotate.facilities.counted_sorts import counted_sorts
from kzhealthkg.annotate.facilities.named_ru import bare_words
from kzhealthkg.annotate.facilities.names import place_inside
from kzhealthkg.annotate.facilities.words import noise
from kzhealthkg.annotate.facility_types import facility_type
from kzhealthkg.model import Mention, Sentence, Token
from kzhealthkg.morph import nominative
from kzhealthkg.morph.forms_ru import JOINING, agreeing

Unit = tuple[int, int]


def members(sentence: Sentence, whole: Mention, at: int, floor: int) -> list[Mention]:
    """Return the facilities that a plural head is said of, one by one, or the mention as it is."""
    several = whole.value.plural or any(r.plural for r in sentence.tokens[at].readings)
    if not several or whole.value.count is not None or whole.value.name:
        return [whole]
    return _numbered(sentence, whole, at) or _owned(sentence, whole, at, floor) or [whole]


def counted_each(sentence: Sentence, whole: Mention, at: int, floor: int) -> list[Mention]:
    """3 городские и 5 районных больниц: each number before the last one counts a sort of its own, without the head."""
    return counted_sorts(sentence, whole, floor, JOINING, lambda own: _sort(own, sentence.tokens[at]))


def _sort(own: tuple[Token, ...], head: Token) -> str:
    """Return the type that adjectives make of a head said behind them, "" where they are none or only praise."""
    describe = all(
        any(r.pos == "ADJ" and r.plural for r in t.readings) and not (_praises(t) or t.best.form) for t in own
    )
    noun = nominative((head,), "ru", singular=True)
    return facility_type(" ".join([*(agreeing(t.text, noun) for t in own), noun])) if own and describe else ""


def _numbered(sentence: Sentence, whole: Mention, at: int) -> list[Mention]:
    """Поликлиники № 3, 5 и 7: one sign is set before several numbers."""
    tokens, sign = sentence.tokens, whole.last - 2
    if sign <= at or tokens[sign].text != "№":
        return []
    found = [whole.last - 1, *_numbers(tokens, whole.last)]
    base = nominative(tokens[whole.first : sign], "ru", singular=True)
    gap = " " if tokens[sign].end < tokens[sign + 1].start else ""
    return [_one(sentence, whole, i, f"{base} №{gap}{tokens[i].text}") for i in found] if len(found) > 1 else []


def _numbers(tokens: tuple[Token, ...], at: int) -> Iterator[int]:
    while at + 1 < len(tokens) and tokens[at].norm in JOINING:
        number = at + 1 + (tokens[at + 1].text == "№")
        if number >= len(tokens) or not tokens[number].text.isdigit():
            return
        yield number
        at = number + 1


def _one(sentence: Sentence, whole: Mention, at: int, name: str) -> Mention:
    first = whole.first if at == whole.last - 1 else at
    value = replace(whole.value, name=name, plural=False, definite=False)
    tokens = sentence.tokens
    return replace(whole, first=first, last=at + 1, start=tokens[first].start, end=tokens[at].end, value=value)


def _owned(sentence: Sentence, whole: Mention, at: int, floor: int) -> list[Mention]:
    """Аральская и Шиелийская районные больницы: singular adjectives before a plural head are of one facility each."""
    units = _units(sentence, whole, floor, {r.case for r in sentence.tokens[at].readings if r.plural})
    if len(units) < 2 or any(_praises(sentence.tokens[i]) for first, last in units for i in range(first, last)):
        return []
    return [_of_unit(sentence, whole, at, unit, unit is units[-1]) for unit in units]


def _praises(token: Token) -> bool:
    return token.best.lemma in noise("ru")


def _units(sentence: Sentence, whole: Mention, floor: int, cases: set[str]) -> list[Unit]:
    """Return the runs of singular adjectives that signs of a list part, up to the shared words."""
    tokens, end = sentence.tokens, whole.first
    found: list[Unit] = []
    while end > floor:
        first = end
        while first > floor and _single(tokens[first - 1], cases):
            first -= 1
        if first == end:
            break
        found.insert(0, (first, end))
        end = first - 1 if first > floor and tokens[first - 1].norm in JOINING else floor
    joined = found and tokens[found[-1][0] - 1].norm == "и"
    return found if joined else []


def _single(token: Token, cases: set[str]) -> bool:
    return any(r.case in cases for r in token.readings if r.pos == "ADJ" and not r.plural)


def _of_unit(sentence: Sentence, whole: Mention, at: int, unit: Unit, is_last: bool) -> Mention:
    tokens = sentence.tokens
    own = " ".join(agreeing(t.text, tokens[at].text) for t in tokens[unit[0] : unit[1]])
    name = f"{own} {nominative(tokens[whole.first : whole.last], 'ru', singular=True)}"
    bare = all(t.best.lemma in bare_words() for t in (*tokens[unit[0] : unit[1]], *tokens[whole.first : at]))
    last = whole.last if is_last else unit[1]
    value = replace(
        whole.value,
        name="" if bare else name,
        type=facility_type(name) or whole.value.type,
        place=place_inside(sentence, *unit),
        plural=False,
        definite=False,
    )
    return replace(whole, first=unit[0], last=last, start=tokens[unit[0]].start, end=tokens[last - 1].end, value=value)
