"""Departments of which only the sort is said: откроются хирургическое отделение, урологическое — на 20 коек."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg.extract.phrases import Phrase
from kzhealthkg.extract.syntax import Clause
from kzhealthkg.model import Token

SIGNS = frozenset({",", "и"})
DASHES = frozenset("–—-")


def sorts_behind(item: Phrase) -> list[tuple[Phrase, str]]:
    """Return a thing for each adjective of a list behind a Russian one that has a size, and no noun, of its own."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    if clause.language != "ru":
        return []
    head = replace(item, first=item.head, last=item.head + 1).text()
    found = [at for at in range(item.last, clause.last - 1) if _is_sort(clause, item.head, at)]
    return [(replace(item, first=at, last=at + 1, head=at, count=None), f"{tokens[at].norm} {head}") for at in found]


def _is_sort(clause: Clause, head: int, at: int) -> bool:
    """An adjective that agrees with the noun before stands between a sign and a dash, or before its size."""
    tokens = clause.sentence.tokens
    before, token, behind = tokens[at - 1], tokens[at], tokens[at + 1]
    sized = behind.text in DASHES or (behind.norm == "на" and tokens[at + 2].text[0].isdigit())
    return before.norm in SIGNS and sized and token.best.pos == "ADJ" and _agrees(token, tokens[head])


def _agrees(adjective: Token, noun: Token) -> bool:
    own = {(r.case, r.plural) for r in adjective.readings if r.pos == "ADJ"}
    return adjective.norm.endswith(("ое", "ее", "ый", "ий", "ая")) and bool(
        own & {(r.case, r.plural) for r in noun.readings}
    )
