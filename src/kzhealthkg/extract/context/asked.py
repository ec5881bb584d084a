"""Which kinds a clause is asked for: those of which a cue, a word, a figure or a telling before says that it may hold one.

Most clauses hold nothing that most kinds could tell of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.quoted import told_by_anybody
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import FIGURE, Sentence
from kzhealthkg.remembered import Remembered
from kzhealthkg.text.quotation import DASHES

Kind = Callable[[Clause, Memory], list[Draft]]
FIGURED, DATED, BEHIND_DASH, LISTED, SPOKEN = "figured", "dated", "behind a dash", "listed", "spoken"
"""Marks: the sentence holds a figure, or a date; the clause follows a dash; a line above ended in a colon; somebody may say it."""
FIGURES = frozenset({"number", "percent", "money"})


MOST = 10_000
"""Choices of marks whose kinds are remembered at once; a hundred articles have some thousand."""


class Asked:
    """Kinds in their order, each with the marks of which one must stand for it; none where it may always tell.

    ``words`` mark a kind as well without being its cues.
    """

    def __init__(self, *rows: tuple[Kind, set[str]], words: Mapping[str, frozenset[str]]) -> None:
        self._rows = rows
        self._words = words
        self._any_word = frozenset[str]().union(*words.values())
        self._known = Remembered(self._fitting, most=MOST)

    def of(self, clause: Clause, memory: Memory) -> tuple[Kind, ...]:
        """Return the kinds that a clause may tell something of."""
        held = marks(clause, memory)
        if not self._any_word.isdisjoint(clause.words):
            held += [kind for kind, words in self._words.items() if not words.isdisjoint(clause.words)]
        return self._known[frozenset(held)]

    def _fitting(self, held: frozenset[str]) -> tuple[Kind, ...]:
        return tuple(kind for kind, needed in self._rows if not needed or not needed.isdisjoint(held))


def marks(clause: Clause, memory: Memory) -> list[str]:
    """Return the files of a clause's cues, the types of its mentions, the kinds told before it, and what else marks it."""
    held = [*clause.cues, *clause.named, *memory.kinds, *_of_sentence(clause.sentence)]
    if memory.listed:
        held.append(LISTED)
    if told_by_anybody(clause, memory):
        held.append(SPOKEN)
    if clause.first and clause.sentence.tokens[clause.first - 1].text in DASHES:
        held.append(BEHIND_DASH)
    return held


@once_each
def _of_sentence(sentence: Sentence) -> list[str]:
    named = sentence.named
    found = [FIGURED] if not FIGURES.isdisjoint(named) or _has_figure(sentence) else []
    return [*found, DATED] if "date" in named else found


def _has_figure(sentence: Sentence) -> bool:
    """Say whether a figure stands outside the dates, which measure nothing."""
    if not sentence.marks & FIGURE:
        return False
    dated = {at for m in sentence.named.get("date", ()) for at in range(m.first, m.last)}
    return not dated or any(t.marks & FIGURE and at not in dated for at, t in enumerate(sentence.tokens))
