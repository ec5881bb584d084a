"""Towns that a thing is only compared with: мұндай орталық Астанада ғана бар; вторая такая больница после Астаны."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.model import Mention, Sentence

SUCH = frozenset(lexicon.words("annotate.places.compared", "such"))
ONLY = frozenset(lexicon.words("annotate.places.compared", "only"))
BEING = frozenset(lexicon.words("annotate.places.compared", "being"))
AFTER = frozenset(lexicon.words("annotate.places.compared", "after"))
RANKS = frozenset(lexicon.words("annotate.places.compared", "ranks"))
LIKE = frozenset(lexicon.words("annotate.places.compared", "like"))
COMPARING = ONLY | AFTER | LIKE
AND = lexicon.words("annotate.places.compared", "joining")
NEAR = 2
"""Words from a town to what compares with it, at most."""


def without_compared(sentence: Sentence, places: list[Mention]) -> list[Mention]:
    """Return the places of a sentence without those that only say where else such a thing is; one with a figure tells of them."""
    if not places or COMPARING.isdisjoint(sentence.words) or any(t.text[0].isdigit() for t in sentence.tokens):
        return places
    gone = [m for m in places if _compared(sentence, m)]
    return [m for m in places if m not in gone and not any(_joined(sentence, m, n) for n in gone)] if gone else places


def _joined(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Астана мен Алматыдағы сияқты, только в Астане и Алматы: the town beside one that is compared with is so as well."""
    first, last = min(one.last, other.last), max(one.first, other.first)
    between = sentence.tokens[first:last]
    return 0 < len(between) <= NEAR and between[0].norm in AND


def _compared(sentence: Sentence, place: Mention) -> bool:
    tokens = sentence.tokens
    before = {t.norm for t in tokens[max(0, place.first - NEAR) : place.first]}
    behind = {t.norm for t in tokens[place.last : place.last + NEAR]}
    if not ONLY.isdisjoint(before | behind):
        return not (SUCH.isdisjoint(sentence.words) or BEING.isdisjoint(sentence.words))
    if not AFTER.isdisjoint(before | behind):
        return not (SUCH.isdisjoint(sentence.words) or RANKS.isdisjoint(sentence.words))
    at = place.last + NEAR * (place.last < len(tokens) and tokens[place.last].norm in AND)
    return any(t.norm in LIKE for t in tokens[at : at + 1])
