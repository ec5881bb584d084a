"""How large a facility is said to be: the words that count beds and visits, and at what rate."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.asides import part_word
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.figures.figures import counted, entry
from kzhealthkg.model import FIGURE, HYPHEN, FacilityValue, Mention, Quantity, Token

CLOSING = lexicon.words("extract.figures.sizes", "closing")
BEDS = frozenset(lexicon.words("extract.figures.sizes", "beds"))

COMPOUND = re.compile(r"(\d+)\s?[-–]\s?(\w[\w-]*)")
RATE_REACH = 5
JOINS = frozenset(lexicon.words("extract.figures.sizes", "joins"))
SIZED = lexicon.words("extract.figures.sizes", "sized")
FACILITY_REACH = 6


@cache
def words(language: str, *sides: str) -> dict[str, str]:
    """Return lemma → unit for the given sides of the table; professions are the side "staff"."""
    rows = lexicon.table("capacity")
    found = {r["lemma"]: r["unit"] for r in rows if r["language"] == language and r["side"] in sides}
    return found | (dict.fromkeys(nouns("professions", language), "staff") if "staff" in sides else {})


def compounds(clause: Clause) -> list[Mention]:
    """Return the figures that a hyphen ties to their adjective: 300-орындық, 630-коечная."""
    found: list[Mention] = []
    if not (clause.sentence.marks & FIGURE and clause.sentence.marks & HYPHEN):
        return found
    for at, token in enumerate(clause.tokens, clause.first):
        match = COMPOUND.fullmatch(token.norm) if token.marks & FIGURE else None
        if match and _size(match[2], clause.language) is not None:
            value = Quantity(Decimal(match[1]))
            found.append(Mention("number", at, at + 1, token.start, token.end, value))
    return found


def _size(word: str, language: str) -> str | None:
    """Return the unit of a size adjective, whatever its ending in Russian."""
    for lemma, unit in words(language, "adjective", "compound").items():
        if word == lemma or (language == "ru" and word.startswith(lemma[:-2])):
            return unit
    return None


def adjective(clause: Clause, number: Mention) -> tuple[str, Mention, int] | None:
    """Return the unit, the facility and the end of the size adjective that stands between them."""
    tokens = clause.sentence.tokens
    match = COMPOUND.fullmatch(tokens[number.last - 1].norm)
    if match:
        unit, last = _size(match[2], clause.language), number.last
    else:
        at = number.last + (tokens[number.last : number.last + 1] != () and _is_bed(tokens[number.last]))
        if at >= clause.last or clause.language == "ru":
            return None
        table = words("kk", "adjective")
        unit, last = "beds" if at > number.last and entry(tokens[at], table) else entry(tokens[at], table), at + 1
    mention = (
        None
        if unit is None
        else inpatient(clause, number, last) or right(clause, last) or _left_of(clause, number, last)
    )
    return None if unit is None or mention is None else (unit, mention, last)


def _left_of(clause: Clause, number: Mention, last: int) -> Mention | None:
    told = _said_of_left(clause, number, last)
    return told or moved_into(clause, number, last) or _new_one(clause, number, last)


def _new_one(clause: Clause, number: Mention, last: int) -> Mention | None:
    """Аурухананың орнына 160 төсектік жаңасы салынады: the size of a new house in the stead of the one told before."""
    if NEW_ONE.isdisjoint(t.norm for t in clause.sentence.tokens[last : last + 1]):
        return None
    left = [m for m in clause.sentence.mentions if m.type == "facility" and m.last <= number.first]
    return left[-1] if left and not left[-1].value.plural else None


NEW_ONE = frozenset(lexicon.words("extract.figures.sizes", "new_one"))


def inpatient(clause: Clause, number: Mention, last: int) -> Mention | None:
    """Кешен 200 төсекке арналған стационардан тұрады: the beds of a hospital's own wards are its beds."""
    after = clause.sentence.tokens[last : last + 1]
    if clause.language == "ru" or not any(t.norm.startswith(INPATIENT) for t in after):
        return None
    left = [m for m in clause.mentions("facility", last=number.first) if not m.value.plural and m.case in OWNERS]
    joined = clause.sentence.tokens[number.first - 1].norm in JOINS  # емхана мен 100 төсектік стационар
    return left[-1] if left and not (joined and left[-1].last == number.first - 1) else None


