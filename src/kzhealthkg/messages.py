"""What the program says to people, in Kazakh, Russian and English: ``lexicon/messages.tsv``."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache, partial

from kzhealthkg import lexicon
from kzhealthkg.resources import DataFaultError

TYPE_CHECKING = False  # typing is not loaded for the help of the command line
if TYPE_CHECKING:
    from kzhealthkg.model import Problem

LANGUAGES = ("kk", "ru", "en")
Say = Callable[..., str]


class Said(str):
    """A text for people: in English as it stands, and in each of the languages by ``said``."""

    __slots__ = ("key", "values")
    key: str
    values: Mapping[str, object]

    def __new__(cls, key: str, /, **values: object) -> Said:
        """Return the message ``key`` with ``values`` filled in."""
        made = super().__new__(cls, say("en", key, **values))
        made.key, made.values = key, values
        return made

    def said(self, language: str) -> str:
        """Return the text in ``language``."""
        return say(language, self.key, **self.values)

    def __getnewargs_ex__(self) -> tuple[tuple[str], Mapping[str, object]]:
        """Return what makes the text anew where it is copied or sent to another process."""
        return (self.key,), self.values


class SaidError(ValueError):
    """A mistake in what a person wrote: one line that the command line says in their language."""

    def __init__(self, key: str, /, **values: object) -> None:
        self.line = Said(key, **values)
        super().__init__(str(self.line))

    def said(self, language: str) -> str:
        """Return the line in ``language``."""
        return self.line.said(language)

    def __reduce__(self) -> tuple[Callable[[], SaidError], tuple[()]]:
        """Return what makes the error anew in another process."""
        return partial(type(self), self.line.key, **self.line.values), ()


def said(text: str, language: str) -> str:
    """Return a text in ``language``, and as it is where it is in no other."""
    return text.said(language) if isinstance(text, Said) else text


def problem_line(problem: Problem) -> Said:
    """Return a problem as one line: where, what, and how to mend it."""
    key = "at.mend" if problem.mend else "at"
    return Said(key, where=problem.where, reason=problem.what, mend=problem.mend)


def fault(error: DataFaultError, language: str) -> str:
    """Return what is wrong with the project's own data, in English where the messages themselves are at fault."""
    try:
        return say(language, error.key, **error.values)
    except DataFaultError:
        return str(error)


def reason(error: OSError) -> str:
    """Return why a file cannot be read or written; the system's own words where we have none."""
    key = next((key for kind, key in _SYSTEM.items() if isinstance(error, kind)), "")
    return Said(key) if key else error.strerror or str(error)


_SYSTEM = {
    FileNotFoundError: "file.missing",
    PermissionError: "file.forbidden",
    IsADirectoryError: "file.folder",
    NotADirectoryError: "file.nofolder",
    FileExistsError: "file.nofolder",
    ConnectionRefusedError: "net.refused",
    TimeoutError: "net.late",
}


@cache
def _texts() -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in lexicon.table("messages")}


def say(language: str, key: str, /, **values: object) -> str:
    """Return the message ``key`` in ``language`` with ``values`` filled in; KeyError for an unknown key."""
    return _texts()[key][language].format(**told(values, language))


def told(values: Mapping[str, object], language: str) -> dict[str, object]:
    """Return values to fill in, those in ``language`` that can be said in it."""
    return {
        name: value.said(language) if isinstance(value, Said | SaidError) else value for name, value in values.items()
    }


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
