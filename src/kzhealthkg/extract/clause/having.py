"""What a facility that is named behind only has: стационары, емханасы және бекеті бар аурухана."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention

HAVING = frozenset(lexicon.words("extract.clause.having", "having"))
LONGEST = 14
"""Words from the first of the things that a facility has to the word that says so, at most."""
REACH = 6
"""Words from there to the facility, at most."""
VERBAL = frozenset({"past", "pres", "prog", "fut", "intent", "conv", "cond"})


def owner_of(clause: Clause, at: int) -> Mention | None:
    """Return the facility that has what ends at a token; None where nothing says that one does."""
    if HAVING.isdisjoint(clause.words) or "facility" not in clause.named:
        return None
    tokens = clause.sentence.tokens
    for i in range(at, min(clause.last, at + LONGEST)):
        if tokens[i].norm in HAVING:
            behind = next(iter(clause.mentions("facility", first=i + 1)), None)
            if behind is None or behind.first - i > REACH:
                return None
            return None if any(t.text in ",;:" for t in tokens[i : behind.first]) else behind
        if tokens[i].best.form in VERBAL or tokens[i].text in ";:—–":
            return None
    return None
