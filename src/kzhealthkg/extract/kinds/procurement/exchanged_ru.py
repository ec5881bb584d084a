"""What comes in the place of old things: старые машины заменят на новые реанимобили."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import is_case, is_lemma
from kzhealthkg.extract.kinds.goods import goods

REPLACING = lexicon.words("kinds.procurement.exchanged_ru", "replacing")
OLD = lexicon.words("kinds.procurement.exchanged_ru", "old")


def exchanged(hit: Hit) -> list[Phrase] | None:
    """Return what a verb of replacing says is new; None for other verbs, and where only one thing is told of that is not old."""
    if hit.clause.language != "ru" or not is_lemma(hit.verb, *REPLACING):
        return None
    found = goods.things(hit.clause)
    new = [p for p in found if _is_new(p)]
    return new or ([] if any(_is_old(p) for p in found) else None)


def _is_new(item: Phrase) -> bool:
    """На новые машины, новыми машинами: behind the preposition, or in the case of what something is done with."""
    tokens, count = item.clause.sentence.tokens, item.count
    first = min(item.first, count.first if count is not None else item.first)
    return (first > 0 and tokens[first - 1].norm == "на") or is_case(tokens[item.head], "ins")


def _is_old(item: Phrase) -> bool:
    return any(is_lemma(t, *OLD) for t in item.clause.sentence.tokens[item.first : item.head])
