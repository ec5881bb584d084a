"""The links of a build, as ``links.tsv`` holds them."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from kzhealthkg.cli.terminal import UsageError, data_path
from kzhealthkg.messages import say

_LISTS = " | "


@dataclass(frozen=True, slots=True)
class Row:
    """One name of one statement, and the thing it was linked to."""

    entity: str
    outcome: str
    article: str
    slot: str
    name: str
    candidates: tuple[str, ...]
    scores: tuple[str, ...]
    reasons: tuple[str, ...]
    kind: str
    statement: str
    quote: str


def read(args: Namespace) -> list[Row]:
    """Return the links of the build that ``args`` names; UsageError where there are none that can be read."""
    path = data_path(args)
    file = (path if path.is_dir() else path.parent) / "links.tsv"
    if not file.exists():
        raise UsageError(say(args.lang, "error.nolinks", path=path))
    try:
        return _rows(file)
    except UnicodeDecodeError as error:
        line = file.read_bytes().count(b"\n", 0, error.start) + 1
        raise UsageError(say(args.lang, "table.encoding", file=file, line=line)) from None


def _rows(file: Path) -> list[Row]:
    lines = file.read_text(encoding="utf-8").splitlines()[1:]
    return [_row(line.split("\t")) for line in lines if line.count("\t") == len(Row.__slots__) - 1]


def _row(cells: list[str]) -> Row:
    entity, outcome, article, slot, name, candidates, scores, reasons, kind, statement, quote = cells
    lists = (_list(candidates), _list(scores), _list(reasons))
    return Row(entity, outcome, article, slot, name, *lists, kind, statement, quote)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(_LISTS)) if cell else ()
