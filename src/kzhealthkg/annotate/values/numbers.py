"""Figures and numerals in a row of tokens: "4 млрд. 815,3 млн.", "он бес", "бір жарым миллион"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.values.date_words import is_month
from kzhealthkg.annotate.values.ones import nearly, one, one_kk
from kzhealthkg.model import Reading, Token
from kzhealthkg.model.frozen import frozen
from kzhealthkg.remembered import Remembered

_DIGITS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d+(?:[.,]\d+)?")
_ABOUT = lexicon.words("annotate.values.numbers", "about")
_SHORTEST = 5
_MINE = lexicon.words("annotate.values.numbers", "mine")
_WHOLE = frozenset(lexicon.words("annotate.values.numbers", "whole"))
_PARTS = {word: Decimal(10) ** power for power, word in enumerate(lexicon.words("annotate.values.numbers", "parts"), 1)}
_AND_HALF = list(lexicon.words("annotate.values.numbers", "and_half"))
_GLUED = re.compile(r"(?!.*(?:вид|ирус)-)[а-яәғқңөұүһіё]+[-–—]\d{1,3}")
_THREE = re.compile(r"\d{3}(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")


@frozen
class Number:
    """A number over the tokens ``first:last``; ``word`` is true where no figure stands in it."""

    value: Decimal
    first: int
    last: int
    word: bool = False
    scaled: bool = False


@cache
def _numerals(language: str) -> dict[str, tuple[Decimal, str]]:
    rows = lexicon.table("numerals")
    return {row["form"]: (Decimal(row["value"]), row["kind"]) for row in rows if row["language"] == language}


def numeral(token: Token, language: str) -> tuple[Decimal, str] | None:
    """Return the value and kind of a numeral word in any case, or None."""
    table = _numerals("ru" if language == "ru" else "kk")
    if language == "ru" or token.norm in table:
        return table.get(token.norm)
    near = approximate(token)
    if near in table:
        return table[near]
    reading = numeral_reading(token)
    return table[reading.lemma] if reading else None


def approximate(token: Token) -> str:
    """Return the word without the ending of мыңдай, миллиондай, жүздей; "" where it has none."""
    return token.norm[:-3] if token.norm.endswith(_ABOUT) and len(token.norm) > _SHORTEST else ""


def may_begin(token: Token, language: str) -> bool:
    """Return whether a number may begin at a token."""
    known = _numerals("ru" if language == "ru" else "kk")
    return token.text[0].isdigit() or token.best.pos == "NUM" or token.norm in known or _stem(token, language) in known


def _stem(token: Token, language: str) -> str:
    return approximate(token) if language != "ru" else ""


def numeral_reading(token: Token) -> Reading | None:
    """Return the reading of a Kazakh word as a numeral; a plural, a verb or "my seven" is none: бестер, жетті, жетім."""
    if token.best.pos != "NUM" or (token.best.possessive and token.norm.endswith(_MINE) and token.best.case != "gen"):
        return None
    if token.best.case == "acc" and token.text[0].isupper():
        return None  # Онды is a village
    if token.norm.startswith("жүзі"):
        return None  # қағаз жүзінде, ел жүзінің: the face of it, no hundred
    if token.best.locative_adjective and token.best.lemma == "он":
        return None  # ондағы: what is there, no ten
    return next((r for r in token.readings if r.lemma in _numerals("kk") and r.pos == "NUM" and not r.plural), None)


def figure(token: Token) -> Decimal | None:
    """Return the value of a token in figures, its ending left aside; None for dates, times, ordinals."""
    if not token.text[0].isdigit():
        return None
    return _DECIMALS[token.best.lemma if token.best.pos == "NUM" else approximate(token).rstrip("-")]  # 20-дай


def _decimal(text: str) -> Decimal | None:
    """Return the value of figures, None for anything else."""
    if not _DIGITS.fullmatch(text):
        return None
    digits = re.sub(r"[ \u00a0\u202f]", "", text)
    if digits.count(".") > 1 or digits.endswith(ROUND):
        digits = digits.replace(".", "").replace(",", "")
    return Decimal(digits.replace(",", "."))


ROUND = (".000", ",000")
"""1.000, 1,000: a sign before three noughts parts thousands."""
_DECIMALS = Remembered(_decimal)
_GROUPED = re.compile(r"[1-9]\d{0,2},\d{3}")


def _thousands(tokens: Sequence[Token], at: int, language: str) -> bool:
    """2,500 пациентов: a comma that parts thousands, as a decimal takes the genitive singular (2,5 пациента)."""
    if language != "ru" or at + 1 >= len(tokens) or not _GROUPED.fullmatch(tokens[at].text):
        return False
    noun = next((t for t in tokens[at + 1 : at + 3] if t.best.pos != "ADJ"), None)
    said = [r for r in noun.readings if r.pos == "NUM" or r.case == "gen"] if noun is not None else []
    return bool(said) and all(r.pos == "NOUN" and r.plural for r in said)


def year_like(token: Token) -> bool:
    """Return whether the token is four figures that may be a year."""
    return bool(_YEAR.fullmatch(token.best.lemma))


def parse(tokens: Sequence[Token], first: int, language: str) -> Number | None:
    """Return the number that begins at ``first``: figures or words, with their thousands and millions."""
    part = _simple(tokens, first, language)
    if part is None:
        return None
    total, scale = Decimal(0), None
    last = part.last
    while part is not None:
        value, end, unit = _scaled(tokens, part, language)
        if scale is not None and language != "ru" and _closed(tokens[part.first - 1]):
            break
        if scale is not None and not (_completes(tokens, first, part, language) if unit is None else unit < scale):
            break
        total, last, scale = total + value, end, unit
        if unit is None:
            break
        part = _simple(tokens, last, language)
    return Number(plain(total), first, last, figure(tokens[first]) is None, scale is not None)


def _closed(token: Token) -> bool:
    """2 мыңнан | 95-ке: an ending closes a number."""
    reading = numeral_reading(token)
    return reading is not None and reading.case not in ("nom", "")


def _completes(tokens: Sequence[Token], first: int, part: Number, language: str) -> bool:
    """12 мың 500, үш мың екі жүз алты: below a thousand, written alike; no 5 мың бір реттік шприц, 12 мың 5 мамырда."""
    if (part.last < len(tokens) and is_month(tokens[part.last].norm, language)) or (figure(tokens[first]) or 0) % 1:
        return False
    if part.value >= 1000 or part.value % 1 or part.word != (figure(tokens[first]) is None):
        return False
    return part.last - part.first > 1 or _kind(tokens, part.first, language) != "article"


def plain(value: Decimal) -> Decimal:
    """Return a number without trailing zeros and without an exponent."""
    return Decimal(int(value)) if value == int(value) else value.normalize()


def _simple(tokens: Sequence[Token], first: int, language: str) -> Number | None:
    """Figures, or words below a thousand."""
    if first >= len(tokens):
        return None
    value = figure(tokens[first])
    if value is not None and first and _GLUED.fullmatch(tokens[first - 1].text) and _THREE.match(tokens[first].text):
        return None  # қарсы-12 345 адам: the last three figures of a number whose first ones are glued to a word
    if value is not None and value % 1 and _thousands(tokens, first, language):
        return Number(value * 1000, first, first + 1)
    if value is not None and _parted(tokens, first, language):
        return Number(Decimal(f"{value}.{tokens[first + 2].text}"), first, first + 3)
    if value is not None:
        half = _half(tokens, first + 1, language)
        return Number(value + Decimal("0.5") if half else value, first, first + 1 + half)
    alone = one if language == "ru" else one_kk
    if _kind(tokens, first, language) == "scale" and alone(tokens, first):
        return Number(Decimal(1), first, first, word=True)
    return _fraction(tokens, _words(tokens, first, language), language)


def _fraction(tokens: Sequence[Token], whole: Number | None, language: str) -> Number | None:
    """Он төрт бүтін оннан сегіз, отыз төрт бүтін бес: the tenths of a decimal in words."""
    if whole is None or whole.last >= len(tokens) or tokens[whole.last].norm not in _WHOLE:
        return whole
    share = _PARTS.get(tokens[whole.last + 1].norm) if whole.last + 1 < len(tokens) else None
    rest = _words(tokens, whole.last + (2 if share else 1), language)
    if rest is None:
        return whole
    value = whole.value + rest.value / (share or (10 if rest.value < 10 else 100))
    return Number(value, whole.first, rest.last, word=True)


def _parted(tokens: Sequence[Token], first: int, language: str) -> bool:
    """243, 42 млн: a blank slipped in behind the decimal comma."""
    if first + 3 >= len(tokens) or tokens[first + 1].text != "," or tokens[first].end != tokens[first + 1].start:
        return False
    decimals = tokens[first + 2].text
    return decimals.isdigit() and len(decimals) < 3 and _kind(tokens, first + 3, language) == "scale"


_RANK = {"half": 0, "article": 1, "unit": 1, "ten1": 1, "ten": 2, "hundred1": 3, "whole": 4}
_TIMES = {"hundred": 3, "hundreds": 3, "dozen": 2, "dozens": 2}
_SOME = frozenset({"hundreds", "dozens"})
"""Сотни, десятки: so many are told only behind another number, or a word of nearness."""
_FLOOR = {"ten1": 2, "unit": 1, "article": 1}


def _words(tokens: Sequence[Token], first: int, language: str) -> Number | None:
    total, place, floor = Decimal(0), first, 5
    while place < len(tokens) and (found := numeral(tokens[place], language) or _one_of_tens(tokens[place], total)):
        value, kind = found
        if kind in _SOME and place == first and not nearly(tokens, first):
            break
        if kind in _TIMES and total < 10:
            total, floor = (total or Decimal(1)) * value, _TIMES[kind]
        elif kind in _RANK and _RANK[kind] < floor:
            total, floor = total + value, _FLOOR.get(kind, _RANK[kind])
        else:
            break
        place += 1
        if language != "ru" and _ends(tokens[place - 1]):
            break
    half = _half(tokens, place, language) if language == "ru" and place > first else 0
    total += Decimal("0.5") if half else 0
    return Number(total, first, place + half, word=True) if place > first else None


def _ends(token: Token) -> bool:
    """Екінші тоқсанында бес, онында үш: a numeral in a case of its own ends its number."""
    return bool(token.best.possessive) and token.best.case in ("loc", "abl", "dat", "acc")


def _one_of_tens(token: Token, total: Decimal) -> tuple[Decimal, str] | None:
    """Жиырма бірі, он біріне: behind tens, one of them more."""
    return (Decimal(1), "article") if total and not total % 10 and token.best.lemma == _ONE_OF else None


_ONE_OF = lexicon.words("annotate.values.numbers", "one_of")[0]


def _half(tokens: Sequence[Token], place: int, language: str) -> int:
    """15 жарым, 15 с половиной, два с половиной: return how many words say one half more, 0 for none."""
    if language != "ru":
        return int(_kind(tokens, place, language) == "half")
    said = [t.norm for t in tokens[place : place + len(_AND_HALF)]]
    return len(_AND_HALF) if said == _AND_HALF else 0


def _scaled(tokens: Sequence[Token], part: Number, language: str) -> tuple[Decimal, int, Decimal | None]:
    value, place, unit = part.value, part.last, None
    while _kind(tokens, place, language) == "scale":
        found = numeral(tokens[place], language)
        assert found is not None
        value, unit, place = value * found[0], found[0] * (unit or 1), place + 1
        half = _half(tokens, place, language)
        if half and _kind(tokens, place + half, language) != "scale":
            value, place = value + unit / 2, place + half  # екі мың жарым, два миллиона с половиной
        # The full stop of "млрд." belongs to the word where something of the sum follows it.
        if place + 1 < len(tokens) and tokens[place].text == ".":
            place += 1
    return value, place, unit


def _kind(tokens: Sequence[Token], place: int, language: str) -> str:
    found = numeral(tokens[place], language) if place < len(tokens) else None
    return found[1] if found else ""