INPATIENT = lexicon.words("extract.figures.sizes", "inpatient")
OWNERS = frozenset({"nom", "gen", "loc", ""})


def _said_of_left(clause: Clause, number: Mention, last: int) -> Mention | None:
    """Аурухана 450 төсектік; аурухананың 450 төсектік екенін айтты: a size that is told of what stands before it."""
    tokens = clause.sentence.tokens
    closes = last >= clause.last or is_lemma(tokens[last], *CLOSING) or tokens[last].text == ","
    left = [m for m in clause.mentions("facility", last=number.first) if m.last == number.first]
    return left[-1] if closes and clause.language == "kk" and left and left[-1].case in ("nom", "gen") else None


def moved_into(clause: Clause, number: Mention, last: int) -> Mention | None:
    """Емхана 300 адам қабылдайтын жаңа ғимаратқа көшті: the size of the house that a facility has moved into is its own."""
    if MOVING.isdisjoint(clause.words) or part_word(clause, last, min(last + PART_REACH, clause.last)) is None:
        return None
    left = clause.mentions("facility", last=number.first)
    return left[0] if len(left) == 1 and left[0].case == "nom" and not left[0].value.plural else None


MOVING = frozenset(lexicon.words("extract.figures.sizes", "moving"))
PART_REACH = 3


def _is_bed(token: Token) -> bool:
    """Төсек орындық, written apart."""
    return token.norm in BEDS


def after_na(clause: Clause, number: Mention) -> tuple[str, Mention, int] | None:
    """Больница на 630 коек, поликлиника на 250 посещений в смену."""
    tokens = clause.sentence.tokens
    found = counted(clause, number, words("ru", "bed", "place", "person", "resident"))
    left = clause.mentions("facility", last=number.first) if found is not None else []
    left += [m for m in [wards(clause, number)] if found is not None and m is not None]
    if found is None or not left:
        return None
    at, unit = found
    if _of_part(clause, left[-1]):
        return None
    between = tokens[left[-1].last : number.first]
    holds = left[-1].case == "loc" and not between and unit == "beds"
    links = OF_EACH if left[-1].value.plural else OF_ONE  # две больницы по 50 коек
    bracketed = [t.text for t in between[-1:]] == ["("] and any(t.text == ")" for t in tokens[at + 1 : at + 4])
    if not (holds or bracketed) and (not between or between[-1].norm not in links):
        return None
    if between and not _adjacent(between[:-1]):
        return None
    return rated(clause, number, at, unit), _head(left), at + 1


def _head(left: list[Mention]) -> Mention:
    """Поликлиника диспансера на 300 посещений: the size is that of the noun, not of the genitive behind it."""
    owned = len(left) > 1 and left[-1].case == "gen" and left[-2].last == left[-1].first
    return left[-2] if owned else left[-1]


def _of_part(clause: Clause, mention: Mention) -> bool:
    """Корпус на базе больницы на 80 коек, гостиница при больнице (80 мест): the size of what is new, or of a part."""
    before = clause.sentence.tokens[max(clause.first, mention.first - 2) : mention.first]
    if not before:
        return False
    if len(before) > 1 and before[-1].norm in BESIDE and (before[0].best.pos == "NOUN" or before[0].text in QUOTES):
        return True
    attached = before[-1].norm in ATTACHED
    part = before[0] if attached else before[-1]
    return is_lemma(before[-1], *BASE) or ((attached or mention.case == "gen") and is_lemma(part, *PARTS))


ATTACHED = frozenset(lexicon.words("extract.figures.sizes", "attached"))
BESIDE = frozenset(lexicon.words("extract.figures.sizes", "beside"))
QUOTES = '»”"'
PARTS = lexicon.words("extract.figures.sizes", "parts")


