"""Who only tells somebody of things, receives guests or reports on others, and so is not the one spoken of."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import words_before, words_of
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.model import Mention, Sentence

SAYING = 2


def reported_to(sentence: Sentence) -> bool:
    """Бұл туралы оған басшы X баяндады: who reports to the one spoken of does not become the one spoken of."""
    asked = not HEARERS.isdisjoint(sentence.words) and any(t.norm in HEARERS for t in sentence.tokens)
    return asked and any(is_lemma(t, *words_of("report", "kk")) for t in sentence.tokens[-REPORT_REACH:])


def welcomed(sentence: Sentence) -> bool:
    """Қонақтарды орталық директоры X қарсы алды: who receives the guests is not the one spoken of."""
    pairs = pairwise(t.norm for t in sentence.tokens) if sentence.words & WELCOME_VERBS else ()
    return any(f"{a} {b}" in WELCOMING for a, b in pairs)


WELCOMING = frozenset(lexicon.words("extract.context.hearers", "welcoming"))
WELCOME_VERBS = frozenset(phrase.split()[-1] for phrase in WELCOMING)
HEARERS = frozenset(lexicon.words("extract.context.hearers", "hearers"))
REPORT_REACH = 5


def reports(sentence: Sentence, group: list[Mention], language: str) -> bool:
    """… келді, деп жазды X: who only reports is not the one spoken of."""
    said = words_of("say", language)
    if said.isdisjoint(sentence.words):
        return False
    return any(is_lemma(t, *said) for t in words_before(sentence, group, SAYING))
