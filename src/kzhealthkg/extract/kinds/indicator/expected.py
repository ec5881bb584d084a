"""Figures that are aimed at or expected: под «Ожидаемый эффект:», целевой показатель, күтілетін нәтиже."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Sentence, Token

EXPECTING = frozenset(lexicon.words("kinds.indicator.expected", "expecting"))
EFFECTS = lexicon.words("kinds.indicator.expected", "effects")
AIMS = frozenset(lexicon.words("kinds.indicator.expected", "aims"))
FORECAST = Stems(lexicon.words("kinds.indicator.expected", "forecast"))
LINES = 12
"""Lines of a list under its heading, at most."""


def expected(clause: Clause, memory: Memory) -> bool:
    """Say whether the figures of a clause are only expected: by its own words, or by the heading of its list."""
    if clause.whole.opens(FORECAST) or _hoped_for(clause.sentence) or _aims(clause):
        return True
    return _below(clause, memory)


@once_each
def _hoped_for(sentence: Sentence) -> bool:
    """Ожидаемый эффект, целевой показатель, күтілетін нәтиже."""
    if EXPECTING.isdisjoint(sentence.words):
        return False
    return any(_is_effect(a, b) for a, b in pairwise(sentence.tokens))


def _is_effect(one: Token, other: Token) -> bool:
    return not EXPECTING.isdisjoint(one.words) and other.norm.startswith(EFFECTS)


def _aims(clause: Clause) -> bool:
    """Цель – рост охвата, мақсат – өлімді азайту: a noun of aiming opens the clause and a dash or colon follows it."""
    tokens = clause.sentence.tokens[: clause.last]
    if AIMS.isdisjoint(clause.sentence.words):
        return False
    at = next((i for i, t in enumerate(tokens) if t.words & AIMS), len(tokens))
    near = tokens[at + 1 : at + 1 + NEAR]
    sign = next((i for i, t in enumerate(near) if t.text in SIGNS), None)
    return sign is not None and not any(t.best.form in FINITE for t in near[:sign])


NEAR = 4
SIGNS = frozenset("–—-:")
FINITE = frozenset({"past", "pres", "perf", "fut"})


def _below(clause: Clause, memory: Memory) -> bool:
    """Ожидаемый эффект: / – рост охвата: the heading above the lines of a list tells what they are."""
    told, line = memory.document.sentences, clause.sentence.paragraph
    for above in reversed(told[max(0, clause.index - LINES) : clause.index]):
        if above.paragraph == line or not above.tokens:
            return False
        if above.tokens[-1].text == ":":
            return _hoped_for(above) or not AIMS.isdisjoint(above.words)
        if not (_is_line(above) and _is_line(clause.sentence)) and above.tokens[-1].text != ";":
            return False
    return False


def _is_line(sentence: Sentence) -> bool:
    """Say whether a sentence opens as a line of a list does."""
    opening = sentence.tokens[0].text
    return not opening[0].isalnum() or opening[0].isdigit() or opening.islower()
