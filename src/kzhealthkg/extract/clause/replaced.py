"""What something else takes the place of: вместо старых машин; ескі томографтың орнына."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.model import Mention, Sentence, Token

INSTEAD_RU = frozenset(lexicon.words("extract.clause.replaced", "instead_ru"))
INSTEAD_KK = frozenset(lexicon.words("extract.clause.replaced", "instead_kk"))
INSTEAD = INSTEAD_RU | INSTEAD_KK
SIZED = frozenset(lexicon.words("extract.clause.replaced", "sized"))
NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
FIGURES = frozenset({"number", "money", "percent"})
NAMES = FIGURES | {"facility"}
LONGEST = 8


@once_each
def replaced(sentence: Sentence) -> frozenset[int]:
    """Return the tokens that name what is no more, or was not so: no thing or number that is told of."""
    if INSTEAD.isdisjoint(sentence.words):
        return frozenset()
    found: set[int] = set()
    for at, token in enumerate(sentence.tokens):
        if token.norm in INSTEAD_RU:
            found |= _behind(sentence, at + 1)
        elif token.norm in INSTEAD_KK:
            found |= _before(sentence, at)
    return frozenset(found)


def without_replaced(sentence: Sentence) -> Sentence:
    """Return a sentence without the figures of what is replaced; its new building may yet be told of."""
    if INSTEAD.isdisjoint(sentence.words):
        return sentence
    gone = replaced(sentence)
    kept = tuple(m for m in sentence.mentions if not _among(m, gone)) if gone else sentence.mentions
    return sentence if len(kept) == len(sentence.mentions) else replace(sentence, mentions=kept)


def _among(mention: Mention, gone: frozenset[int]) -> bool:
    return mention.type in FIGURES and mention.first in gone


def _behind(sentence: Sentence, first: int) -> set[int]:
    """Вместо [поликлиники на 100 посещений] построили больницу: the genitives, and the size of what they name."""
    figures = {i for m in sentence.mentions if m.type in NAMES for i in range(m.first, m.last)}
    tokens, at = sentence.tokens[: first + LONGEST], first
    while at < len(tokens) and (at in figures or _genitive(tokens[at]) or _size(sentence, at)):
        at += 1
    return set(range(first, at))


def _size(sentence: Sentence, at: int) -> bool:
    sized = any(m.type == "number" and m.first == at + 1 for m in sentence.mentions)
    return sized and sentence.tokens[at].norm in SIZED


def _genitive(token: Token) -> bool:
    """A noun, its adjective or an abbreviation."""
    return (len(token.text) > 1 and token.text.isupper()) or any(
        r.case == "gen" and r.pos in NAMING for r in token.readings
    )


def _before(sentence: Sentence, last: int) -> set[int]:
    """Ауруханаға [бес ескі көліктің] орнына 10 автомобиль берілді."""
    tokens, at = sentence.tokens, last - 1
    if at < 0 or tokens[at].best.case != "gen":
        return set()
    figures = {i for m in sentence.mentions if m.type in NAMES for i in range(m.first, m.last)}
    while at > max(0, last - LONGEST) and _counts(tokens[at - 1], at - 1 in figures):
        at -= 1
    return set(range(at, last))


def _counts(token: Token, figure: bool) -> bool:
    """Нысанның 38-і апатты нысанның орнына: a figure that owns something counts no noun behind it."""
    return not token.best.possessive if figure else _describes(token)


def _describes(token: Token) -> bool:
    return token.best.pos in ("ADJ", "NUM") or (token.best.pos == "NOUN" and token.best.case in ("nom", "gen"))
