"""Whether a name without a noun of its level is a place where it stands."""

from __future__ import annotations

from functools import cache
from typing import Final

from kzhealthkg import lexicon
from kzhealthkg.annotate.facility_types import heads
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.places.datelines import is_city
from kzhealthkg.annotate.places.guards import beside_feature, likened
from kzhealthkg.annotate.places.meant import Context, is_seat, resolve
from kzhealthkg.annotate.places.outside import special, special_row
from kzhealthkg.annotate.places.units import Unit, separator
from kzhealthkg.model import PlaceValue, Token

_LOCAL: Final = frozenset({"loc", "abl", "locadj"})
_STANDING: Final = frozenset({"loc", "locadj"})
_MOTION: Final = _LOCAL | {"dat", "acc"}
_IN = frozenset(lexicon.words("annotate.places.accepted", "in"))


def accepted(unit: Unit, tokens: tuple[Token, ...], context: Context) -> bool:
    """Whether a name without a type word is a place here."""
    latin = tokens[unit.first].text[:1].isascii()  # Renal Kokshetau: what is left in Latin letters is a firm's name
    apart = (
        latin
        or likened(unit, tokens)
        or beside_feature(unit, tokens)
        or (context.language == "ru" and _called_so(unit, tokens))
    )
    house = context.language == "ru" and not heads("ru").keys().isdisjoint(tokens[unit.first].words)  # в Институте
    if apart or house or (unit.quoted and not _describes(unit, tokens)):
        return False
    if unit.case == "ins" and unit.first and tokens[unit.first - 1].norm in _IN:
        return False  # в Иртышском: the adjective of a district whose noun is not said again
    kind = special(unit.name)
    if kind and not is_city(unit.name):
        return _accepted_special(unit, kind, tokens)
    value = resolve(unit, context)
    if value.level == "city":
        return _accepted_city(unit, tokens, value)
    if context.language == "ru" and _in_district(unit.last, tokens) and bool(value.code or value.candidates):
        return True
    if context.language != "ru" and is_seat(value.code) and _names_house(unit, tokens):
        return unit.name not in ambiguous()
    said = _listed_in(unit.first - 1, tokens) if context.language == "ru" else unit.case in _LOCAL
    if said and context.language != "ru" and unit.case in _STANDING and is_seat(value.code):
        return unit.name not in ambiguous()  # Шетпеде емхана салынады
    return unit.first > 0 and said and bool(value.code or value.candidates) and bool(context.nearby())


def _listed_in(at: int, tokens: tuple[Token, ...]) -> bool:
    """В A, B и C: whether the names before a bare one, if any, lead back to the preposition of the list."""
    while at > 1 and separator(tokens[at]) and tokens[at - 1].text[:1].isupper():
        at -= 2
        at -= tokens[at].text[:1].isupper()  # a name of two words
    return tokens[at].norm in _IN


def _in_district(at: int, tokens: tuple[Token, ...]) -> bool:
    """A и B (X район): whether brackets with a district stand behind a bare name, or behind the list that it is in."""
    while at + 1 < len(tokens) and separator(tokens[at]) and tokens[at + 1].text[:1].isupper():
        at += 2
    behind = tokens[at : at + BRACKETED]
    return len(behind) == BRACKETED and behind[0].text == "(" and behind[2].norm in DISTRICT and behind[3].text == ")"


BRACKETED = 4
"""Words and signs of a district in brackets: (X район)."""


def _describes(unit: Unit, tokens: tuple[Token, ...]) -> bool:
    """Whether a name in quotation marks says where («Атбасар ауданаралық ауруханасы») and is no name itself («Семей»)."""
    return unit.case in _LOCAL or (unit.last < len(tokens) and tokens[unit.last].text[:1].islower())


def _accepted_special(unit: Unit, kind: str, tokens: tuple[Token, ...]) -> bool:
    """Оңтүстік Қазақстан, Маңғыстау: …: an abbreviation, or a short or former name that something marks as that of a place."""
    if kind == "abbreviation":
        return tokens[unit.first].text[:2].isupper()
    risky = special_row(unit.name).get("risky") == "yes" or kind in {"short", "former", "variant"}
    described = any(
        t.norm in OBLAST for t in tokens[unit.last : unit.last + 1]
    )  # Оңтүстік Қазақстан облыстық басқармасы
    labels = unit.first == 0 and any(t.text == ":" for t in tokens[unit.last : unit.last + 1])  # Маңғыстау: …
    return unit.case != "nom" or not risky or described or labels


