"""Tasks on lines of their own below a cue that a colon closes: он поручил: – завершить ремонт; – открыть пункт."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import FINITE, Clause, words
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.kinds.instruction.listed_tasks import is_action
from kzhealthkg.extract.kinds.instruction.task_text import Task
from kzhealthkg.extract.kinds.instruction.tasks_ru import end_ru
from kzhealthkg.morph import nominative

LINES = 12
"""Lines below a cue that are read, at most."""
NEAR = 2
"""Words from a cue to the colon that opens lines, at most."""
SHORTEST = 2
"""Words that a task has at least."""
BULLETS = frozenset(lexicon.words("kinds.instruction.lines", "bullets"))


def below(hit: Hit, memory: Memory) -> list[tuple[Task, Clause]]:
    """Return the tasks on the lines below a cue, each with its line; [] where no colon closes the cue's sentence."""
    clause, told = hit.clause, memory.document.sentences
    tokens = clause.sentence.tokens
    if tokens[-1].text != ":" or len(tokens) - 1 - hit.last > NEAR:
        return []
    found: list[tuple[Task, Clause]] = []
    for index in range(clause.index + 1, min(len(told), clause.index + 1 + LINES)):
        sentence = told[index]
        line = Clause(sentence, index, 0, len(sentence.tokens), clause.language)
        own = sentence.paragraph != told[index - 1].paragraph
        task = (_line_ru if clause.language == "ru" else _line_kk)(line, _marked(line)) if own else None
        if task is None:
            break
        found.append((task, line))
    return found


def _marked(line: Clause) -> int:
    """Return where the words of a line begin behind its bullet or its number."""
    tokens = line.sentence.tokens
    if len(tokens) > 1 and tokens[0].text.isdigit() and tokens[1].text in ").":
        return 2
    return int(tokens[0].text in BULLETS)


def _line_ru(line: Clause, first: int) -> Task | None:
    """Завершить ремонт больницы: a line that an infinitive opens, or that does so behind the day it is due by."""
    tokens = line.sentence.tokens
    opened = next((m.last for m in line.mentions("date") if 0 <= m.first - first <= 1), first)
    at = next((i for i in (first, opened) if i < line.last and tokens[i].best.form == "inf"), None)
    last = end_ru(line, at) if at is not None else 0
    while at is not None and last > at and tokens[last - 1].text in ".!;,":
        last -= 1
    if at is None or last - at < SHORTEST:
        return None
    text = words(tokens[at:last])
    return Task(text[:1].lower() + text[1:], tokens[at].start, tokens[last - 1].end)


def _line_kk(line: Clause, first: int) -> Task | None:
    """Жөндеуді аяқтау: a line that an action noun ends."""
    tokens, last = line.sentence.tokens, line.last
    while last > first and tokens[last - 1].text in ".!;,":
        last -= 1
    part = tokens[first:last]
    if len(part) < SHORTEST or not is_action(part[-1]) or any(t.best.form in FINITE for t in part):
        return None
    text = nominative(part, "kk")
    return Task(text[:1].lower() + text[1:], part[0].start, part[-1].end)
