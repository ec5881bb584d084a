"""Health facilities: a head noun and the words that belong to its name.

In Kazakh a name ends in its head (облыстық балалар ауруханасы), so it grows to the left
(``facility_names``); in Russian adjectives stand before the head and genitives after it
(``facilities_ru``).
"""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.facilities import ru as facilities_ru
from kzhealthkg.annotate.facilities import words
from kzhealthkg.annotate.facilities.lists import members
from kzhealthkg.annotate.facilities.names import is_title, left_end, place_inside, quotation
from kzhealthkg.annotate.facilities.words import LEGAL_FORM
from kzhealthkg.annotate.facility_types import facility_type, heads
from kzhealthkg.annotate.marks import FACILITY
from kzhealthkg.model import FacilityValue, Mention, Quantity, Reading, Sentence, Token
from kzhealthkg.morph import nominative
from kzhealthkg.text.quotation import OPEN

CENTRE = "орталық"
GENERAL = "medical-facility"
ORDINAL = lexicon.words("annotate.facilities.facilities", "ordinal")
HABITUAL = lexicon.words("annotate.facilities.facilities", "habitual")
PLACED = ("loc", "gen", "abl", "dat", "locadj")


def find_facilities(sentence: Sentence, language: str) -> list[Mention]:
    """Return the facilities a sentence names; its place and number mentions must be found already."""
    if language == "ru":
        return facilities_ru.find_facilities(sentence)
    if not sentence.marks & FACILITY:
        return []
    found: list[Mention] = []
    limit = len(sentence.tokens)
    for at in reversed([i for i, token in enumerate(sentence.tokens) if token.marks & FACILITY]):
        mention = _facility_at(sentence, at) if at < limit else None
        if mention is not None:
            found += members(sentence, mention, at)[::-1]
            limit = found[-1].first
    return found[::-1]


def _facility_at(sentence: Sentence, at: int) -> Mention | None:
    reading = words.head(sentence.tokens[at], heads("kk"))
    if reading is None or _is_modifier_here(sentence, at, reading) or is_title(sentence.tokens, at):
        return None
    quoted = quotation(sentence.tokens, at)
    first, last = quoted or (left_end(sentence, at), at + 1)
    if (owned := _of_ambulances(sentence, first, at, reading)) is not None:
        return owned
    return None if _excluded(sentence, first, at) else _mention(sentence, first, at, last, reading)


def _of_ambulances(sentence: Sentence, first: int, at: int, head: Reading) -> Mention | None:
    """Жедел жәрдемнің жаңа бекеті: a station that its service owns, with what describes it between."""
    tokens = sentence.tokens
    if not head.possessive:
        return None
    owner = next((i for i in range(first - 1, max(0, first - 4), -1) if tokens[i].norm not in _described()), 0)
    if tokens[owner].best.lemma not in words.guards("help") or tokens[owner].best.case != "gen":
        return None
    begin = next((i for i in (owner - 1, owner - 2) if i >= 0 and tokens[i].norm in words.guards("urgent")), None)
    if begin is None:
        return None
    name = " ".join((nominative(tokens[begin : owner + 1], "kk"), nominative(tokens[first : at + 1], "kk")))
    kind, count = facility_type(name), _count(sentence, first)
    if kind != STATION:
        return None
    name = "" if head.plural or _several(count) else name
    value = FacilityValue(name, kind, count, None, head.plural, False, "")
    return Mention("facility", begin, at + 1, tokens[begin].start, tokens[at].end, value, head.case or "nom")


@cache
def _described() -> frozenset[str]:
    """Return the words that may stand between the service and its station."""
    return words.noise("kk") | words.guards("new")


STATION = "emergency-station"


def _is_modifier_here(sentence: Sentence, at: int, reading: Reading) -> bool:
    """Орталық аудандық аурухана, Орталық Азия: a bare head that describes the next word heads nothing."""
    if reading.lemma != CENTRE or reading.possessive or reading.case not in ("", "nom") or reading.plural:
        return False
    following = sentence.tokens[at + 1 : at + 3]
    if not following:
        return False
    near = following[0]
    if words.head(near, heads("kk")) or _central(near):
        return True
    if words.belongs(near) and len(following) == 2:
        return bool(words.head(following[1], heads("kk"))) or _central(following[1])
    named = [m for m in sentence.mentions if m.type == "place" and m.first == at + 1]
    # орталық Үндістанның …, перинаталдық орталық Таразда
    apart = any(m.case == "gen" or m.value.level not in ("country", "region") for m in named)
    subject = sentence.tokens[at].text.islower() and apart
    return words.capital(near) and bool(named) and not subject


def _central(token: Token) -> bool:
    return any(r.lemma in words.guards("central") for r in token.readings)


def _excluded(sentence: Sentence, first: int, at: int) -> bool:
    """Облыс орталығы is a town, сауда орталығы a shop, күндізгі стационар a ward, a mobile ambulatory a bus."""
    tokens, reading = sentence.tokens, words.head(sentence.tokens[at], heads("kk"))
    inside = {t.norm for t in tokens[max(0, first - 1) : at]}
    if inside & words.guards("not"):
        return True
    if first < at or reading is None:
        return False
    known = heads("kk")[words.word_of(reading, heads("kk"))]
    unhealthy = known in ("no", "part")
    if unhealthy and first > 0 and tokens[first - 1].norm in words.guards("before"):
        return True
    return known == "part" or (unhealthy and reading.possessive and not _of_health(sentence, first))


