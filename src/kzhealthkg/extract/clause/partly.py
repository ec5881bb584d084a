"""Words right beside a verb by which only a part of a thing is done: наполовину отремонтирована, жартылай жөнделді."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.syntax import Clause

NEARLY = lexicon.words("extract.clause.partly", "nearly")
SHARES = lexicon.words("extract.clause.partly", "shares")
ENDS = {phrase.split()[-1] for phrase in (*NEARLY, *SHARES)}
NEAR = 4


def in_part(clause: Clause, first: int, last: int) -> bool:
    """Say whether a part is told of right before the verb at ``first:last``, or behind it: лишь на треть."""
    if ENDS.isdisjoint(clause.words):
        return False
    norms = [t.norm for t in clause.sentence.tokens]
    before = " ".join(["", *norms[max(clause.first, first - NEAR) : first]])
    behind = " ".join(["", *norms[last : min(last + NEAR, clause.last)], ""])
    ahead = before.endswith(tuple(f" {phrase}" for phrase in (*NEARLY, *SHARES)))
    return ahead or any(f" {phrase} " in behind for phrase in SHARES) or _nearly_ended(clause, last)


def _nearly_ended(clause: Clause, last: int) -> bool:
    """Құрылысы толықтай дерлік аяқталды, строительство практически завершено: the verb of ending behind a noun is softened."""
    tokens = clause.sentence.tokens
    if tokens[last - 1].best.form:
        return False
    behind = tokens[last : min(last + NEAR, clause.last)]
    end = next((i for i, t in enumerate(behind) if phase_of(t, clause.language) == "end"), 0)
    return f" {' '.join(t.norm for t in behind[:end])}".endswith(tuple(f" {phrase}" for phrase in NEARLY))
