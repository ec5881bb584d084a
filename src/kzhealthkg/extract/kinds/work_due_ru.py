"""The deadline that a Russian clause opened by "which" gives the works told right before: …, которую планируется сдать в 2025 году."""

from __future__ import annotations

from kzhealthkg.extract import when
from kzhealthkg.extract.frames import hits
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.phases import phase_of
from kzhealthkg.extract.status import status
from kzhealthkg.extract.syntax import Clause, is_lemma

OPEN = ("underway", "planned")


def due(clause: Clause, memory: Memory) -> None:
    """Give the works of the same sentence the date for which this clause promises them."""
    dates = clause.mentions("date")
    if len(dates) != 1 or clause.mentions("facility", "money", "percent") or not _of_which(clause):
        return
    told = memory.last_draft("Works", within=0, sentence=clause.index)
    if told is None or "count" in told.slots or told.slots.get("status") not in OPEN or not _to_end(clause):
        return
    if not {"due", "date"} & told.slots.keys():
        told.say("due", when.ahead(dates[0].value))


def _of_which(clause: Clause) -> bool:
    before = clause.sentence.tokens[max(0, clause.first - 1) : clause.first + 2]
    return any(is_lemma(t, "который") for t in before)


def _to_end(clause: Clause) -> bool:
    """Say whether the clause promises that something is finished, opened or handed over."""
    ends = [i for i in range(clause.first, clause.last) if phase_of(clause.sentence.tokens[i], "ru") == "end"]
    cues = [h.last - 1 for h in hits("works", clause) if h.frame.name == "works-construct-ru"]
    return any(status(clause, at) == "planned" for at in [*ends, *cues][:1])
