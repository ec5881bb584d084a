"""Measures of what only the clause before names: 300 машин, износ которых превышает 60 %."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause

RELATIVE = lexicon.words("extract.figures.relative_ru", "relative")


def with_antecedent(clause: Clause, measure: str, first: int) -> str | None:
    """Return a measure with the noun before its comma in the place of которых, None where no genitive stands there."""
    words = measure.split()
    related = [i for i, word in enumerate(words) if i and word.lower().startswith(RELATIVE)]
    if not related or clause.language != "ru":
        return measure
    tokens = clause.sentence.tokens
    owner = tokens[first - 2] if first > 1 and tokens[first - 1].text == "," else None
    fits = owner is not None and owner.best.pos == "NOUN" and any(r.case == "gen" for r in owner.readings)
    return " ".join([*words[:-1], owner.text]) if owner is not None and fits and related == [len(words) - 1] else None
