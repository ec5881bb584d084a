"""Values without a verb: нәресте өлімінің көрсеткіші 1000 тірі туғанға шаққанда 6,8."""

from __future__ import annotations

from kzhealthkg.extract import rates
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.per import is_per
from kzhealthkg.extract.syntax import ENDS, Clause
from kzhealthkg.model import Mention


def nominal(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the value that closes a whole Kazakh sentence in which nothing but a measure, a time and a per stand."""
    number = _closing(clause)
    if number is None:
        return []
    measure = rates.measured(clause, number.first, memory)
    if measure is None or not measure[0] or not _beside(clause, measure[1], number):
        return []
    draft = rates.drafted(clause, "indicator-nominal", measure, number, memory)
    draft.say("unit", "%" if number.type == "percent" else "")
    return [draft] if "measure" in draft.slots else []


def _closing(clause: Clause) -> Mention | None:
    """Return the figure that ends a sentence without any verb."""
    if clause.language != "kk" or clause.first or clause.last < len(clause.sentence.tokens) - 1:
        return None
    figures = clause.mentions("number", "percent", "money")
    last = figures[-1] if figures and figures[-1].last == clause.last else None
    plain = last is not None and last.case in ("nom", "") and last.type != "money"
    return last if plain and not any(t.best.form in ENDS for t in clause.tokens) else None


def _beside(clause: Clause, first: int, number: Mention) -> bool:
    """Say whether behind the measure there are only dates, the per and the figure, and no sign."""
    others = [m for m in clause.mentions("number", "percent") if m is not number and not is_per(clause, m)]
    signs = any(not (t.text[0].isalnum() or t.text in "«»()") for t in clause.sentence.tokens[first : number.first])
    return not signs and not any(m.first > first for m in others)