OF_ONE = frozenset(lexicon.words("extract.figures.sizes", "of_one"))
OF_EACH = OF_ONE | frozenset(lexicon.words("extract.figures.sizes", "of_each"))
BASE = lexicon.words("extract.figures.sizes", "base")
WARDS = lexicon.words("extract.figures.sizes", "wards")
BY_DAY = lexicon.words("extract.figures.sizes", "by_day")


def wards(clause: Clause, number: Mention) -> Mention | None:
    """Стационар на 200 коек; стационара, рассчитанного на 200 коек: beds make a bare word a hospital, unless of the day."""
    tokens = clause.sentence.tokens
    near = range(number.first - 2, max(clause.first, number.first - 5) - 1, -1)
    at = next((i for i in near if is_lemma(tokens[i], *WARDS)), None)
    if at is None or tokens[number.first - 1].norm != "на" or tokens[at].best.case in ("ins", "dat", "loc"):
        return None
    known = any(m.last > at or m.case == "loc" for m in clause.mentions("facility", last=number.first))
    if known or (at and is_lemma(tokens[at - 1], *BY_DAY)):
        return None
    value = FacilityValue("", "hospital")
    return Mention("facility", at, at + 1, tokens[at].start, tokens[at].end, value, tokens[at].best.case)


def _adjacent(between: tuple[Token, ...]) -> bool:
    verbs = any((t.best.form and t.text[0].islower()) or t.text in ",;:—–" for t in between)
    return len(between) <= FACILITY_REACH and not verbs


def right(clause: Clause, last: int) -> Mention | None:
    """Return the facility that begins soon after token ``last``, no sign between."""
    tokens = clause.sentence.tokens
    for mention in clause.sentence.mentions:
        if mention.type == "facility" and last <= mention.first <= last + FACILITY_REACH:
            stopped = any(t.text in ",;:—–" or t.norm in JOINS for t in tokens[last : mention.first])
            return None if stopped else mention
    return None


def rated(clause: Clause, number: Mention, at: int, unit: str) -> str:
    """Return the unit with the rate beside the figure: per shift, per day."""
    if unit in ("beds", "staff"):
        return unit
    return next((r for r in rates(clause, number, at)[0] if r), unit)


def rate(token: Token) -> str | None:
    """Ауысымына, тәулігіне: return the unit that a Kazakh word of a rate gives, None for any other word."""
    return words("kk", "rate").get(_rate_word(token))


def _rate_word(token: Token) -> str:
    return SHIFT if token.norm.startswith(SHIFT) else token.norm


def rates(clause: Clause, number: Mention, at: int) -> tuple[list[str], int]:
    """Return the rates said beside a figure that counts token ``at``, and where its words end."""
    tokens, table, end = clause.sentence.tokens, words(clause.language, "rate"), at + 1
    near = [
        *range(_floor(clause, number), number.first),
        *range(at + 1, min(clause.last, at + 4)),
    ]
    found = []
    for i in near:
        if i > clause.first and tokens[i - 1].best.pos == "NUM" and tokens[i - 1].norm != "бір":
            continue  # екі күнде: how long it took
        rate = table.get(_rate_word(tokens[i]))
        if rate is not None:
            found.append(rate)
            end = max(end, i + 1)
    return found, end


def _floor(clause: Clause, number: Mention) -> int:
    """Return where the words before a figure begin to be its own: behind the figure before it."""
    others = [m.last for m in clause.mentions("number") if m.last <= number.first]
    if others and clause.language == "ru":
        return number.first
    return max(clause.first, number.first - RATE_REACH, *others)


SHIFT = "ауысым"
"""The one rate that any form of its word says."""


def bound_behind(clause: Clause, at: int) -> str:
    """Return the bound that the word behind a counted noun makes of its figure, or ""."""
    tokens = clause.sentence.tokens
    if at + 1 >= clause.last or clause.language == "ru":
        return ""
    rows = [r for r in lexicon.table("bounds") if r["place"] == "after" and r["language"] == clause.language]
    found = (r["bound"] for r in rows if r["words"] == tokens[at + 1].norm and is_case(tokens[at], r["case"]))
    return next(found, "")
