"""The deadline that a clause with no subject of its own gives the works told right before: …, которую сдадут в 2025 году."""

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
    if (
        len(dates) != 1
        or clause.mentions("facility", "money", "percent")
        or not (_of_which(clause) or _resumes(clause))
    ):
        return
    told = memory.last_draft("Works", within=0, sentence=clause.index)
    if told is None or "count" in told.slots or told.slots.get("status") not in OPEN or not _to_end(clause):
        return
    begun = str(told.slots.get("date", "")).endswith("/..")
    if "due" not in told.slots and (begun or "date" not in told.slots):
        told.say("due", when.ahead(dates[0].value))


def _of_which(clause: Clause) -> bool:
    before = clause.sentence.tokens[max(0, clause.first - 1) : clause.first + 2]
    return any(is_lemma(t, "который") for t in before)


def _resumes(clause: Clause) -> bool:
    """Ремонт, начатый в 2022 году, завершат до мая: behind an aside the sentence goes on without a noun of its own."""
    free = (clause.sentence.tokens[i] for i in range(clause.first, clause.last) if i not in _dated(clause))
    return clause.first > 0 and all(t.best.pos not in ("NOUN", "PROPN", "PRON") for t in free)


def _dated(clause: Clause) -> set[int]:
    return {i for m in clause.mentions("date") for i in range(m.first, m.last)}


def _to_end(clause: Clause) -> bool:
    """Say whether the clause promises that something is finished, opened or handed over."""
    ends = [i for i in range(clause.first, clause.last) if phase_of(clause.sentence.tokens[i], "ru") == "end"]
    cues = [h.last - 1 for h in hits("works", clause) if h.frame.name == "works-construct-ru"]
    return any(status(clause, at) == "planned" for at in [*ends, *cues][:1])
