"""Documents of other countries: Правительство России утвердило порядок, Германияда вакцинация туралы заң қабылданды."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import HOME
from kzhealthkg.extract.kinds.documents.policy_names import span_of

RULING = lexicon.words("kinds.documents.policy_abroad", "ruling")
HERE = frozenset(lexicon.words("kinds.documents.policy_abroad", "here"))
REACH = 4
"""Words from a country to what rules it, at most."""


@cache
def _countries() -> frozenset[str]:
    """Return the names of other countries in lower case, those of one word."""
    rows = (row for row in lexicon.table("countries") if row["level"] == "country" and row["kk"] not in HOME)
    names = (name for row in rows for name in (row["kk"], row["ru"], *row["variants"].split("|")))
    return frozenset(name.lower() for name in names if name and " " not in name and name not in HOME)


def of_another_country(clause: Clause, document: Phrase) -> bool:
    """Say whether a document is one that another country has: its rulers issue it, or it is issued there."""
    if clause.sentence.words.isdisjoint(_countries()) or not HERE.isdisjoint(clause.sentence.words):
        return False
    return any(_rules(clause, at) for at in _named(clause, document))


def _named(clause: Clause, document: Phrase) -> Iterator[int]:
    """Yield where other countries are named outside a document's own name."""
    first, last = span_of(document)
    for at in range(clause.first, clause.last):
        if not first <= at < last and not _countries().isdisjoint(clause.sentence.tokens[at].words):
            yield at


def _rules(clause: Clause, at: int) -> bool:
    """Say whether a country is where something is done, or whose rulers do it."""
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        before = [t.norm for t in tokens[max(clause.first, at - REACH) : at]]
        rulers = [i for i, norm in enumerate(before) if norm.startswith(RULING)]
        return before[-1:] in INTO if not rulers else before[: rulers[0]][-1:] not in WITH
    behind = tokens[at + 1 : min(clause.last, at + 1 + REACH)]
    ruler = next((t for t in behind if t.norm.startswith(RULING)), None)
    return tokens[at].best.case == "loc" if ruler is None else ruler.best.case in OWN


INTO = (["в"], ["во"])
WITH = (["с"], ["со"], ["от"])
OWN = ("", "nom", "gen")