OBLAST = frozenset(lexicon.words("annotate.places.accepted", "oblast"))


def _accepted_city(unit: Unit, tokens: tuple[Token, ...], value: PlaceValue) -> bool:
    if unit.case == "nom" and _before_surname(unit, tokens):
        return False
    if unit.first and tokens[unit.first - 1].norm in DISTRICT:
        return False  # район Байконур столицы; в районе Актау: a part of another city, or only near it
    if unit.name in ambiguous():
        opens = unit.first == 0 and unit.case in _STANDING and unit.name not in _namesakes()  # Шуда бөлімше ашылды
        stands = opens or (unit.first > 0 and (unit.case in _LOCAL or _of_house(unit, tokens) or _sent_to(unit)))
        return stands and bool(value.code)
    return bool(value.code) or unit.case in _MOTION


DISTRICT = frozenset(lexicon.words("annotate.places.accepted", "district"))


def _names_house(unit: Unit, tokens: tuple[Token, ...]) -> bool:
    """Қордай ауруханасы: a name right before the noun of a facility that it owns."""
    behind = tokens[unit.last] if unit.last < len(tokens) and unit.case == "nom" else None
    return behind is not None and bool(behind.best.possessive) and behind.best.lemma in heads("kk")


def _sent_to(unit: Unit) -> bool:
    """Таразға 40, Шуға 15 маман келді: a town in the dative, whose name is a common word's or a river's and nobody's."""
    return unit.case == "dat" and unit.name not in _namesakes() | _waters()


@cache
def _waters() -> frozenset[str]:
    """Return the names of towns that are names of mountains, a sea or a lake as well, to which people may go."""
    rows = (row for row in lexicon.table("place_ambiguous") if not NATURE.isdisjoint(row["also"].split(", ")))
    return frozenset(row["name"] for row in rows)


NATURE = frozenset(lexicon.words("annotate.places.accepted", "nature"))


def _of_house(unit: Unit, tokens: tuple[Token, ...]) -> bool:
    """Больницы Рудного: the name of a town that is a common word, but nobody's, in the genitive behind a facility."""
    if unit.case != "gen" or unit.name in _namesakes() or not tokens[unit.first].text[:1].isupper():
        return False
    district = any(t.norm in DISTRICT for t in tokens[unit.last : unit.last + 1])  # больница Рудного района
    return not district and not heads("ru").keys().isdisjoint(tokens[unit.first - 1].words)


def _before_surname(unit: Unit, tokens: tuple[Token, ...]) -> bool:
    """Ермак Асанов, Семей Бектұров: a town's name is a given name where a surname follows."""
    after = tokens[unit.last : unit.last + 1]
    return any(t.text[:1].isupper() and t.text[1:].islower() and t.norm.endswith(_surnames()) for t in after)


def _called_so(unit: Unit, tokens: tuple[Token, ...]) -> bool:
    """По словам Талгара Омарова, Айгуль Сатпаева: a town's name is somebody's beside a surname or a given name."""
    before, after = tokens[max(0, unit.first - 1) : unit.first], tokens[unit.last : unit.last + 1]
    if any(not OFFICES.isdisjoint(t.words) for t in before):
        return False  # аким Тараза Омарова
    if any(t.text[:1].isupper() and names.given(t.text, "ru") and not names.is_common(t.text) for t in before):
        return True
    ending = AGREEING.get(unit.case)
    surnames = (t for t in after if t.text[:1].isupper() and t.text[1:].islower())
    return ending is not None and any(t.norm.endswith(ending) for t in surnames)


OFFICES = frozenset(lexicon.words("annotate.places.accepted", "offices"))
AGREEING = {"gen": ("ова", "ева", "ина"), "dat": ("ову", "еву", "ину"), "ins": ("овым", "евым", "иным")}
"""How Russian surnames end in the case of the given name before them."""


@cache
def _surnames() -> tuple[str, ...]:
    return tuple(row["ending"] for row in lexicon.table("surname_endings") if row["gender"] in "mf")


@cache
def _namesakes() -> frozenset[str]:
    """Return the names of towns that are names of persons as well."""
    return frozenset(row["name"] for row in lexicon.table("place_ambiguous") if "person" in row["also"])


@cache
def ambiguous() -> frozenset[str]:
    """Return the names that are a place only where more than the name says so."""
    return frozenset(row["name"] for row in lexicon.table("place_ambiguous"))
