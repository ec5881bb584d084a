"""Tasks told in a row: поручил завершить ремонт; открыть пункт, во-вторых, найти врачей, 1) жөндеуді аяқтауды; 2) … тапсырды."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import FINITE, Clause, is_case, words
from kzhealthkg.extract.context import when
from kzhealthkg.extract.context.agents import Agent
from kzhealthkg.extract.kinds.instruction.listed_tasks import is_action
from kzhealthkg.extract.kinds.instruction.task_text import Task, lowered
from kzhealthkg.extract.kinds.instruction.tasks import begun
from kzhealthkg.extract.kinds.instruction.tasks_ru import ORDINALS, end_ru
from kzhealthkg.model import Token
from kzhealthkg.morph import nominative

JOINS = frozenset(lexicon.words("kinds.instruction.rows", "joins"))
CLOSING = frozenset(".!»”")
SHORTEST = 2
"""Words that a task has at least."""


def row(hit: Hit, people: list[Agent], main: Task) -> list[tuple[Task, str]]:
    """Return the other tasks of a row of which one stands beside the cue, each with the day it is due by."""
    tokens = hit.clause.sentence.tokens
    parted = [i for i, t in enumerate(tokens) if t.text == ";" or t.norm in ORDINALS]
    if not parted or hit.frame.options.get("noun"):
        return []
    whole = hit.clause.whole
    if whole.language == "ru":
        infinitive = any(t.start >= main.start and t.best.form == "inf" for t in tokens if t.end <= main.end)
        starts = [_marked(tokens, i + 1) for i in parted if tokens[i].start >= main.end] if infinitive else []
        return [found for first in starts if (found := _task_ru(whole, first)) is not None]
    edges = [-1, *parted, len(tokens)]
    spans = list(zip((e + 1 for e in edges), edges[1:], strict=False))
    other = [(a, b) for a, b in spans if b > a and (tokens[b - 1].end <= main.start or tokens[a].start >= main.end)]
    case = "acc" if all(tokens[b - 1].end <= main.start for _, b in other) else "nom"
    return [found for a, b in other if (found := _task_kk(whole, a, b, people, case)) is not None]


def _marked(tokens: tuple[Token, ...], first: int) -> int:
    """Return where a member of a row begins behind its number, «2)», or a comma."""
    if first + 1 < len(tokens) and tokens[first].text.isdigit() and tokens[first + 1].text in ").":
        return first + 2
    return first + (first < len(tokens) and (tokens[first].text == "," or tokens[first].norm in JOINS))


def _task_ru(clause: Clause, first: int) -> tuple[Task, str] | None:
    """До конца года открыть два пункта: return a member that an infinitive opens, behind the day that it is due by."""
    dates = [m for m in clause.mentions("date", first=first) if m.value.role == "due"]
    opened = next((m.last for m in dates if m.first - first <= 1), first)
    at = next((i for i in (opened, first, first + 1) if _is_infinitive(clause, i)), None)
    if at is None:
        return None
    begin = at - (at > 0 and clause.sentence.tokens[at - 1].norm == "не")
    last = end_ru(clause, at)
    while last > at and clause.sentence.tokens[last - 1].text in CLOSING:
        last -= 1
    due = next((when.ahead(m.value) for m in dates if m.last <= last), "")
    part = clause.sentence.tokens[begin:last]
    return (Task(words(part).strip(" ,"), part[0].start, part[-1].end), due) if last - at >= SHORTEST else None


def _is_infinitive(clause: Clause, at: int) -> bool:
    return at < clause.last and clause.sentence.tokens[at].best.form == "inf"


def _task_kk(clause: Clause, first: int, last: int, people: list[Agent], case: str) -> tuple[Task, str] | None:
    """Return a member that an action noun ends: жөндеуді аяқтауды; the first one begins behind who tells it."""
    tokens = clause.sentence.tokens
    while last > first and (tokens[last - 1].text in CLOSING or tokens[last - 1].text == ","):
        last -= 1
    if last - first < SHORTEST:
        return None
    first = begun(replace(clause, first=first, last=last), last - 1, people)
    part = tokens[first:last]
    if len(part) < SHORTEST or not is_action(part[-1]) or any(t.best.form in FINITE for t in part):
        return None
    if not is_case(part[-1], case):
        return None
    dates = (m.value for m in clause.mentions("date", first=first, last=last) if m.value.role == "due")
    due = next((when.ahead(value) for value in dates), "")
    return Task(lowered(clause, first, nominative(part, "kk")), part[0].start, part[-1].end), due
