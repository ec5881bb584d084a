"""How few of the facilities have a thing: бес емхана ғана маммографпен жабдықталған."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.model import Mention

FITTED = lexicon.words("extract.clause.only_some", "fitted")
ONLY = frozenset(lexicon.words("extract.clause.only_some", "only"))


def only_some(hit: Hit) -> bool:
    """Бес емхана ғана маммографпен жабдықталған, лишь пять больниц оснащены: how few have a thing is no purchase."""
    if not is_lemma(hit.verb, *FITTED) or hit.clause.words.isdisjoint(ONLY):
        return False
    houses = hit.clause.mentions("facility")
    return any(m.value.count is not None and _only(hit, m) for m in houses)


def _only(hit: Hit, house: Mention) -> bool:
    tokens = hit.clause.sentence.tokens
    beside = (*tokens[max(0, house.first - 2) : house.first], *tokens[house.last : house.last + 1])
    return any(t.norm in ONLY for t in beside)
