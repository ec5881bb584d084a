"""Kazakh things that share one noun in the plural: МРТ және маммография аппараттары, рентген мен УДЗ кабинеттері."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.model import Token

HEADS = lexicon.words("extract.clause.shared_heads", "heads")
METHODS = frozenset(lexicon.words("extract.clause.shared_heads", "methods"))
ENDINGS = lexicon.words("extract.clause.shared_heads", "endings")
SIGNS = frozenset(lexicon.words("extract.clause.shared_heads", "signs"))


def with_sharers(item: Phrase) -> Phrase:
    """Return a thing with the methods before it that leave its noun to it; itself where none does."""
    tokens, first = item.clause.sentence.tokens, item.first
    head = tokens[item.head]
    many = item.clause.language == "kk" and head.best.plural and is_lemma(head, *HEADS) and item.count is None
    if not many or item.head - item.first != 1 or not _is_method(tokens[item.first]):
        return item
    while first - 2 >= item.clause.first and tokens[first - 1].norm in SIGNS and _is_method(tokens[first - 2]):
        first -= 2
    numbers = {m.last for m in item.clause.mentions("number")}  # 2 МРТ және маммография аппараттары
    return item if first == item.first or first in numbers else replace(item, first=first)


def sharing(found: list[Phrase]) -> list[Phrase]:
    """Return things with those that share a noun as one, and none of its members by itself."""
    whole = [with_sharers(item) for item in found]
    wide = [w for w, item in zip(whole, found, strict=True) if w is not item]
    return [w for w in whole if not any(o is not w and o.first <= w.head < o.last for o in wide)]


def shares(item: Phrase) -> bool:
    """Say whether several methods share the noun of a thing."""
    tokens = item.clause.sentence.tokens
    return any(t.norm in SIGNS for t in tokens[item.first : item.head]) and is_lemma(tokens[item.head], *HEADS)


def _is_method(token: Token) -> bool:
    """МРТ, рентген, маммография: a bare word for how patients are examined or treated, which a device may be named by."""
    owners = (r for r in token.readings if r.case == "gen" and not (r.plural or r.possessive))
    if any(r.lemma in nouns("professions", "kk") for r in owners):
        return True  # терапевттің және кардиологтың кабинеттері
    bare = token.best.case in ("nom", "") and not (token.best.plural or token.best.possessive)
    short = token.text.isupper() and token.text.isalpha() and len(token.text) > 1
    return bare and (short or token.norm in METHODS or token.norm.endswith(ENDINGS))
