"""Figures of the whole world and of other countries: they measure nothing of health here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import IN, IN_OR_ON
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.memory import FOREIGN, HOME
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention, PlaceValue, Sentence, Token

WORLD = frozenset(lexicon.words("extract.context.beyond", "world"))
WHOLE = frozenset(lexicon.words("extract.context.beyond", "whole"))
ESTIMATING = frozenset(lexicon.words("extract.context.beyond", "estimating"))
HERE = frozenset(lexicon.words("extract.context.beyond", "here"))
SCOPES = WORLD | HERE


def beyond(draft: Draft, sentence: Sentence) -> bool:
    """Say whether a figure is told of the world or another country: by the nearest word of place before it, else behind."""
    if draft.kind in HOUSED or (draft.kind == "Funding" and "currency" in draft.slots):
        return _stands_abroad(draft, sentence)
    if draft.kind == "Procurement":
        sent = any(_sent_to(sentence, m) for m in sentence.mentions if m.type == "place")
        return sent or _of_others(draft, sentence) or _to_neighbours(sentence)
    if draft.kind != "Indicator" or not (_estimated(sentence) or any(not home for _, home in _scopes(sentence))):
        return False
    at, found = min(draft.used, default=draft.start), sorted(_scopes(sentence))
    before = [home for start, home in found if start < at]
    return not before[-1] if before else not found[0][1] if found else True


def _sent_to(sentence: Sentence, mention: Mention) -> bool:
    """Казахстан передаст X-стану аппараты, отправил в X-стан вакцину: aid to another country is bought for none here."""
    if mention.value.level not in FOREIGN or mention.value.name in HOME or SENDING.isdisjoint(sentence.words):
        return False
    towards = any(r.case in ("acc", "nom") for r in sentence.tokens[mention.last - 1].readings)
    return mention.case == "dat" or (_behind(sentence, mention.first) in IN and towards)


def _to_neighbours(sentence: Sentence) -> bool:
    """В соседнюю страну, көрші елге, за рубеж, шетелге: to a country that is not named."""
    if FAR.isdisjoint(sentence.words) or SENDING.isdisjoint(sentence.words):
        return False
    for before, token in pairwise(sentence.tokens):
        if not FAR.isdisjoint(before.words) and is_lemma(token, *LANDS) and token.best.case in ("acc", "dat"):
            return True
        if (before.norm == OUTSIDE and token.norm in FAR) or (before.norm in FAR and before.best.case == "dat"):
            return True
    return False


def _of_others(draft: Draft, sentence: Sentence) -> bool:
    """В Ташкенте закупили 300 машин: what a sentence that opens in another country tells, and with no word of this one."""
    named = [m for m in sentence.mentions if m.type == "place" and isinstance(m.value, PlaceValue)]
    opened = bool(named) and named[0].first <= OPENING * (sentence.tokens[0].norm in IN)
    houses = any(m.type in ("facility", "organization") for m in sentence.mentions) or "currency" in draft.slots
    return (
        opened
        and not houses
        and not any(home for m in named for _, home in _of_place(m, m.value))
        and _abroad(named[0])
    )


def _abroad(mention: Mention) -> bool:
    return mention.case == "loc" and mention.value.level in FOREIGN and mention.value.name not in HOME


OPENING = 2
"""Words before the place in which a sentence opens: в узбекском Ташкенте."""
FAR = frozenset(lexicon.words("extract.context.beyond", "far"))
OUTSIDE = "за"
SENDING = frozenset(lexicon.words("extract.context.beyond", "sending"))
HOUSED = frozenset({"Works", "Capacity"})


def _stands_abroad(draft: Draft, sentence: Sentence) -> bool:
    """В Корее врач открыл в г. X больницу: a house told of behind another country is none of here, nor money of its own."""
    named = [m for m in sentence.mentions if m.type == "place" and isinstance(m.value, PlaceValue)]
    found = [home for m in named for start, home in _of_place(m, m.value) if home or start < draft.end]
    return bool(found) and not any(found)


def _estimated(sentence: Sentence) -> bool:
    """По оценке ВОЗ: what a body of the whole world counts is counted in the whole world."""
    return not ESTIMATING.isdisjoint(sentence.words)


def _scopes(sentence: Sentence) -> Iterator[tuple[int, bool]]:
    """Yield where the words of place in a sentence stand, and whether each is one of this country."""
    if not SCOPES.isdisjoint(sentence.words):
        for at, token in enumerate(sentence.tokens):
            if token.norm in WORLD and _is_scope(sentence, at):
                yield token.start, False
            elif not HERE.isdisjoint(token.words) and not _from_lands(token):
                yield token.start, not (token.best.plural and is_lemma(token, *LANDS))
    for mention in sentence.mentions:
        if mention.type == "place" and isinstance(mention.value, PlaceValue):
            yield from _of_place(mention, mention.value)


def _of_place(mention: Mention, place: PlaceValue) -> Iterator[tuple[int, bool]]:
    if place.level not in FOREIGN or place.name in HOME:
        yield mention.start, True
    elif mention.case == "loc":
        yield mention.start, False


def _is_scope(sentence: Sentence, at: int) -> bool:
    """В мире, во всём мире, дүние жүзінде; not: лучший в мире, впервые в мире."""
    if sentence.tokens[at].norm not in WHOLE:
        return True
    if sentence.tokens[at].norm == OVER[0]:
        return any(t.norm == OVER[1] for t in sentence.tokens[at + 1 : at + 2])
    before = _behind(sentence, at)
    first = at - 1 if before in IN_OR_ON else at - 2
    ranked = first > 0 and (_behind(sentence, first) in RANKING or sentence.tokens[first - 1].best.pos == "ADJ")
    return before in SCOPING and not (ranked and before in IN_OR_ON)


def _from_lands(token: Token) -> bool:
    """Пациенты из стран СНГ: where people come from says not where they are counted."""
    return token.best.plural and token.best.case == "gen" and is_lemma(token, LANDS[0])


LANDS = lexicon.words("extract.context.beyond", "lands")
SCOPING = IN_OR_ON | frozenset(lexicon.words("extract.context.beyond", "scoping"))
OVER = lexicon.words("extract.context.beyond", "over")
RANKING = frozenset(lexicon.words("extract.context.beyond", "ranking"))


def _behind(sentence: Sentence, at: int) -> str:
    return sentence.tokens[at - 1].norm if at else ""
