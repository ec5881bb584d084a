"""The measure that the words just before were about, for figures that name none."""

from __future__ import annotations

import re

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import PLACED, Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.morph import readings
from kzhealthkg.morph.endings import inflected

COMPARED = "indicator-compared"
"""The rule of a value of another time, told only to compare with."""


PER = re.compile(r" \([^()]*шаққанда\)$")


def denied_here(clause: Clause) -> str:
    """Ана өлімі тіркелген жоқ, былтыр екі жағдай болған: what the clause before says there was none of."""
    tokens = clause.sentence.tokens
    denied = clause.first > 1 and (tokens[clause.first - 2].norm == "жоқ" or tokens[clause.first - 2].best.negative)
    before = Clause(clause.sentence, clause.index, 0, clause.first - 1, clause.language) if denied else None
    heads = [i for i in range(before.last) if "rate" in measures.sorts(before, i)] if before is not None else []
    named = [i for i in heads if is_case(tokens[i], "nom")]
    return measures.text(before, *measures.span(before, named[-1])) if named and before is not None else ""


def cases_before(clause: Clause, memory: Memory) -> str:
    """Қызылшаның 900 жағдайы …. Өткен аптада 30 жағдай: cases are of the illness whose cases were told before."""
    if " " in topic_before(clause, memory):
        return ""  # another illness or death is spoken of since
    return cases_told(clause, memory)


def cases_told(clause: Clause, memory: Memory) -> str:
    """Return the illness whose cases were told last, "" for none."""
    told = (d for d in memory.recent(3, clause.index) if d.rule.startswith("indicator-case"))
    return next((str(d.slots["measure"]) for d in told if "measure" in d.slots), "")


