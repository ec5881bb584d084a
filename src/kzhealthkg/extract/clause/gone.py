"""Kazakh places, and houses, that people used to go to, need not go to any more or are sent to: Астанаға баратын, бармайды."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.model import Mention, Sentence

GOING_THERE = frozenset(lexicon.words("extract.clause.gone", "going_there"))
SENT = frozenset(lexicon.words("extract.clause.gone", "sent"))
REACH = 5
"""Words from a place to the verb of going there, at most."""


def gone_kk(sentence: Sentence, place: Mention) -> bool:
    """Say whether people used to go to a place, do not go there or are sent: Қарағандыға жіберіледі, Астанаға бармайды."""
    if place.case != "dat":
        return False
    after = () if SENT.isdisjoint(sentence.words) else sentence.tokens[place.last : place.last + REACH]
    return any(t.best.lemma in SENT for t in after) or once_gone(sentence, place)


def once_gone(sentence: Sentence, place: Mention) -> bool:
    """Астанаға баратын, ауруханаға бару керек емес, бармайды: people go somewhere no more, or had to."""
    if place.case != "dat" or GOING_THERE.isdisjoint(sentence.words):
        return False
    gone = (t for t in sentence.tokens[place.last : place.last + REACH] if t.best.lemma in GOING_THERE)
    return any(t.best.form in ("inf", "part") or t.best.negative for t in gone)
