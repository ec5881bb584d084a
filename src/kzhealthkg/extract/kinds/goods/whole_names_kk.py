"""Where the name of a Kazakh thing begins: all that a sign or a conjunction joins to its first word belongs to it."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.model import Token
from kzhealthkg.model.frozen import replace

RELATING = lexicon.words("kinds.goods.whole_names_kk", "relating")


def whole(item: Phrase) -> Phrase:
    """Ford және Hyundai маркалы көлік: both makes name it; [қолдануға] ыңғайлы аппарат: an adjective wants its words."""
    tokens, first = item.clause.sentence.tokens, item.first
    if first < item.head and tokens[first].norm in FITTING and first and tokens[first - 1].best.case == "dat":
        return replace(item, first=first + 1)
    while first - 2 >= item.clause.first and tokens[first - 1].norm in BETWEEN and _are_alike(item, first):
        first -= 2
    while first < item.first and first > item.clause.first and _is_make(tokens[first - 1]):
        first -= 1  # Toyota Hiace және Foton
    return replace(item, first=first)


def _are_alike(item: Phrase, first: int) -> bool:
    """Ford және Hyundai; лазерлік және эндоскопиялық құрал; қызылша мен қызамыққа қарсы: two words that a sign joins are of one sort."""
    tokens = item.clause.sentence.tokens
    left, right = tokens[first - 2], tokens[first]
    if _is_make(right):
        return _is_make(left)
    if tokens[first + 1].norm == AGAINST:
        return left.best.pos == "NOUN" and left.best.case == "nom"
    return first < item.head and item.count is None and all(t.norm.endswith(RELATING) for t in (left, right))


AGAINST = "қарсы"


def _is_make(token: Token) -> bool:
    """Ford, Toyota: the name of a make in Latin letters."""
    return token.text[0].isupper() and token.text[0].isascii()


FITTING = frozenset(lexicon.words("kinds.goods.whole_names_kk", "fitting"))
BETWEEN = frozenset(lexicon.words("kinds.goods.whole_names_kk", "between"))
