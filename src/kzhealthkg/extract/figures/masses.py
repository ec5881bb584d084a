"""Units of mass and volume between a figure and what it measures: 5,4 тонны крови, 400 литр қан."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention

MASSES = lexicon.words("extract.figures.masses", "units")


def mass(clause: Clause, number: Mention) -> str:
    """Return the unit of mass or volume right behind a number, "" for none."""
    following = clause.sentence.tokens[number.last : min(clause.last, number.last + 1)]
    return next((unit for t in following for unit in MASSES if is_lemma(t, unit)), "")
