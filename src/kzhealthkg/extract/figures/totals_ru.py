"""The whole of a Russian share, said in words that count nothing: 94 % от общего числа доноров."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import OF_WHOLE
from kzhealthkg.extract.clause.syntax import Clause

TOTALS = frozenset(lexicon.words("extract.figures.totals_ru", "totals"))
NUMBERS = frozenset(lexicon.words("extract.figures.totals_ru", "numbers"))


def past_total(clause: Clause, at: int) -> int:
    """Return where those counted begin behind a share: past "из общего числа", else ``at``."""
    words = clause.sentence.tokens[at : min(clause.last, at + 3)]
    found = len(words) == 3 and words[0].norm in OF_WHOLE and words[1].norm in TOTALS and words[2].norm in NUMBERS
    return at + 3 if found else at
