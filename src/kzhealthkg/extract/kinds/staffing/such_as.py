"""Нет таких специалистов, как хирург и педиатр: those who are named behind как, not the word they stand for."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause, is_lemma

SUCH = frozenset(lexicon.words("kinds.staffing.such_as", "such"))
AS = frozenset(lexicon.words("kinds.staffing.such_as", "as"))
ADJECTIVES = 3
"""Words from "such" to its noun, at most: такие важные узкие специалисты."""


def such_as(clause: Clause, named: list[Phrase]) -> list[Phrase]:
    """Return the groups named behind such a "как", [] where nobody is named so."""
    if clause.language != "ru" or SUCH.isdisjoint(clause.words):
        return []
    at = next((g.last for g in named if _is_such(clause, g)), 0)
    tokens = clause.sentence.tokens
    opens = at and at + 1 < clause.last and tokens[at].text == "," and tokens[at + 1].norm in AS
    return [g for g in named if g.first > at + 1] if opens else []


def _is_such(clause: Clause, group: Phrase) -> bool:
    before = clause.sentence.tokens[max(clause.first, group.head - ADJECTIVES) : group.head]
    return any(is_lemma(t, *SUCH) for t in before)
