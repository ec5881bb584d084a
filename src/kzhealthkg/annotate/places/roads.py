"""The towns between which a road runs: what is told beside the road stands in none of them."""

from __future__ import annotations

from collections.abc import Sequence

from kzhealthkg import lexicon
from kzhealthkg.annotate.words import AND_KK
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

QUOTES = frozenset("«»“”")
BETWEEN = lexicon.words("annotate.places.roads", "between")
ROADS = lexicon.words("annotate.places.roads", "roads")
WAYS = lexicon.words("annotate.places.roads", "ways")
MADE = frozenset(lexicon.words("annotate.places.roads", "made"))
REACH = 6


def may_tell(token: Token) -> bool:
    """Say whether a word may make the places beside it the ends of a road."""
    return token.norm.startswith((*ROADS, *WAYS))


def is_road_end(tokens: Sequence[Token], mention: Mention) -> bool:
    """Say whether a place is an end of a road: Алматы – Өскемен тас жолы, трасса Алматы – Хоргос, A мен B арасындағы жол."""
    first, last = _chain(tokens, mention)
    if last - first < 3:
        return False
    linked = any(tokens[i].norm in AND_KK for i in range(first, last))
    behind = _phrase(tokens[last : last + REACH])
    if linked:
        return bool(behind) and behind[0].norm.startswith(BETWEEN) and _is_road(behind)
    before = tokens[max(0, first - REACH) : first]
    return _is_road(behind) or _opened(before)


def _chain(tokens: Sequence[Token], mention: Mention) -> tuple[int, int]:
    """Return the run of names, joined by dashes or "and", in which a mention stands."""
    first, last = mention.first, mention.last
    while first > 1 and _joins(tokens, first - 1) and tokens[first - 2].text[0].isupper():
        first -= 2
    while last + 1 < len(tokens) and _joins(tokens, last) and tokens[last + 1].text[0].isupper():
        last += 2
    return first, last


def _joins(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text in DASHES or tokens[at].norm in AND_KK


def _phrase(tokens: Sequence[Token]) -> list[Token]:
    """Return the words of a phrase behind a chain, quotation marks left out, up to a sign, a name or a place of its own."""
    kept = [t for t in tokens if t.text not in QUOTES]
    end = next((i for i, t in enumerate(kept) if not t.text[0].isalpha() or t.text[0].isupper()), len(kept))
    return kept[:end]


def _is_road(words: Sequence[Token]) -> bool:
    """Тас жолы, автожолының: a road; өмір жолы, темір жол ауруханасы: none."""
    for i, token in enumerate(words):
        if token.norm.startswith(ROADS):
            return True
        if token.norm.startswith(WAYS) and i and words[i - 1].norm in MADE:
            return True
    return False


def _opened(before: Sequence[Token]) -> bool:
    """Трасса «A – B», на участке автодороги A – B: the road stands right before its ends."""
    kept = [t for t in before if t.text not in QUOTES]
    return bool(kept) and kept[-1].norm.startswith(ROADS)
