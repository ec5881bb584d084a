"""Where something is built that a visitor goes to: на стройке побывал X, құрылыс алаңында болды."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Token

SITES = lexicon.words("kinds.visit.building_sites", "sites")
GROUNDS = lexicon.words("kinds.visit.building_sites", "grounds")
BUILDING = lexicon.words("kinds.visit.building_sites", "building")


def site_of(hit: Hit) -> Token | None:
    """Return the word for a work or its site in the clause of a cue: those of the frame, else a building site."""
    own = hit.frame.options.get("site", ())
    found = next((t for t in hit.clause.tokens if own and is_lemma(t, *own)), None)
    return found or (on_site(hit.clause) if hit.frame.options.get("place") or own else None)


def on_site(clause: Clause) -> Token | None:
    """Return the word for the ground on which is built: стройка, строительная площадка, құрылыс алаңы."""
    if SITE_WORDS.isdisjoint(clause.words):
        return None
    grounds = [b for a, b in pairwise(clause.tokens) if is_lemma(b, *GROUNDS) and is_lemma(a, *BUILDING)]
    return next(iter(grounds), None) or next((t for t in clause.tokens if is_lemma(t, *SITES)), None)


SITE_WORDS = frozenset((*SITES, *GROUNDS))
