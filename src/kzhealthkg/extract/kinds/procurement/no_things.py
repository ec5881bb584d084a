"""What is no thing bought, though it is called like one: work on a building, a field of work, the size of a house."""

from __future__ import annotations

import re
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.kinds.goods import item_names
from kzhealthkg.extract.kinds.procurement.others import for_others, social_transport

LISTING = frozenset(lexicon.words("kinds.procurement.no_things", "listing"))
SIZES = lexicon.words("kinds.procurement.no_things", "sizes")
SPHERES = lexicon.words("kinds.procurement.no_things", "spheres")
SYSTEMS = lexicon.words("kinds.procurement.no_things", "systems")
UTILITIES = lexicon.words("kinds.procurement.no_things", "utilities")
ORGANS = lexicon.words("kinds.procurement.no_things", "organs")
OURS = re.compile(r"[ыі]?м[ыі]з(д[ыі]|ға|ге|д[ыі]ң|ден|дан)?$")
HOUSE_REACH = 4


def no_thing(item: Phrase) -> bool:
    """Жылу жүйесі ауыстырылды, полицияға 50 машина алынды: work on a building, or what another sector gets."""
    return (
        _of_building(item)
        or _is_size(item)
        or _house(item)
        or _ours(item)
        or _of_sphere(item)
        or _done_to(item)
        or social_transport(item)
        or _any_transport(item)
        or _is_old(item)
        or _is_prize(item)
        or _in_each_car(item)
        or (not item_names.medical(item) and for_others(item))
    )


def _is_old(item: Phrase) -> bool:
    """Ескі рентген аппараты жаңасына ауыстырылды: what goes is not what comes."""
    return any(t.norm in OLD for t in item.clause.sentence.tokens[item.first : item.head])


def _is_prize(item: Phrase) -> bool:
    """Победителю вручили автомобиль, үздік дәрігерге көлік сыйға тартылды: a car won by a person is nobody's equipment."""
    if item.count is not None or PRIZES.isdisjoint(item.clause.words) or "facility" in item.clause.named:
        return False
    return is_lemma(item.clause.sentence.tokens[item.head], *CARS) and not item_names.medical(item)


PRIZES = frozenset(lexicon.words("kinds.procurement.no_things", "prizes"))


OLD = frozenset(lexicon.words("kinds.procurement.no_things", "old"))


def _in_each_car(item: Phrase) -> bool:
    """В каждой машине установлен дефибриллятор, әр көлікте …: what the cars told of are fitted with."""
    if EACH.isdisjoint(item.clause.words):
        return False
    pairs = pairwise(item.clause.tokens)
    return any(a.norm in EACH and is_lemma(b, *CARS) and b.best.case != "nom" for a, b in pairs)


EACH = frozenset(lexicon.words("kinds.procurement.no_things", "each"))
CARS = lexicon.words("kinds.procurement.no_things", "cars")


SIZING = frozenset(lexicon.words("kinds.procurement.no_things", "sizing"))
AT_LEAST = frozenset(lexicon.words("kinds.procurement.no_things", "at_least"))


def _any_transport(item: Phrase) -> bool:
    """Общественный транспорт, транспорт акимата: of health care only where a word says so."""
    tokens = item.clause.sentence.tokens
    health = any(is_lemma(t, *OF_HEALTH) for t in tokens[item.first : item.head])
    return is_lemma(tokens[item.head], *TRANSPORT) and not health


OF_HEALTH = lexicon.words("kinds.procurement.no_things", "of_health")
TRANSPORT = lexicon.words("kinds.procurement.no_things", "transport")


def _of_building(item: Phrase) -> bool:
    """Система отопления, нервная система: pipes of a house, or organs of a body, are nothing that is bought."""
    tokens = item.clause.sentence.tokens[item.first : item.last]
    system = item.clause.sentence.tokens[item.head].norm.startswith(SYSTEMS)
    return system and (len(tokens) == 1 or any(t.norm.startswith(UTILITIES + ORGANS) for t in tokens))


def _house(item: Phrase) -> bool:
    """Комплекс на 100 коек, на 300 посещений: what holds so many is a building."""
    behind = item.clause.sentence.tokens[item.last : item.last + HOUSE_REACH]
    sized = len(behind) > 2 and behind[0].norm == "на" and behind[1].text[0].isdigit()
    return sized and any(is_lemma(t, *SIZES) for t in behind[2:])


def _ours(item: Phrase) -> bool:
    """Дәрімізді алып берді: what a patient tells of, in the first person."""
    head = item.clause.sentence.tokens[item.head]
    return item.clause.language == "kk" and head.best.possessive and bool(OURS.search(head.norm))


def _of_sphere(item: Phrase) -> bool:
    """В сферах педагогики, экономики, техники: a field of work is no thing."""
    tokens, at = item.clause.sentence.tokens, item.first - 1
    if item.clause.language != "ru" or item.count is not None:
        return False
    while at >= item.clause.first and (tokens[at].norm in LISTING or tokens[at].best.case == "gen"):
        at -= 1
    return at >= item.clause.first and is_lemma(tokens[at], *SPHERES)


def _done_to(item: Phrase) -> bool:
    """На ремонт 40 машин нужно M: what is done to things that are there already buys none."""
    tokens = item.clause.sentence.tokens
    first = min(item.first, item.count.first if item.count is not None else item.first)
    before = tokens[max(item.clause.first, first - 1) : first]
    return item.clause.language == "ru" and any(is_lemma(t, *UPKEEP) for t in before)


UPKEEP = lexicon.words("kinds.procurement.no_things", "upkeep")


def _is_size(item: Phrase) -> bool:
    """Больницы на 300 и 250 коек: beds that only tell how large a house is."""
    tokens, at = item.clause.sentence.tokens, item.first - 1
    if item.count is not None:
        at = min(at, item.count.first - 1)
    while at > item.clause.first and (tokens[at].text[0].isdigit() or tokens[at].norm in ("и", ",")):
        at -= 1
    sized = at < item.first - 1 or item.count is not None
    while at > item.clause.first and tokens[at].norm in AT_LEAST:
        at -= 1
    return (
        item.clause.language == "ru"
        and sized
        and bool(SIZING & {tokens[at].norm, tokens[at].best.lemma})
        and is_lemma(tokens[item.head], *SIZES)
    )
