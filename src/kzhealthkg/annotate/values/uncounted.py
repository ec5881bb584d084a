"""Figures that count nothing: years, dates, addresses, telephones, numbers of schools, names of models."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.values import numbers
from kzhealthkg.annotate.values.date_words import is_month
from kzhealthkg.annotate.values.numbers import Number
from kzhealthkg.model import Token
from kzhealthkg.text.quotation import DASHES

_ORDINAL = re.compile(r"[ivx]+|\d+-?ш[іы]|.+[ыі]?нш[ыі]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z.-]*")
_JOINS = frozenset(lexicon.words("annotate.values.uncounted", "joins"))
_BOUNDING = frozenset(lexicon.words("annotate.values.uncounted", "bounding"))
_ONE_PART = lexicon.words("annotate.values.uncounted", "one_part")
_OF = lexicon.words("annotate.values.uncounted", "of")
_ALONE = (Decimal(1), Decimal("0.5"))


def word_only(tokens: Sequence[Token], number: Number) -> bool:
    """Return whether a numeral in words is none: бір alone is an article, IV тоқсан a quarter."""
    if number.first and (_ORDINAL.fullmatch(tokens[number.first - 1].norm) or _in_name(tokens, number.first)):
        return True
    more = tokens[number.last].norm if number.last < len(tokens) else ""
    if _ORDINAL.fullmatch(more):
        return True  # он екінші
    if more.startswith(_ONE_PART) and tokens[number.last - 1].norm.endswith(_OF):
        return True  # үштен бірі
    alone = number.last - number.first == 1 and number.value in _ALONE and more not in _BOUNDING
    each = "-" in tokens[number.first].norm  # бір-бірден
    counts = number.value == 1 and (_paired(tokens, number.first) or _listed(tokens, number.first))
    return alone and not each and not counts


def _listed(tokens: Sequence[Token], at: int) -> bool:
    """В A – 5 врачей, в B – один; пять машин отправили в A, одну – в B: one beside a dash, behind a number of the list."""
    before, behind = (tokens[i].text if 0 <= i < len(tokens) else "." for i in (at - 1, at + 1))
    ends = before in DASHES and behind in _CLOSING
    opens = behind in DASHES and before in _OPENING
    return (ends or opens) and any(t.text[0].isdigit() or t.best.pos == "NUM" for t in tokens[: at - 1])


_CLOSING = frozenset(lexicon.words("annotate.values.uncounted", "closing"))
_OPENING = frozenset(lexicon.words("annotate.values.uncounted", "opening"))


def _paired(tokens: Sequence[Token], first: int) -> bool:
    """Бір кардиолог мен екі невролог: beside another that is counted, one counts as well."""
    ends = ((first + 1, first + 2, first + 3), (first + 1, first - 1, first - 3))
    return any(_counts_too(tokens, *places) for places in ends if min(places) >= 0 and max(places) < len(tokens))


def _counts_too(tokens: Sequence[Token], noun: int, join: int, other: int) -> bool:
    beside = tokens[other].best.pos == "NUM" and not _ORDINAL.fullmatch(tokens[other].norm)
    counted = tokens[noun].best.pos == "NOUN" and (other > noun or tokens[other + 1].best.pos == "NOUN")
    return beside and counted and tokens[join].norm in _PAIRING


_PAIRING = frozenset(lexicon.words("annotate.values.uncounted", "pairing"))


def named(tokens: Sequence[Token], first: int, number: Number, language: str) -> bool:
    """Return whether a figure without a unit names or dates something instead of counting it."""
    if _is_name(tokens, first, number.last) or _is_address(tokens, first) or _is_called(tokens, first, number.last):
        return True
    return _is_dated(tokens, number.last, language) or _is_chained(tokens, first, number) or _is_year(tokens, number)


def _is_called(tokens: Sequence[Token], first: int, last: int) -> bool:
    """103 қызметі, служба 103: the telephone number that an emergency service goes by."""
    if tokens[first].text not in _EMERGENCY:
        return False
    before = tokens[first - 1 - (first > 1 and tokens[first - 1].text in "«“")].norm if first else ""
    behind = tokens[last] if last < len(tokens) else None
    if behind is None or not behind.norm.startswith(_SERVICES):
        return before.startswith(_SERVICES)
    return before.startswith(_SERVICES) or bool(behind.best.possessive or behind.best.plural)


_EMERGENCY = frozenset(lexicon.words("annotate.values.uncounted", "emergency"))
_SERVICES = lexicon.words("annotate.values.uncounted", "services")


@cache
def _not_counted(place: str) -> frozenset[str]:
    return frozenset(row["form"] for row in lexicon.table("not_counted") if row["place"] == place)


def _is_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """A number of something (№ 5, Signature 18, МПН 10., 1 сынып), or one that begins with a zero."""
    if tokens[first].text.startswith("0") and tokens[first].text[1:2].isdigit():
        return True
    if last < len(tokens) and tokens[last].norm in _not_counted("after"):
        return True
    if not first:
        return False
    if _in_name(tokens, first):
        return True
    before = tokens[first - 1]
    if (before.norm in _not_counted("before") and not _sized(tokens, last)) or _LATIN.fullmatch(before.text):
        return True
    alone = last == len(tokens) or not tokens[last].text[0].isalnum()
    return alone and before.text.isupper() and len(before.text) > 1


def _sized(tokens: Sequence[Token], last: int) -> bool:
    """Корпус 60 төсекке есептелген: beds and places behind the figure are counted, no building is numbered."""
    return last < len(tokens) and not tokens[last].words.isdisjoint(_sizes())


@cache
def _sizes() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicon.table("capacity") if row["side"] in ("bed", "place", "person"))


def _in_name(tokens: Sequence[Token], first: int) -> bool:
    """COVID – 19, «КОВИД – он тоғыз»: a name that goes on behind a dash."""
    return first > 1 and tokens[first - 1].text in "-–—" and tokens[first - 2].norm in _not_counted("dash")


def _is_address(tokens: Sequence[Token], first: int) -> bool:
    if first < 2 or tokens[first - 1].text != ",":
        return False
    return any(token.norm in _not_counted("street") for token in tokens[max(0, first - 5) : first])


def _is_dated(tokens: Sequence[Token], last: int, language: str) -> bool:
    """A month behind the figure, also behind a second one ("22 по 24 мая"), or a degree."""
    if last < len(tokens) and tokens[last].norm in _JOINS and _figure_at(tokens, last + 1):
        last += 2
    return last < len(tokens) and (is_month(tokens[last].norm, language) or tokens[last].text == "°")


def _is_chained(tokens: Sequence[Token], first: int, number: Number) -> bool:
    """A part of a telephone number, a code, or a score: figures side by side, or with a dash or stroke."""
    ended = tokens[number.last - 1].text[-1].isalpha()  # 12,4-тен 6,1 промиллеге
    if (not ended and _figure_at(tokens, number.last)) or (first and _figure_at(tokens, first - 1)):
        return True
    after = tokens[number.last].text if number.last < len(tokens) else ""
    before = tokens[first - 1].text if first else ""
    behind = first > 1 and before in ("-", "/") and tokens[first - 2].end == tokens[first - 1].start
    return behind or (after in ("-", ")", "/") and _figure_at(tokens, number.last + 1))


def _figure_at(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].text[0].isdigit() and not tokens[place].text[-1].isalpha()


def _is_year(tokens: Sequence[Token], number: Number) -> bool:
    """Four figures that may be a year count something only where a word in small letters follows."""
    if number.last - number.first > 1 or not numbers.year_like(tokens[number.first]):
        return False
    after = tokens[number.last].text if number.last < len(tokens) else ""
    return not after[:1].islower()
