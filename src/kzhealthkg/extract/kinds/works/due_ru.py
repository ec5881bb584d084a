"""The deadline of the works told right before: …, которую планируется сдать в 2025 году; срок сдачи – 2025 год."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import hits
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.predicate_ru import will_be
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.status_ru import carrying, imperfective
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import when
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.old_terms import was_due
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention

OPEN = ("underway", "planned")
WORKS = lexicon.words("kinds.works.due_ru", "works")
MOVED = lexicon.words("kinds.works.due_ru", "moved")
UNTIL = frozenset(lexicon.words("kinds.works.due_ru", "until"))
TERMS = lexicon.words("kinds.works.due_ru", "terms")


def due(clause: Clause, memory: Memory) -> None:
    """Give the works told just before the date for which this clause promises them, or say that they stand still."""
    if not memory.told_any("Works"):
        return
    _halted(clause, memory)
    _ended_there(clause, memory)
    dates = clause.mentions("date")
    if (
        len(dates) != 1
        or was_due(clause, dates[0])
        or any(t.best.form == "past" and t.best.lemma in imperfective() for t in clause.tokens)
        or any(not _points(m) for m in clause.mentions("facility", "money", "percent"))
    ):
        return
    within = 0 if _of_which(clause) or _resumes(clause) else 1 if _of_works(clause) else -1
    told = memory.last_draft("Works", within=within, sentence=clause.index) if within >= 0 else None
    if told is None or "count" in told.slots or told.slots.get("status") not in OPEN:
        return
    until = {t.norm for t in clause.sentence.tokens[max(0, dates[0].first - 1) : dates[0].first + 1]}
    moved = clause.says(*MOVED) and not until.isdisjoint(UNTIL)
    term = moved or (clause.says(*TERMS) and dates[0].value.role == "due")
    begun = str(told.slots.get("date", "")).endswith("/..")
    free = begun or "date" not in told.slots or told.slots["status"] == "planned"  # строительство начнут в июле
    if moved:
        told.drop("due")
    if (term or _to_end(clause)) and "due" not in told.slots and free:
        for work in [told, *_beside(told, clause, memory)]:
            work.say("due", when.ahead(dates[0].value))


def _halted(clause: Clause, memory: Memory) -> None:
    """Строят амбулаторию. Однако работы остановлены: what is told of the works spoken of is told of the one just before."""
    bare = LABOUR.isdisjoint(clause.words)
    if (bare and not _of_subject_before(clause)) or clause.mentions("facility", "place", "number", "percent"):
        return
    carriers = [t for t in carrying(clause) if phase_of(t, "ru") == "stop" and t.best.form in ("past", "perf")]
    within = 0 if bare else 2
    told = (
        memory.last_draft("Works", within=within, sentence=clause.index) if carriers and not will_be(clause) else None
    )
    if told is not None and "count" not in told.slots and told.slots.get("status") in OPEN:
        told.slots["status"] = "stopped"


def _of_subject_before(clause: Clause) -> bool:
    """Ремонт начался, но был остановлен: a clause with no noun of its own is about what the one before is about."""
    return clause.first > 0 and not any(t.best.pos in ("NOUN", "PROPN", "PRON") for t in clause.tokens)


def _ended_there(clause: Clause, memory: Memory) -> None:
    """Ремонтируют медпункты в A, B и C. Работы в C уже завершены: one of the works of a list has been finished."""
    places = set() if LABOUR.isdisjoint(clause.words) else {m.value.name for m in clause.mentions("place")}
    if not places or clause.mentions("facility", "number", "percent") or will_be(clause):
        return
    if not any(phase_of(t, "ru") == "end" and t.best.form in ("past", "perf") for t in carrying(clause)):
        return
    for told in memory.recent(2, clause.index):
        if told.kind == "Works" and told.slots.get("place") in places and told.slots.get("status") == "underway":
            told.slots["status"] = "completed"
            told.drop("due")


LABOUR = frozenset(lexicon.words("kinds.works.due_ru", "labour"))


def _beside(told: Draft, clause: Clause, memory: Memory) -> list[Draft]:
    """Строительство A и B, которые планируется завершить в 2023 году: the other works that "which" stands for."""
    several = any(t.norm in SEVERAL for t in clause.sentence.tokens[max(0, clause.first - 1) : clause.first + 2])
    here = (d for d in memory.recent(0, clause.index) if d.kind == "Works" and d.sentence == told.sentence)
    alike = [d for d in here if d is not told and d.rule == told.rule and d.slots.get("status") == told.slots["status"]]
    return [d for d in alike if not {"due", "count"} & d.slots.keys()] if several else []


SEVERAL = frozenset(lexicon.words("kinds.works.due_ru", "several"))


def _points(mention: Mention) -> bool:
    """Срок сдачи объекта: a word for any facility is the one spoken of."""
    return mention.type == "facility" and mention.value.definite and mention.value.type in ("", "medical-facility")


def _of_which(clause: Clause) -> bool:
    before = clause.sentence.tokens[max(0, clause.first - 1) : clause.first + 2]
    return any(is_lemma(t, "который") for t in before)


def _resumes(clause: Clause) -> bool:
    """Ремонт, начатый в 2022 году, завершат до мая: behind an aside the sentence goes on without a noun of its own."""
    free = (clause.sentence.tokens[i] for i in range(clause.first, clause.last) if i not in _dated(clause))
    return clause.first > 0 and all(t.best.pos not in ("NOUN", "PROPN", "PRON") for t in free)


def _dated(clause: Clause) -> set[int]:
    return {i for m in clause.mentions("date") for i in range(m.first, m.last)}


def _of_works(clause: Clause) -> bool:
    """Работы завершат в октябре, срок сдачи – май: nothing else than the works spoken of, and no other town."""
    them = any(t.norm in THEM for t in clause.tokens)  # завершить их обещают к декабрю
    return (them or clause.says(*WORKS, *TERMS)) and "place" not in clause.named


THEM = frozenset(lexicon.words("kinds.works.due_ru", "them"))


def _to_end(clause: Clause) -> bool:
    """Say whether the clause promises that something is finished, opened or handed over."""
    ends = [i for i in range(clause.first, clause.last) if phase_of(clause.sentence.tokens[i], "ru") == "end"]
    cues = [h.last - 1 for h in hits("works", clause) if h.frame.name == "works-construct-ru"]
    return any(status(clause, at) in OPEN for at in [*ends, *cues][:1])
