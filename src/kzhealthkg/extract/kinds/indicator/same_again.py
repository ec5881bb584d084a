"""The same people counted at another time, their noun not said again: былтыр 86 науқас анықталса, биыл 126-сы анықталды."""

from __future__ import annotations

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures.measured_before import latest
from kzhealthkg.model import Mention


def same_again(hit: Hit, number: Mention, memory: Memory) -> Draft | None:
    """Return what a bare figure right before its verb counts again, at a time of its own; None for nothing."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    before = latest(clause, memory) if clause.language == "kk" and hit.first == number.last else None
    if before is None or before.sentence != clause.index or before.rule != hit.frame.name:
        return None
    dates = clause.mentions("date", last=number.first)
    if not (tokens[number.last - 1].best.possessive and dates and clause.first > 0):
        return None
    draft = Draft("Indicator", {}, number.start, tokens[hit.last - 1].end, hit.frame.name, sentence=clause.index)
    draft.say("measure", before.slots["measure"])
    roles.quantity(draft, "value", number)
    draft.take_over(before, *LOCATED)
    roles.finish(draft, clause, memory, completion=False, near=number.first)
    return draft if draft.slots.get("date") != before.slots.get("date") else None
