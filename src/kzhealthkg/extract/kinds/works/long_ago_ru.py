"""Works of old times, which an article only tells the story of."""

from __future__ import annotations

import re

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.status_ru import FINITE, verb_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import FIGURE

AGES = 5
"""Words from a work to the age that dates it."""
DECADE = re.compile(r"(?:19)?[2-9]0-?(?:е|х|ых|ые)")
"""70-х, 1980-е."""
AGED = frozenset(lexicon.words("kinds.works.long_ago_ru", "aged"))
NARRATING = frozenset(lexicon.words("kinds.works.long_ago_ru", "narrating"))
START = 4
"""Words that open a clause."""


def long_ago(hit: Hit) -> bool:
    """Корпуса, построенные ещё в прошлом веке, в 70-х годах: how old a building is."""
    sentence = hit.clause.sentence
    if sentence.marks & FIGURE or not AGED.isdisjoint(sentence.words):
        behind = sentence.tokens[hit.last : hit.last + AGES]
        if any(is_lemma(t, *AGED) or DECADE.fullmatch(t.norm) for t in behind) or _once(hit):
            return True
    return _narrated(hit.clause) or _written_then(hit)


def _once(hit: Hit) -> bool:
    """В 60-х годах в посёлке построили больницу."""
    built = verb_of(hit) is not None and hit.frame.slots.get("workType") == "construction"
    return built and any(DECADE.fullmatch(t.norm) for t in hit.clause.tokens[:START])


def _narrated(clause: Clause) -> bool:
    """Позже возникла необходимость расширить здание: what came to be in a story is no need of today."""
    if clause.tokens[0].norm not in NARRATING:
        return False
    return {t.best.form for t in clause.tokens if t.best.form in FINITE} == {"past"}


def _written_then(hit: Hit) -> bool:
    """Год назад газета писала, что больницу строят: how things stood at the time of an older report."""
    if hit.verb.best.form != "pres" or THEN.isdisjoint(hit.clause.sentence.words):
        return False
    before = hit.clause.sentence.tokens[: hit.clause.first]
    told = any(is_lemma(t, *TOLD) and t.best.form == "past" for t in before)
    return told and any(t.norm in THEN for t in before)


TOLD = frozenset(lexicon.words("kinds.works.long_ago_ru", "told"))
THEN = frozenset(lexicon.words("kinds.works.long_ago_ru", "then"))
