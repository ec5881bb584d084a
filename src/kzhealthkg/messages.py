"""What the program says to people, in Kazakh, Russian and English: ``lexicon/messages.tsv``."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache

from kzhealthkg import lexicon

LANGUAGES = ("kk", "ru", "en")
Say = Callable[..., str]


class SaidError(ValueError):
    """A mistake in what a person wrote: one line that the command line says in their language."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(say("en", key, **values))
        self.key, self.values = key, values

    def said(self, language: str) -> str:
        """Return the line in ``language``."""
        return say(language, self.key, **self.values)


@cache
def _texts() -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in lexicon.table("messages")}


def say(language: str, key: str, /, **values: object) -> str:
    """Return the message ``key`` in ``language`` with ``values`` filled in; KeyError for an unknown key."""
    return _texts()[key][language].format(**values)


def speaker(language: str) -> Say:
    """Return ``say`` for one language."""

    def speak(key: str, /, **values: object) -> str:
        return say(language, key, **values)

    return speak


def locale_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language that the locale variables ask for, English where it is none of ours."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable):
            wanted = value[:2].lower()
            return wanted if wanted in LANGUAGES else "en"
    return "en"
