"""A task and its wording."""

from __future__ import annotations

from functools import partial

from kzhealthkg.extract.clause.nouns import grouped
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model.frozen import frozen

NAMES = ("person", "place", "organization", "facility")


@frozen
class Task:
    """A task: its nominative text and its clean-text span."""

    text: str
    start: int
    end: int


def lowered(clause: Clause, first: int, text: str) -> str:
    """Return a task without the capital and the quotation mark that only its place in the sentence gave it."""
    token = clause.sentence.tokens[first]
    found = (m for m in clause.sentence.mentions if m.first == first and m.type in NAMES)
    named = any(m.type != "facility" or m.value.name[:1].isupper() for m in found)
    return text[:1].lower() + text[1:] if token.text[1:].islower() and not named else text


group = partial(grouped, "tasks")
"""Returns the words of one group of lexicon/tasks.tsv, by its name and the language."""