def _of_health(sentence: Sentence, first: int) -> bool:
    """Денсаулық сақтаудың 4 нысаны: so many of the sector's own."""
    number = next((m for m in sentence.mentions if m.type == "number" and m.last == first), None)
    owner = sentence.tokens[number.first - 1] if number is not None and number.first else None
    return owner is not None and owner.best.case == "gen" and owner.best.lemma in words.guards("sector")


def _mention(sentence: Sentence, first: int, at: int, last: int, head: Reading) -> Mention | None:
    tokens = sentence.tokens[first:last]
    named = nominative(tokens[_behind_owner(tokens, at - first) :], "kk")
    kind = facility_type(_before_number(sentence, first) + named)
    known = heads("kk")[words.word_of(head, heads("kk"))]
    alone = first == at and not words.numbered(tokens[0])
    if not alone and not kind:
        return None
    count = None if _receives_share(sentence, first, head) else _count(sentence, first)
    name = "" if head.plural or _several(count) else _name(tokens, at - first, known)
    said = (alone and known != "name") or (kind == GENERAL and not name)  # емдеу мекемесі names no other than нысан
    kind = kind if not alone or known in ("yes", "name") else ""
    definite = said and not head.plural and count is None and not _introduced(sentence, first)
    noun = head.lemma if definite else ""
    value = FacilityValue(name, kind, count, place_inside(sentence, first, last), head.plural, definite, noun)
    return Mention("facility", first, last, tokens[0].start, tokens[-1].end, value, _case(tokens[-1], head))


def _before_number(sentence: Sentence, first: int) -> str:
    """Ауданаралық екі аурухана: an adjective before the number tells the sort as well; one of a list of them does not."""
    at = next((m.first - 1 for m in sentence.mentions if m.type == "number" and m.last == first), -1)
    word = sentence.tokens[at] if at >= 0 else None
    if word is None or word.best.pos != "ADJ" or word.best.form or word.norm.endswith(SEVERAL):
        return ""  # балалар 3 ауруханада емделуде
    listed = at > 0 and not sentence.tokens[at - 1].text[0].isalnum()
    return "" if listed else f"{word.norm} "


SEVERAL = ("лар", "лер")
"""Endings of a plural, which stands before no number."""


def _case(outer: Token, head: Reading) -> str:
    """Return the case of a name: that of a legal form or a bare ending behind the head, or else the head's."""
    told = outer.best.pos == "SUFFIX" or LEGAL_FORM.match(outer.text)
    return (outer.best.case if told else head.case) or "nom"


def _behind_owner(tokens: tuple[Token, ...], head: int) -> int:
    """Университетінің клиникасы is a clinic: return where the words begin that say what the facility itself is."""
    owners = words.guards("owner")
    for at in range(head):
        if not owners.isdisjoint(tokens[at].words) and _owns(tokens[at], owners):
            return at + 1
    return 0


def _owns(token: Token, owners: frozenset[str]) -> bool:
    return any(reading.lemma in owners and reading.case == "gen" for reading in token.readings)


def _several(count: Quantity | None) -> bool:
    return count is not None and count.value != 1


def _name(tokens: tuple[Token, ...], head: int, known: str) -> str:
    """Return the name in the nominative, "" where the words only say a type."""
    tied = words.numbered(tokens[head])
    if not tied and ((not head and known != "name") or words.bare(tokens[:head])):
        return nominative(tokens[head : head + 1], "kk") if known == "name" else ""
    if tokens[0].text in OPEN and head + 2 == len(tokens):
        return nominative(tokens[1 : head + 1], "kk")
    return nominative(tokens, "kk", bare=_ownerless(tokens, head))


def _ownerless(tokens: tuple[Token, ...], head: int) -> bool:
    """Облыстық перинаталдық орталығына: what owns the facility is not said, so its name is "… орталық"."""
    if head + 1 != len(tokens) or not head:
        return False
    before = [t for t in tokens[:head] if t.text[0] != "№" and not t.text[0].isdigit()]
    numbered = len(before) < head
    return (numbered or tokens[0].text.islower() or words.level(tokens[0])) and all(words.adjective(t) for t in before)


def _introduced(sentence: Sentence, first: int) -> bool:
    """Жаңа емхана, ауылда емхана, бір емхана: a facility that is named for the first time."""
    if first == 0:
        return False
    before = sentence.tokens[first - 1]
    if before.norm in words.guards("pointer"):
        return False
    if any(m.last == first and m.case in PLACED for m in sentence.mentions if m.type == "place"):
        return True
    if (before.best.form == "part" and before.norm.endswith(HABITUAL)) or before.norm.endswith(ORDINAL):
        return True
    if before.norm in words.noise("kk") or before.norm in words.measures() or before.norm in words.guards("new"):
        return True
    if before.best.case == "gen" and words.head(before, heads("kk")):
        return True
    return before.best.lemma in words.areas() and (before.best.case in PLACED or before.best.locative_adjective)


def _receives_share(sentence: Sentence, first: int, head: Reading) -> bool:
    """Көліктің 8-і X ауруханасына берілді: a share of something else counts no hospitals."""
    before = sentence.tokens[first - 1].best if first else None
    return head.case == "dat" and before is not None and before.pos == "NUM" and before.possessive


def _count(sentence: Sentence, first: int) -> Quantity | None:
    """Return the number that counts the facilities: 11 заманауи медициналық нысан."""
    at = first
    while at > 0 and sentence.tokens[at - 1].norm in words.noise("kk"):
        at -= 1
    for mention in sentence.mentions:  # "80-нен аса": a word of the number may be one that describes as well
        if mention.type == "number" and at <= mention.last <= first:
            quantity: Quantity = mention.value
            return quantity
    return None
