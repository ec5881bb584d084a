"""What is only imagined: a condition, or what never was."""

from __future__ import annotations

from kzhealthkg.extract.status import supposes
from kzhealthkg.extract.syntax import Clause


def unreal(clause: Clause) -> bool:
    """Егер аппарат келген болса, …; если бы привезли …: what is only imagined, or was never so."""
    if clause.language == "ru":
        return clause.says("бы")
    return clause.sentence.tokens[clause.last - 1].best.form == "cond" and supposes(clause)
