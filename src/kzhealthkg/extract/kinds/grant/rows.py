"""Levels of study, and Russian rows of them: на резидентуру – 60 грантов, на бакалавриат – 20."""

from __future__ import annotations

from functools import cache, lru_cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

PARTED = frozenset(lexicon.words("kinds.grant.rows", "parted"))


@cache
def _levels(language: str) -> tuple[tuple[str, str], ...]:
    return tuple((r["pattern"], r["level"]) for r in lexicon.table("levels") if r["language"] == language)


@lru_cache(maxsize=50_000)
def level_of(word: str, language: str) -> str:
    """Return the level of study a lower-cased word names, or ""."""
    return next((level for pattern, level in _levels(language) if word.startswith(pattern)), "")


def any_level(clause: Clause) -> str:
    """Return the first level of study that a clause names, or ""."""
    return next((v for t in clause.tokens if (v := level_of(t.norm, clause.language))), "")


def labelled(clause: Clause, number: Mention) -> bool:
    """На бакалавриат – 20: a number right behind a level of study and a dash."""
    return bool(_label(clause, number))


def own_level(clause: Clause, number: Mention, numbers: list[Mention]) -> str:
    """Return the level in a number's own member of a Russian row, where several have one each; "" elsewhere."""
    if clause.language != "ru" or len(numbers) < 2:
        return ""
    tokens = clause.sentence.tokens
    first = max((i + 1 for i in range(clause.first, number.first) if _parts(clause, i)), default=clause.first)
    last = next((i for i in range(number.last, clause.last) if _parts(clause, i)), clause.last)
    found = [level for t in tokens[first:last] if (level := level_of(t.norm, "ru"))]
    return found[0] if len(set(found)) == 1 else ""


def _label(clause: Clause, number: Mention) -> str:
    tokens = clause.sentence.tokens
    if clause.language != "ru" or number.first - 1 <= clause.first or tokens[number.first - 1].text not in DASHES:
        return ""
    floor = max((i + 1 for i in range(clause.first, number.first) if _parts(clause, i)), default=clause.first)
    return next((level for t in tokens[floor : number.first] if (level := level_of(t.norm, "ru"))), "")


def _parts(clause: Clause, at: int) -> bool:
    return clause.sentence.tokens[at].norm in PARTED
