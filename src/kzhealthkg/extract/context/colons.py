"""The place that the part of a sentence before a colon tells of: В A кадровый голод: не хватает 20 врачей."""

from __future__ import annotations

from kzhealthkg.extract.clause.nouns import area_words
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import FOREIGN
from kzhealthkg.model import PlaceValue


def before_colon(clause: Clause) -> PlaceValue | None:
    """Return the one place of what stands before the colon that opens a clause without a place of its own."""
    tokens = clause.sentence.tokens
    if not clause.first or tokens[clause.first - 1].text != ":" or "place" in clause.named:
        return None
    if any(is_lemma(t, *area_words(clause.language)) for t in clause.tokens):
        return None
    found = [m.value for m in clause.sentence.mentions if m.type == "place" and m.last < clause.first]
    return found[0] if len(found) == 1 and found[0].level not in FOREIGN else None
