"""What is granted before the main clause, or given as its cause: 40 дәрігер келсе де, …; келгенімен, …; келгендіктен, …"""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import forms
from kzhealthkg.model import Token

EVEN = frozenset(lexicon.words("extract.clause.conceded", "even"))
ENDINGS = lexicon.words("extract.clause.conceded", "endings")
ONCE = frozenset(lexicon.words("extract.clause.conceded", "once"))
DESPITE = frozenset(lexicon.words("extract.clause.conceded", "despite"))


def conceded(tokens: tuple[Token, ...], at: int) -> bool:
    """Say whether the words before token ``at`` close a clause that grants something, gives a cause or was so once."""
    last, before = tokens[at - 1], tokens[at - 2] if at > 1 else None
    if before is not None and last.norm in EVEN:
        return before.best.form == "cond"
    if before is not None and last.norm in ONCE:
        return before.best.form == "perf"  # салынған еді, қазір …
    if before is not None and last.norm in DESPITE:
        return before.best.pos == "VERB" and before.best.case == "dat" and "part" in forms(before)
    return granted(last)


def granted(verb: Token) -> bool:
    """Жеткізілгенімен, келгендіктен: say whether a verb grants something, or gives it as a cause."""
    return verb.norm.endswith(ENDINGS) and verb.best.pos == "VERB"
