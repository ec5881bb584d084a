"""Where the data files stand: inside an installed wheel, or beside ``src/`` in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


class MissingResource(FileNotFoundError):
    """A data file of the project is not where it should be."""


@cache
def root() -> Path:
    """Return the folder that holds lexicon/, ontology/, shapes/ and queries/.

    Raises MissingResource where neither the wheel's ``_data`` nor a checkout is found.
    """
    for candidate in (_PACKAGE / "_data", _PACKAGE.parent.parent):
        if (candidate / "lexicon").is_dir() and (candidate / "ontology").is_dir():
            return candidate
    raise MissingResource(f"no data beside {_PACKAGE}: install the wheel again, or work from a whole checkout")


def path(*parts: str) -> Path:
    """Return the path of one data file or folder, for example ``path("lexicon", "months.tsv")``."""
    found = root().joinpath(*parts)
    if not found.exists():
        raise MissingResource(f"{found}: missing from the installed data; install the wheel again")
    return found
