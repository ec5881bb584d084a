"""Health facilities in Russian: agreeing adjectives, a head, and the genitives after it."""

from __future__ import annotations

import re
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.facility_types import facility_type, heads
from kzhealthkg.model import FacilityValue, Mention, PlaceValue, Quantity, Reading, Sentence, Token
from kzhealthkg.morph import nominative

REACH = 10
LEGAL_FORM = re.compile(r"(?i)^(тоо|ао|нао|кгп|гкп|пхв|рго|кгу|гккп|кгкп|роо|нии)$")


@cache
def noise() -> frozenset[str]:
    """Return the lemmas that may stand between a count and the name."""
    return frozenset(r["word"] for r in lexicon.table("facility_noise") if r["language"] == "ru")


@cache
def bare_words() -> frozenset[str]:
    """Return the lemmas that make no name of their own (врачебная амбулатория)."""
    rows = lexicon.table("facility_modifiers")
    return frozenset(r["word"] for r in rows if r["language"] == "ru" and r["bare"] == "yes")


def find_facilities(sentence: Sentence) -> list[Mention]:
    """Return the facilities a Russian sentence names."""
    found: list[Mention] = []
    after = 0
    for at in range(len(sentence.tokens)):
        if at < after:
            continue
        head = _head(sentence.tokens[at])
        mention = _mention(sentence, at, head, after) if head else None
        if mention is not None:
            found.append(mention)
            after = mention.last
    return found


def _head(token: Token) -> Reading | None:
    return next((r for r in token.readings if r.lemma in heads("ru") and r.pos == "NOUN"), None)


def _mention(sentence: Sentence, at: int, head: Reading, floor: int) -> Mention | None:
    first, last = _left_end(sentence, at, floor), _right_end(sentence, at)
    first, last = _with_quotes(sentence.tokens, first, last)
    tokens = sentence.tokens[first:last]
    text = nominative(tokens, "ru")
    kind = facility_type(text)
    alone = last - first == 1
    if not kind and not alone:
        return None
    start, end = tokens[0].start, tokens[-1].end
    value = FacilityValue(
        name="" if alone or _bare(tokens) or head.plural else text,
        type=kind,
        count=_count(sentence, first),
        place=_place_inside(sentence, first, last),
        plural=head.plural,
        definite=alone and not head.plural and not _introduced(sentence, first),
    )
    return Mention("facility", first, last, start, end, value, head.case or "nom")


def _left_end(sentence: Sentence, at: int, floor: int) -> int:
    first = at
    while first > floor and at - first < REACH and _adjective(sentence.tokens[first - 1]):
        first -= 1
    return first


def _adjective(token: Token) -> bool:
    if re.fullmatch(r"№\s?\d+", token.text):
        return True
    best = token.best
    return best.pos == "ADJ" and not best.form and best.lemma not in noise()


def _right_end(sentence: Sentence, at: int) -> int:
    """Grow over genitives: центр гематологии, станция скорой медицинской помощи Астаны."""
    tokens, last = sentence.tokens, at + 1
    end = last
    while last < len(tokens) and last - at < REACH:
        token = tokens[last]
        if token.text == "№" and last + 1 < len(tokens) and tokens[last + 1].text[0].isdigit():
            last = end = last + 2
            continue
        if not _genitive(token):
            break
        last += 1
        if token.best.pos != "ADJ":
            end = last
        if last + 1 < len(tokens) and tokens[last].norm == "и" and _genitive(tokens[last + 1]):
            last += 1
    return end


def _genitive(token: Token) -> bool:
    if not token.text[0].isalpha() or _head(token):
        return token.text.startswith("№")
    if token.best.pos in ("ADP", "CONJ", "PART"):
        return False
    if len(token.text) == 1 or token.best.pos not in ("NOUN", "ADJ", "PROPN") or token.best.form:
        return False
    return any(r.case == "gen" for r in token.readings)


def _with_quotes(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """Widen over ТОО «Центр гематологии» where the head stands inside the quotation."""
    if first > 0 and tokens[first - 1].text in "«“\"" and last < len(tokens) and tokens[last].text in "»”\"":
        first, last = first - 1, last + 1
        while first > 0 and LEGAL_FORM.match(tokens[first - 1].text):
            first -= 1
    elif last < len(tokens) and tokens[last].text in "«“":
        closing = next((i for i in range(last, min(len(tokens), last + REACH)) if tokens[i].text in "»”"), None)
        last = last if closing is None else closing + 1
    return first, last


def _introduced(sentence: Sentence, first: int) -> bool:
    """Новая поликлиника, одна поликлиника: a facility that is named for the first time."""
    return first > 0 and sentence.tokens[first - 1].best.lemma in noise() - {"этот", "данный"}


def _bare(tokens: tuple[Token, ...]) -> bool:
    head = next((i for i, t in enumerate(tokens) if _head(t)), 0)
    return head == len(tokens) - 1 and all(t.best.lemma in bare_words() for t in tokens[:head])


def _count(sentence: Sentence, first: int) -> Quantity | None:
    at = first
    while at > 0 and sentence.tokens[at - 1].best.lemma in noise():
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
