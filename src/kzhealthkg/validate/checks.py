"""A graph against the check queries: what only several nodes together can show. No row is healthy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from kzhealthkg import resources
from kzhealthkg.messages import LANGUAGES, Said, SaidError
from kzhealthkg.validate.report import SEVERITIES, Finding, Severity

if TYPE_CHECKING:
    import pyoxigraph as ox

_HEADER: Final = re.compile(r"^#\+ ([\w-]+): (.+)$", re.MULTILINE)


class CheckError(SaidError):
    """A check query, or the table of levels, is not as it should be: ``reason`` without the file."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, **values)
        self.reason = values["reason"]


@dataclass(frozen=True, slots=True)
class Check:
    """A stored check: its query, its weight, its question, and what it says with {variables} of the query."""

    name: str
    severity: Severity
    query: str
    messages: dict[str, str]
    mends: dict[str, str]
    titles: dict[str, str]


def _fault(file: Path, key: str, **values: object) -> CheckError:
    return CheckError("at", where=file, reason=Said(key, **values))


def load(folder: Path | None = None) -> tuple[Check, ...]:
    """Return the checks of a folder by name; CheckError where LEVELS.tsv and the files do not fit."""
    folder = folder or resources.path("queries", "checks")
    known = levels(folder / "LEVELS.tsv")
    files = {file.stem: file for file in sorted(folder.glob("*.rq"))}
    if odd := sorted(files.keys() ^ known.keys()):
        raise _fault(folder / "LEVELS.tsv", "checks.differ", names=", ".join(odd))
    return tuple(read(file, known[name]) for name, file in files.items())


@cache
def levels(table: Path) -> dict[str, Severity]:
    """Return how much each check weighs; CheckError names the row that says something else."""
    lines = table.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    for row in rows:
        if len(row) != 2 or row[1] not in SEVERITIES:
            raise _fault(table, "checks.level", row=" ".join(row), levels=", ".join(SEVERITIES))
    return {name: cast("Severity", level) for name, level in rows}


def read(file: Path, severity: Severity) -> Check:
    """Return the check of a file; CheckError names the texts that it lacks."""
    query = file.read_text(encoding="utf-8")
    header = dict(_HEADER.findall(query))
    texts = {name: _texts(file, header, name) for name in ("message", "mend", "title")}
    return Check(file.stem, severity, query, texts["message"], texts["mend"], texts["title"])


def _texts(file: Path, header: dict[str, str], name: str) -> dict[str, str]:
    wanted = [f"{name}-{language}" for language in LANGUAGES]
    if missing := [key for key in wanted if not header.get(key)]:
        raise _fault(file, "checks.header", names=", ".join(missing))
    return {language: header[key] for language, key in zip(LANGUAGES, wanted, strict=True)}


def findings(store: ox.Store, only: frozenset[str] | None = None) -> list[Finding]:
    """Return what the checks find in the default graph of a store, of the nodes ``only`` where it is not all."""
    found = (finding for check in load() for finding in _run(store, check))
    return [finding for finding in found if only is None or finding.focus in only]


def _run(store: ox.Store, check: Check) -> Iterator[Finding]:
    solutions: Any = store.query(check.query)
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        row = {name: term.value for name in names if (term := solution[name]) is not None}
        shown = _Shown({name: _short(value) for name, value in row.items()})
        yield Finding(
            severity=check.severity,
            source="check",
            rule=check.name,
            focus=str(solution["node"]).strip("<>"),
            messages={language: text.format_map(shown) for language, text in check.messages.items()},
            mends={language: text.format_map(shown) for language, text in check.mends.items()},
            article=row.get("article", ""),
        )


class _Shown(dict[str, str]):
    """What a message tells of one solution; a variable that it leaves unbound is told as a question mark."""

    def __missing__(self, name: str) -> str:
        return "?"


def _short(value: str) -> str:
    """Return the last part of one of the project's IRIs, and anything else as it is."""
    from kzhealthkg import vocab

    return value.rpartition("/")[2] if value.startswith(vocab.BASE) else value
