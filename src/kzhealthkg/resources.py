"""Where the data files stand: inside an installed wheel, or beside ``src/`` in a checkout."""

from __future__ import annotations

import os.path
from functools import cache

TYPE_CHECKING = False  # neither typing nor pathlib is loaded for the help of the command line
if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_PACKAGE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120


class DataFaultError(Exception):
    """The project's own data is at fault: ``key`` and ``values`` say it in each language, ``str`` in English.

    The English stands with what is raised, since the messages are data too.
    """

    def __init__(self, key: str, english: str, values: Mapping[str, object], /) -> None:
        super().__init__(key, english, values)
        self.key, self.english, self.values = key, english, values

    def __str__(self) -> str:
        return self.english.format(**self.values)


class MissingResourceError(DataFaultError):
    """A data file of the project is not where it should be."""


@cache
def _root() -> str:
    """Return the folder that holds lexicon/, ontology/, shapes/ and queries/.

    Raises MissingResourceError where neither the wheel's ``_data`` nor a checkout is found.
    """
    checkout = os.path.dirname(os.path.dirname(_PACKAGE))  # noqa: PTH120
    for candidate in (os.path.join(_PACKAGE, "_data"), checkout):  # noqa: PTH118
        if all(os.path.isdir(os.path.join(candidate, name)) for name in ("lexicon", "ontology")):  # noqa: PTH112, PTH118
            return candidate
    raise MissingResourceError(
        "data.none", "no data beside {package}: install the wheel again, or work from a whole checkout",
        {"package": _PACKAGE},
    )  # fmt: skip


def _missing(file: object) -> MissingResourceError:
    return MissingResourceError(
        "data.missing", "{file}: missing from the installed data; install the wheel again", {"file": file}
    )


def root() -> Path:
    """Return the folder that holds lexicon/, ontology/, shapes/ and queries/; MissingResourceError where there is none."""
    from pathlib import Path

    return Path(_root())


def path(*parts: str) -> Path:
    """Return the path of one data file or folder, for example ``path("lexicon", "months.tsv")``."""
    found = root().joinpath(*parts)
    if not found.exists():
        raise _missing(found)
    return found


def text(*parts: str) -> str:
    """Return the text of one data file."""
    name = os.path.join(_root(), *parts)  # noqa: PTH118
    try:
        with open(name, encoding="utf-8") as file:  # noqa: PTH123
            return file.read()
    except FileNotFoundError:
        raise _missing(name) from None
