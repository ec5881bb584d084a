"""Health facilities: a head noun and the words that belong to its name.

In Kazakh a name ends in its head (облыстық балалар ауруханасы), so it grows to the left; in Russian
adjectives stand before the head and genitives after it (``facilities_ru``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.annotate import facilities_ru
from kzhealthkg.annotate.facility_types import Heads, facility_type, heads
from kzhealthkg.morph import nominative
from kzhealthkg.model import FacilityValue, Mention, PlaceValue, Quantity, Reading, Sentence, Token

OPEN, CLOSE = "«“\"„", "»”\""
ADJECTIVE = re.compile(r"(лық|лік|дық|дік|тық|тік|[аәеи]лды|[аә]лық|ялық|иялық)$")
LEGAL_FORM = re.compile(r"^(жшс|жшқ|ао|ақ|кеақ|шжқ|мкк|рмк|мкқк|кмм|кмк|рмқк|ққ|кқ|рқб)([-–]|$)", re.I)
REACH = 14


@cache
def modifiers(language: str) -> dict[str, bool]:
    """Return the words that belong to a facility's name, and whether they make no name of their own."""
    rows = lexicon.table("facility_modifiers")
    return {row["word"]: row["bare"] == "yes" for row in rows if row["language"] == language}


@cache
def noise(language: str) -> frozenset[str]:
    """Return the words that may stand between a count or a place and the name."""
    return frozenset(r["word"] for r in lexicon.table("facility_noise") if r["language"] == language)


@cache
def measures() -> frozenset[str]:
    """Return the adjectives that say a size (төсектік, орындық) and are no part of a name."""
    return frozenset(r["lemma"] for r in lexicon.table("capacity") if r["side"] == "adjective")


def find_facilities(sentence: Sentence, language: str) -> list[Mention]:
    """Return the facilities a sentence names; its place and number mentions must be found already."""
    if language == "ru":
        return facilities_ru.find_facilities(sentence)
    found: list[Mention] = []
    limit = len(sentence.tokens)
    for at in range(len(sentence.tokens) - 1, -1, -1):
        if at >= limit:
            continue
        mention = _facility_at(sentence, at)
        if mention is not None:
            found += _distributed(sentence, mention)[::-1]
            limit = mention.first
    return found[::-1]


def _distributed(sentence: Sentence, mention: Mention) -> list[Mention]:
    """Медициналық және фельдшерлік-акушерлік пункттер: two types that share a head are two facilities."""
    tokens = sentence.tokens[mention.first : mention.last]
    at = next((i for i, t in enumerate(tokens) if t.norm == "және"), None)
    if not at or at + 2 >= len(tokens) or not mention.value.plural:
        return [mention]
    parts = [(tokens[:at], tokens[-1:]), (tokens[at + 1 : -1], tokens[-1:])]
    kinds = [facility_type(nominative((*own, *head), "kk")) for own, head in parts]
    if not all(kinds) or kinds[0] == kinds[1]:
        return [mention]
    middle = mention.first + at
    left = replace(mention, last=middle, end=tokens[at - 1].end, value=_member(mention, parts[0], kinds[0]))
    right = replace(mention, first=middle + 1, start=tokens[at + 1].start, value=_member(mention, parts[1], kinds[1]))
    return [left, right]


def _member(mention: Mention, part: tuple[tuple[Token, ...], tuple[Token, ...]], kind: str) -> FacilityValue:
    own, head = part
    name = "" if _bare(own, len(own)) else nominative((*own, *head), "kk")
    value: FacilityValue = replace(mention.value, name=name, type=kind)
    return value


def _head(token: Token, known: Heads) -> Reading | None:
    """Return the reading that makes a token the head of a facility's name."""
    for reading in token.readings:
        if reading.lemma in known and not reading.form:
            return reading
    return None


def _facility_at(sentence: Sentence, at: int) -> Mention | None:
    reading = _head(sentence.tokens[at], heads("kk"))
    if reading is None or _is_modifier_here(sentence, at, reading):
        return None
    quoted = _quotation_around(sentence.tokens, at)
    first, last = quoted or (_left_end(sentence, at), at + 1)
    return _mention(sentence, first, at, last, reading)


