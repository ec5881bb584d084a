"""A house given to people in Russian: «поликлинику передали жителям» tells that it opened, «поликлиника передала» does not."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.mentions_ru import cases
from kzhealthkg.extract.clause.syntax import is_lemma


def not_opened(hit: Hit) -> bool:
    """Say whether a house gives something itself, or an old one is given for another use."""
    if not hit.frame.options.get("handed"):
        return _deployed(hit)
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    old = any(is_lemma(t, *OLD) for t in tokens[clause.first : clause.last])
    reused = any(t.norm in USED_AS for t in tokens[hit.last : clause.last])
    gives = hit.verb.best.form != "perf" and any(
        "nom" in cases(clause, m) for m in clause.mentions("facility", last=hit.first)
    )
    return old or reused or gives


def _deployed(hit: Hit) -> bool:
    """Развернули 7 инфекционных стационаров: hospitals that are set up for a while in houses that stand."""
    if not is_lemma(hit.verb, *DEPLOYING):
        return False
    counts = (m.value.count for m in hit.clause.mentions("facility"))
    return any(count is not None and count.value > 1 for count in counts)


DEPLOYING = lexicon.words("kinds.works.handed_ru", "deploying")


OLD = lexicon.words("kinds.works.handed_ru", "old")
USED_AS = frozenset(lexicon.words("kinds.works.handed_ru", "used_as"))
