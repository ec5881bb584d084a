"""Which nouns head a facility's name, and which type of facility a name says."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kzhealthkg import lexicon

Heads = dict[str, str]


@cache
def heads(language: str) -> Heads:
    """Return head noun → "yes" where the noun alone is about health, else "no"."""
    return {r["head"]: r["health"] for r in lexicon.table("facility_heads") if r["language"] == language}


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    rows = lexicon.table("facility_types")
    return tuple((row["type"], re.compile(row["head"]), re.compile(row["words"])) for row in rows)


@lru_cache(maxsize=20_000)
def facility_type(name: str) -> str:
    """Return the facility type (a concept of the scheme) that a name says, or "" for none."""
    text = name.lower()
    return next((kind for kind, head, words in _rules() if head.search(text) and words.search(text)), "")