def _is_modifier_here(sentence: Sentence, at: int, reading: Reading) -> bool:
    """Орталық аудандық аурухана: a bare head before another part of a name heads nothing."""
    if reading.possessive or reading.case not in ("", "nom") or at + 1 >= len(sentence.tokens):
        return False
    if reading.lemma != "орталық":
        return False
    following = sentence.tokens[at + 1 : at + 3]
    if _head(following[0], heads("kk")):
        return True
    return following[0].norm in modifiers("kk") and len(following) == 2 and bool(_head(following[1], heads("kk")))


def _quotation_around(tokens: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    """Return the span of «…» ЖШС when the head ends a quotation, legal forms included."""
    if at + 1 >= len(tokens) or tokens[at + 1].text not in CLOSE:
        return None
    opening = _opening(tokens, at)
    if opening is None:
        return None
    last = at + 2
    while last < len(tokens) and LEGAL_FORM.match(tokens[last].text):
        last += 1
    first = opening
    while first > 0 and LEGAL_FORM.match(tokens[first - 1].text):
        first -= 1
    return first, last


def _opening(tokens: tuple[Token, ...], at: int) -> int | None:
    """Return where the quotation that ``at`` stands in opens, within reach."""
    for i in range(at, max(-1, at - REACH), -1):
        if tokens[i].text in OPEN and not (tokens[i].text == '"' and i == at):
            return i
        if tokens[i].text in "»”" and i < at:
            return None
    return None


def _left_end(sentence: Sentence, at: int) -> int:
    first = at
    while first > 0 and at - first < REACH:
        step = _step(sentence, first)
        if step == 0:
            break
        first -= step
    return first


def _step(sentence: Sentence, first: int) -> int:
    """Return how many tokens before ``first`` belong to the name as well; 0 where it begins."""
    tokens, before = sentence.tokens, sentence.tokens[first - 1]
    for rule in (_quoted_name, _numbered, _named_after, _place_name, _owner):
        step = rule(sentence, first)
        if step:
            return step
    if _belongs(before) or _first_aid(before, tokens[first]):
        return 1
    if before.norm in ("және", "мен", "пен", "бен", "әрі") and first >= 2 and _joins(tokens, first):
        return 2
    return 0


def _belongs(token: Token) -> bool:
    word = token.norm
    if word in noise("kk") or word in measures() or word.rpartition("-")[2] in measures():
        return False
    if word in modifiers("kk"):
        return True
    if re.fullmatch(r"[A-Z][\w&.-]*", token.text):
        return True
    return bool(ADJECTIVE.search(word)) and len(word) > 5 and not token.best.form


def _first_aid(token: Token, following: Token) -> bool:
    """Алғашқы медициналық көмек: "first" counts facilities elsewhere, here it names the aid."""
    return token.norm in modifiers("kk") and following.norm in modifiers("kk")


def _joins(tokens: tuple[Token, ...], first: int) -> bool:
    """Онкология және хирургия орталығы: the words on both sides of "and" are of one sort."""
    left, right = tokens[first - 2], tokens[first]
    if _head(left, heads("kk")):
        return False
    return _belongs(left) and (left.norm in modifiers("kk")) == (right.norm in modifiers("kk"))


def _quoted_name(sentence: Sentence, first: int) -> int:
    """«Orhun Med Limited» клиникасы."""
    tokens = sentence.tokens
    if tokens[first - 1].text not in CLOSE:
        return 0
    opening = _opening(tokens, first - 1)
    return 0 if opening is None else first - opening


def _numbered(sentence: Sentence, first: int) -> int:
    """№ 2 емхана, №1 облыстық …"""
    tokens = sentence.tokens
    if re.fullmatch(r"№\s?\d+", tokens[first - 1].text):
        return 1
    return 2 if first >= 2 and tokens[first - 2].text == "№" and tokens[first - 1].text[0].isdigit() else 0


def _named_after(sentence: Sentence, first: int) -> int:
    """Х. Досмұхамедов атындағы …"""
    tokens = sentence.tokens
    if tokens[first - 1].norm != "атындағы":
        return 0
    begin = first - 1
    while begin > 0 and (tokens[begin - 1].text[0].isupper() or tokens[begin - 1].text == "."):
        begin -= 1
    return first - begin


def _place_name(sentence: Sentence, first: int) -> int:
    """Маңғыстау облыстық …, Алматы қалалық …: a place as an adjective, with no ending of its own."""
    for mention in sentence.mentions:
        if mention.type == "place" and mention.last == first and mention.case in ("", "nom"):
            typed = sentence.tokens[mention.last - 1].best.possessive
            single = mention.last - mention.first == 1 or sentence.tokens[first - 1].text[0].isupper()
            return mention.last - mention.first if single and not typed else 0
    return 0


def _owner(sentence: Sentence, first: int) -> int:
    """Гематология орталығының Қарағанды филиалы: the facility that a branch belongs to."""
    if not any(r.lemma == "филиал" for t in sentence.tokens[first : first + 2] for r in t.readings):
        return 0
    before = sentence.tokens[first - 1]
    reading = _head(before, heads("kk"))
    if reading is not None and reading.case == "gen":
        return first - _left_end(sentence, first - 1)
    return 0


def _mention(sentence: Sentence, first: int, at: int, last: int, head: Reading) -> Mention | None:
    tokens = sentence.tokens[first:last]
    text = nominative(tokens, "kk")
    kind = facility_type(text)
    alone = first == at
    if not alone and not kind:
        return None
    if alone and _about_a_town(sentence, first):
        return None
    count = _count(sentence, first)
    value = FacilityValue(
        name="" if alone or _bare(tokens[: at - first], at - first) or _many(head, count, sentence, first, last) else text,
        type=kind if not alone or heads("kk")[head.lemma] == "yes" else "",
        count=count,
        place=_place_inside(sentence, first, last),
        plural=head.plural,
        definite=alone and not head.plural and count is None and not _introduced(sentence, first),
    )
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    return Mention("facility", first, last, start, end, value, head.case or "nom")


def _many(head: Reading, count: Quantity | None, sentence: Sentence, first: int, last: int) -> bool:
    """A plural without a number or a place in it names nothing: көпбейінді ауруханалар."""
    return head.plural and count is None and _place_inside(sentence, first, last) is None


def _introduced(sentence: Sentence, first: int) -> bool:
    """Жаңа емхана, ауылда емхана, бір емхана: a facility that is named for the first time."""
    if first == 0:
        return False
    before = sentence.tokens[first - 1]
    placed = any(m.last == first and m.case in ("loc", "gen", "abl") for m in sentence.mentions if m.type == "place")
    return placed or before.norm in noise("kk") or before.norm in measures() or before.norm == "бір"


def _about_a_town(sentence: Sentence, first: int) -> bool:
    """Облыс орталығы, аудан орталығы: a town, no facility."""
    return first > 0 and sentence.tokens[first - 1].norm in ("облыс", "аудан", "қала", "ел", "өңір", "ауыл", "округ")


def _bare(before: tuple[Token, ...], length: int) -> bool:
    return length > 0 and all(modifiers("kk").get(t.norm, False) for t in before)


def _count(sentence: Sentence, first: int) -> Quantity | None:
    """Return the number that counts the facilities: 11 заманауи медициналық нысан."""
    at = first
    while at > 0 and sentence.tokens[at - 1].norm in noise("kk"):
        at -= 1
    for mention in sentence.mentions:
        if mention.type == "number" and mention.last == at:
            quantity: Quantity = mention.value
            return quantity
    return None


def _place_inside(sentence: Sentence, first: int, last: int) -> PlaceValue | None:
    for mention in sentence.mentions:
        if mention.type == "place" and first <= mention.first and mention.last <= last:
            place: PlaceValue = mention.value
            return place
    return None
