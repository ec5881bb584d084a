"""What a Kazakh sum is told of by a participle only: құрылысына 3 млрд теңге жұмсалған [ғимарат]."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention

BUILDINGS = frozenset(lexicon.words("extract.clause.costing", "buildings"))
REACH = 3
"""Words from a sum to its participle: теңге көлемінде қаржы бөлінген."""


def building_of(clause: Clause, money: Mention) -> int | None:
    """Return where the house stands that a participle describes by its cost, None where it does no such thing."""
    tokens = clause.sentence.tokens
    forms = (i for i in range(money.last, min(money.last + REACH, clause.last - 1)) if tokens[i].best.form)
    at = next(forms, None)
    if clause.language != "kk" or at is None or tokens[at].best.form not in ("perf", "part"):
        return None
    facilities = {m.first for m in clause.mentions("facility")}
    return next(
        (i for i in (at + 1, at + 2) if i in facilities or (tokens[i : i + 1] and tokens[i].norm in BUILDINGS)), None
    )
