"""How far a word says that something has got: begun, going on, ended, planned, needed, stopped."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.model import Token

BY_PHASE = {
    "begin": {"planned": "planned", "underway": "underway", "completed": "underway"},
    "go": {"planned": "planned", "underway": "underway", "completed": "completed"},
    "end": {"planned": "underway", "underway": "underway", "completed": "completed"},
}


@cache
def phases(language: str) -> dict[str, str]:
    """Return lemma → phase."""
    return {row["lemma"]: row["phase"] for row in lexicon.table("phases") if row["language"] == language}


def phase_of(token: Token, language: str) -> str:
    """Return the phase a word says, or "" for none."""
    table = phases(language)
    if table.keys().isdisjoint(token.words):
        return ""
    if token.norm in table:
        return table[token.norm]
    return next((table[r.lemma] for r in token.readings if r.lemma in table), "")