def take_up(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Take the measure that the words just before were about, and when and where it was measured."""
    if "measure" in draft.slots:
        return
    before = latest(clause, memory)
    if before is not None and (before.rule in SHARED or _missed_since(before, clause, memory)):
        return
    if before is not None and _of_another(clause, str(before.slots.get("measure", ""))):
        return
    if before is None:
        draft.say("measure", topic_before(clause, memory))
        _money_before(draft, clause, memory)
        return
    before = _whole_of(before, clause, memory)
    if before is None:
        return
    draft.say("measure", PER.sub("", str(before.slots["measure"])))
    draft.take_over(before, *PLACED, "date")


def _of_another(clause: Clause, measure: str) -> bool:
    """Сал ауруы [бойынша бұл көрсеткіш] 3-ке төмендеді: an illness of its own, which what was told before is not of."""
    if clause.language != "kk" or BY not in clause.words:
        return False
    tokens = clause.sentence.tokens
    at = next((i for i in range(clause.first + 1, clause.last) if tokens[i].norm == BY), clause.first)
    ill = at > clause.first and bool(measures.sorts(clause, at - 1) & {"rate", "illness", "diagnosis"})
    return ill and tokens[at - 1].norm[:STEM] not in measure.lower()


BY, STEM = "бойынша", 4
SHARED = frozenset({"indicator-filled-ru"})
"""Парк обновлён на 70 %, общее количество – 90: by how much something is filled is no number of it."""


def _money_before(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Салаға 90 млрд теңге бөлінді. Бұл былтырғыдан 12 пайызға көп: the money given just before is what has grown."""
    told = sum_before(clause, memory)
    if "measure" in draft.slots or told is None:
        return
    russian, purpose = clause.language == "ru", str(told.slots.get("purpose", ""))
    given = GIVEN[russian]
    if purpose:
        given = f"{given} на {purpose}" if russian else f"{inflected(purpose, 'dat', owned=_owned(purpose))} {given}"
    draft.say("measure", given)
    draft.take_over(told, *PLACED, "date")


def sum_before(clause: Clause, memory: Memory) -> Draft | None:
    """Return the money given that a clause opening with "this" means: what was told last, right before it."""
    told = next(iter(memory.recent(1, clause.index)), None)
    if told is None or told.kind != "Funding" or told.slots.get("status") not in ("allocated", "planned"):
        return None
    opening = clause.sentence.tokens[clause.first : clause.first + OPENING]
    return told if any(t.norm in THIS for t in opening) else None


OPENING = 3
"""Words in which a clause may point back, with one that leads over before: тиісінше, бұл …"""


def _owned(purpose: str) -> bool:
    """Say whether the last word of a purpose is somebody's: денсаулық сақтау саласы."""
    return any(r.possessive for r in readings(purpose.split()[-1], "kk")[:1]) if purpose else False


THIS = frozenset(lexicon.words("extract.figures.measured_before", "this"))
GIVEN = lexicon.words("extract.figures.measured_before", "given")


def _missed_since(before: Draft, clause: Clause, memory: Memory) -> bool:
    """Say whether a figure between a measure and what points back is of something that no statement tells."""
    told = [d for d in memory.recent(1, clause.index) if d.kind == "Indicator"]
    used = set().union(*(d.used for d in told))
    rows = memory.document.sentences[before.sentence : clause.index + 1]
    between = (m for s in rows for m in s.mentions if m.type == "percent" and before.end <= m.start)
    first = clause.sentence.tokens[clause.first].start
    return any(m.end <= first and m.start not in used for m in between)


def _whole_of(before: Draft, clause: Clause, memory: Memory) -> Draft | None:
    """112 ағза ауыстырылды: 84 бүйрек, 22 бауыр. Бұл 19 пайызға көп: of a sentence before, the whole, not its last part.

    Олардың алтауы оқушы. Бұл 8 пайызға көп: where a sentence tells a part alone, what is meant cannot be told.
    """
    if before.rule != PART or before.sentence == clause.index:
        return before
    same = (d for d in memory.recent(1, clause.index) if d.kind == "Indicator" and d.sentence == before.sentence)
    return next((d for d in same if d.rule != PART), None)


PART = "indicator-part"


def latest(clause: Clause, memory: Memory) -> Draft | None:
    """Return the indicator said last in this sentence or the one before; what it is compared with is none."""
    recent = memory.recent(1, clause.index)
    return next((draft for draft in recent if draft.kind == "Indicator" and draft.rule != COMPARED), None)


def counts_cases(draft: Draft | None) -> bool:
    """Зарегистрировано 300 случаев кори: so many cases, beside which a rate needs to say what it is per."""
    return draft is not None and draft.rule.startswith("indicator-case")


def topic_before(clause: Clause, memory: Memory) -> str:
    """Return the measure of health that the sentence before names last, or ""."""
    if clause.index == 0:
        return ""
    sentence = memory.document.sentences[clause.index - 1]
    last = len(sentence.tokens) - (sentence.tokens[-1].text in ".!…")
    before = Clause(sentence, clause.index - 1, 0, last, clause.language)
    inside = _in_brackets(before)
    heads = [i for i in range(before.last) if "rate" in measures.sorts(before, i) and _is_named(before, i)]
    heads = [i for i in heads if i not in inside]
    return measures.text(before, *measures.span(before, heads[-1])) if heads else ""


def _in_brackets(clause: Clause) -> set[int]:
    """Обыр (онкологиялық аурулар) салдарынан болатын өлім: the words by which brackets explain another."""
    found: set[int] = set()
    if "(" not in clause.words:
        return found
    opened = False
    for at in range(clause.first, clause.last):
        opened = (opened or clause.sentence.tokens[at].text == "(") and clause.sentence.tokens[at].text != ")"
        found |= {at} if opened else set()
    return found


def _is_named(before: Clause, at: int) -> bool:
    """Растёт смертность, отмечают рост смертности, өлімнің азаюы байқалады: a subject, or what a noun of change is of."""
    tokens = before.sentence.tokens
    if before.language == "kk":
        next_two = tokens[at + 1 : at + 3]
        changing = any(t.norm.startswith(CHANGING_KK) for t in next_two)
        return is_case(tokens[at], "nom") or (changing and is_case(tokens[at], "gen"))
    changed = at > before.first and is_lemma(tokens[at - 1], *CHANGES)
    return is_case(tokens[at], "nom") or (changed and is_case(tokens[at], "gen"))


CHANGING_KK = lexicon.words("extract.figures.measured_before", "changing_kk")
CHANGES = lexicon.words("extract.figures.measured_before", "changes")
