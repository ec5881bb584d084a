"""Екпе жасалуы керек, мы должны …, людям нужно …: what is due of things, of everybody or of the speaker tasks nobody."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.agents import Agent
from kzhealthkg.extract.context.elsewhere import sectors
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.officials import offices
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.kinds.instruction.task_text import Task, group
from kzhealthkg.model import Token

RULED = frozenset({"instruction-must", "instruction-must-ru"})
BODIES = ("person", "post", "organization")
NEEDED = 2
"""Words behind нужно among which it may be said who must: нужно акиматам ускорить."""


def is_of_nobody(hit: Hit, what: Task) -> bool:
    """Say whether a word of need demands nothing of anybody who may be given a task."""
    if hit.frame.name not in RULED:
        return False
    clause = hit.clause
    task = [t for t in clause.sentence.tokens if what.start <= t.start < what.end]
    if _is_advice(task) or _says_nothing(clause, task):
        return True
    return _is_of_nobody_ru(hit, task) if clause.language == "ru" else _is_of_nobody_kk(clause, task)


def _is_advice(task: list[Token]) -> bool:
    """Қолды жуу керек, нужно прийти с паспортом, сделать прививку: what everybody does for himself, or only says."""
    if any(is_lemma(t, *CARE) for t in (task[0], *task[-2:])):
        return True
    return any(is_lemma(t, *THINGS) for t in task) and any(is_lemma(t, *VERBS) for t in task)


THINGS = frozenset(lexicon.words("kinds.instruction.must", "things"))
VERBS = frozenset(lexicon.words("kinds.instruction.must", "verbs"))


def _says_nothing(clause: Clause, task: list[Token]) -> bool:
    """Работы нужно завершить до июня: an infinitive and a day say not what is to be done."""
    dates = clause.mentions("date")
    rest = (t for t in task if not any(m.start <= t.start < m.end for m in dates))
    return sum(t.best.pos not in ("ADV", "ADP", "PART") and t.text[0].isalnum() for t in rest) < SHORTEST


SHORTEST = 2
"""Words that a task has at least, without its date."""
CARE = frozenset(lexicon.words("kinds.instruction.must", "care"))


def _is_of_nobody_kk(clause: Clause, task: list[Token]) -> bool:
    """Етуіміз керек is the speaker's own affair, етуі керек a task only where a body, an office or a builder must."""
    action = task[-1].best
    if not OURS.isdisjoint(t.norm for t in clause.tokens):
        return True  # бізге … шешу керек
    if action.form != "inf" or not action.possessive:
        return False
    return action.person != "3" or not tasked(clause, clause.first, _at(clause, task[-1]), ("nom", ""))


def _is_of_nobody_ru(hit: Hit, task: list[Token]) -> bool:
    """Мы должны, нам нужно; лечение должно быть доступным; людям нужно: of us, of things, of those who are served."""
    clause, first = hit.clause, hit.clause.first
    last = min(clause.last, hit.last + NEEDED)
    if not OURS.isdisjoint(t.norm for t in clause.sentence.tokens[first:last]) or any(t.norm == "быть" for t in task):
        return True
    if is_lemma(hit.verb, *DUE):
        return not tasked(clause, first, hit.first, ("nom",))
    dative = any({r.case for r in t.readings} == {"dat"} for t in clause.sentence.tokens[first:last])
    return dative and not tasked(clause, first, last, ("dat",))


OURS = frozenset(lexicon.words("kinds.instruction.must", "ours"))
DUE = frozenset(lexicon.words("kinds.instruction.must", "due"))
TOLD = frozenset(lexicon.words("kinds.instruction.must", "told"))


def _at(clause: Clause, token: Token) -> int:
    return next(i for i in range(clause.first, clause.last) if clause.sentence.tokens[i] is token)


def tasked(clause: Clause, first: int, last: int, cases: tuple[str, ...]) -> bool:
    """Say whether somebody who may be given a task stands in one of the cases: a body, an office, a builder."""
    if any(m.case in cases for m in clause.mentions(*BODIES, first=first, last=last)):
        return True
    tokens = clause.sentence.tokens
    named = (
        i for i in range(first, last) if is_lemma(tokens[i], *TOLD) and _is_case(tokens[i], cases, clause.language)
    )
    return any(clause.language == "ru" or not _owns(tokens, i) for i in named)


def _owns(tokens: tuple[Token, ...], at: int) -> bool:
    """Емхана дәрігерлері: a body that stands before people of its own must do nothing itself."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is not None and behind.best.pos == "NOUN" and behind.best.possessive and not is_lemma(behind, *TOLD)


def _is_case(token: Token, cases: tuple[str, ...], language: str) -> bool:
    """Управления должны …: a Russian word in any of its readings, a Kazakh one in the likeliest."""
    return token.best.case in cases or (language == "ru" and any(r.case in cases for r in token.readings))


def of_other_sector(hit: Hit, what: Task) -> bool:
    """Поручил завершить стадион, жолды жөндеуді тапсырды: a task of another sector that no word of health stands in."""
    clause = hit.clause
    others = sectors(clause.language)
    if others.isdisjoint(clause.words):
        return False
    task = tuple(t for t in clause.sentence.tokens if what.start <= t.start < what.end)
    if not any(is_lemma(t, *others) for t in _for_what(hit)) or measures.medical(task, clause.language):
        return False
    return not clause.mentions("facility")


def _for_what(hit: Hit) -> tuple[Token, ...]:
    """Поручил провести расчёты по строительству стадиона: the task, with what stands beside it."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    return tokens[hit.last : clause.last] if clause.language == "ru" else tokens[clause.first : hit.first]


def is_opinion(hit: Hit, name: str, memory: Memory) -> bool:
    """Депутат: аурухана салу керек: what a member of parliament says is needed tasks nobody."""
    held = offices(memory.document).get(name, set())
    return hit.frame.name.startswith(OPINIONS) and "deputy" in held and not held & (group("rule", "-") - {"deputy"})


def is_doctor(clause: Clause, agent: Agent) -> bool:
    """Дәрігер X науқасқа тапсырды: who is told by a profession tells patients what to do."""
    if not agent.said:
        return False
    tokens = clause.sentence.tokens
    at = next((i for i in range(clause.first, clause.last) if tokens[i].start >= agent.start), clause.first)
    near = [i for i in (at - 1, at) if i >= clause.first]
    return any({"staff", "people"} & measures.sorts(clause, i) for i in near)


OPINIONS = ("instruction-must", "instruction-need")
