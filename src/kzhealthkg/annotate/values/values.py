"""Numbers, money and percents of a sentence, with their bounds; years, durations and names of models are none."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.marks import VALUE
from kzhealthkg.annotate.values import bare_sums, numbers, uncounted
from kzhealthkg.annotate.values.bounds import (
    Span,
    approximate,
    case_of,
    passed,
    said_before,
    said_behind,
    said_behind_noun,
)
from kzhealthkg.annotate.values.numbers import Number
from kzhealthkg.model import Mention, Quantity, Sentence, Token
from kzhealthkg.model.frozen import replace
from kzhealthkg.morph import ending_case
from kzhealthkg.text.quotation import DASHES

COLLECTIVE = lexicon.words("annotate.values.values", "collective")
_ENDING = 4
"""Letters in the longest ending."""


def find_values(sentence: Sentence, language: str) -> list[Mention]:
    """Return the mentions of type number, money and percent, in order and without overlap."""
    if not sentence.marks & VALUE:
        return []
    tokens = sentence.tokens
    found: list[Mention] = []
    after = 0
    for place in [i for i, token in enumerate(tokens) if token.marks & VALUE]:
        if place < after:
            continue
        span, after = _span(tokens, place, language)
        if span is None:
            continue
        if span.kind not in ("time", "age"):
            found.append(_bounded(tokens, span, language, found[-1].last if found else 0))
        after = max(found[-1].last if found else 0, span.last)
    return bare_sums.as_money(tokens, found)


def may_begin(token: Token, language: str) -> bool:
    """Whether a number or a sign of money may begin at a token: not at the most words."""
    if numbers.may_begin(token, language):
        return True
    return not token.text.isalpha() and _unit_word(token.norm, language) is not None


def _span(tokens: Sequence[Token], first: int, language: str) -> tuple[Span | None, int]:
    """Return the value that begins at a token, or None, and where a number that is none ends: nothing begins inside."""
    sign = _unit(tokens, first, language)
    lead = sign is not None and sign[1] == "money" and not tokens[first].text.isalpha()
    number = numbers.parse(tokens, first + lead, language)
    if number is None:
        return None, first + 1
    behind = first + 1 if lead else number.last
    if _is_part(tokens[number.last - 1], number):
        return _measured(tokens, number, None, None, 0), behind
    number, low = _range(tokens, _out_of(tokens, number, language), language)
    unit = sign if lead else _unit(tokens, number.last, language)
    if (
        uncounted.word_only(tokens, number)
        if number.word
        else not unit and uncounted.named(tokens, first, number, language)
    ):
        return None, behind
    whole = replace(number, first=first) if lead else number
    return _measured(tokens, whole, low, unit, 0 if lead else _width(tokens, number.last, language)), behind


def _is_part(token: Token, number: Number) -> bool:
    """Соның 3-і жыл бойы, оның үшеуі жыл соңына дейін: a part, no years."""
    return token.best.possessive and (token.best.lemma.endswith(COLLECTIVE) if number.word else "-" in token.text)


def _measured(
    tokens: Sequence[Token], number: Number, low: Decimal | None, unit: tuple[str, str] | None, width: int
) -> Span:
    last = number.last + (width if unit else 0)
    if not unit and tokens[last - 1].text == "." and not tokens[last].text[0].islower():  # 4,2 тыс. врачей
        last -= 1
    if unit and unit[1] in ("time", "age"):
        return Span(Quantity(number.value), unit[1], number.first, last, "")
    code, kind = unit or ("", "number")
    case = _apart(tokens, last) or case_of(tokens[last - 1])
    return Span(Quantity(number.value, code, low=low), kind, number.first, last, case)


def _range(tokens: Sequence[Token], number: Number, language: str) -> tuple[Number, Decimal | None]:
    """Take "3-4 мың" and "от 5 до 7" together: the upper number and the lower one."""
    place = number.last
    if place + 1 >= len(tokens) or not (tokens[place].text in DASHES or _from_to(tokens, number, language)):
        return number, None
    upper = numbers.parse(tokens, place + 1, language)
    if upper is None or (not number.scaled and upper.value <= number.value):
        return number, None
    low = numbers.plain(number.value * _scale(upper, tokens)) if not number.scaled else number.value
    return (
        (Number(upper.value, number.first, upper.last, number.word, upper.scaled), low)
        if low < upper.value
        else (number, None)
    )


def _out_of(tokens: Sequence[Token], number: Number, language: str) -> Number:
    """640 из 980 млн тенге: the part, of the same scale as the whole sum, over the tokens of both."""
    place = number.last
    whole = (
        numbers.parse(tokens, place + 1, language) if tokens[place : place + 1] and tokens[place].norm == "из" else None
    )
    if whole is None or (_unit(tokens, whole.last, language) or ("", ""))[1] != "money":
        return number
    scale = Decimal(1) if number.scaled else _scale(whole, tokens)
    return replace(number, value=numbers.plain(number.value * scale), last=whole.last, scaled=True)


def _scale(number: Number, tokens: Sequence[Token]) -> Decimal:
    simple = numbers.figure(tokens[number.first])
    return number.value / simple if number.scaled and simple else Decimal(1)


def _from_to(tokens: Sequence[Token], number: Number, language: str) -> bool:
    before = tokens[number.first - 1].norm if number.first else ""
    return language == "ru" and before == "от" and tokens[number.last].norm == "до"


def _unit(tokens: Sequence[Token], place: int, language: str) -> tuple[str, str] | None:
    """The unit code and kind of the word or sign at ``place``, also of "АҚШ доллары"."""
    if place >= len(tokens):
        return None
    word = (
        tokens[place + 1].norm if _country(tokens, place) or _described(tokens, place, language) else tokens[place].norm
    )
    if word == "тәулік" and place + 1 < len(tokens) and tokens[place + 1].norm.startswith("бой"):
        return None  # "51 тәулік бойғы төсек" are beds, not days
    return _unit_word(word, language)


@lru_cache(maxsize=50_000)
def _unit_word(word: str, language: str) -> tuple[str, str] | None:
    whole, begins = _units("ru" if language == "ru" else "kk")
    if word in whole:
        return whole[word]
    found = next((unit for start, unit in begins if word.startswith(start)), None)
    return None if found == ("", "none") else found


def _country(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].norm == "ақш" and place + 1 < len(tokens) and tokens[place + 1].norm.startswith("доллар")


def _described(tokens: Sequence[Token], place: int, language: str) -> bool:
    """Миллиардов бюджетных тенге: an adjective before the unit of money."""
    following = tokens[place + 1 : place + 2]
    adjective = language == "ru" and bool(following) and tokens[place].best.pos == "ADJ"
    return adjective and (_unit_word(following[0].norm, language) or ("", ""))[1] == "money"


def _width(tokens: Sequence[Token], place: int, language: str) -> int:
    """How many tokens the unit at ``place`` takes: АҚШ доллары, долларов США, тг."""
    if place >= len(tokens) or _unit(tokens, place, language) is None:
        return 0
    if _country(tokens, place) or _described(tokens, place, language):
        return 2
    after = tokens[place + 1].norm if place + 1 < len(tokens) else ""
    return 2 if after == "сша" else 1


@cache
def _units(language: str) -> tuple[dict[str, tuple[str, str]], tuple[tuple[str, tuple[str, str]], ...]]:
    rows = [row for row in lexicon.table("units") if row["language"] in ("any", language)]
    whole = {row["form"]: (row["unit"], row["kind"]) for row in rows if not row["form"].endswith("*")}
    begins = [(row["form"][:-1], (row["unit"], row["kind"])) for row in rows if row["form"].endswith("*")]
    return whole, tuple(begins)


def _apart(tokens: Sequence[Token], last: int) -> str:
    """Return the case of an ending that some write apart from its figure: 33,8% – ды, 15 — ке; "" for none."""
    near = tokens[last : last + 2]
    if len(near) < 2 or near[0].text not in DASHES or near[0].start - tokens[last - 1].end > 1:
        return ""
    case = ending_case(near[1].norm) if len(near[1].norm) <= _ENDING else ""
    return case if case != "nom" else ""


def _bounded(tokens: Sequence[Token], span: Span, language: str, floor: int) -> Mention:
    first, bound = said_before(tokens, span, language, floor)
    last = span.last
    if not bound:
        last, bound = said_behind(tokens, span, language)
    if not bound:
        bound = approximate(tokens, span, language) or said_behind_noun(tokens, span, language) or passed(tokens, span)
    if bound and last > span.last:
        span, last = _unit_behind(tokens, span, last, language)
    quantity = replace(span.quantity, bound=bound) if bound else span.quantity
    case = "" if language == "ru" else span.case
    return Mention(span.kind, first, last, tokens[first].start, tokens[last - 1].end, quantity, case)


def _unit_behind(tokens: Sequence[Token], span: Span, last: int, language: str) -> tuple[Span, int]:
    """1,2 млрд-тан астам теңге, 40-тан астам пайыз: the unit stands behind the word of the bound."""
    code, kind = _unit(tokens, last, language) or ("", "")
    if span.kind != "number" or kind not in ("money", "percent"):
        return span, last
    last += _width(tokens, last, language)
    quantity = replace(span.quantity, unit=code)
    return replace(span, quantity=quantity, kind=kind, case=case_of(tokens[last - 1])), last
