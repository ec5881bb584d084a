"""How far a word says that something has got: begun, going on, ended, planned, needed, stopped."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial

from kzhealthkg import lexicon
from kzhealthkg.model import Token
from kzhealthkg.remembered import Remembered

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
    return PHASES[language][token.keys]


def phases_of(tokens: Iterable[Token], language: str) -> list[str]:
    """Return the phase of each of some words."""
    known = PHASES[language]
    return [known[token.keys] for token in tokens]


def _phase(keys: tuple[str, ...], language: str) -> str:
    table = phases(language)
    return next((table[key] for key in keys if key in table), "")


PHASES = {language: Remembered[tuple[str, ...], str](partial(_phase, language=language)) for language in ("kk", "ru")}
"""The phase that a word says by its keys, "" for none."""
