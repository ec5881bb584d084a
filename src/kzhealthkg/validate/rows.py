"""Small tables that people write: tab-separated, a header line, ``#`` comments, ``#+ key: value`` on top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kzhealthkg.messages import SaidError


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stands in its file: notes (the ``#`` lines), header values, and rows by their line number."""

    file: Path
    notes: tuple[str, ...] = ()
    header: dict[str, str] = field(default_factory=dict)
    rows: tuple[tuple[int, dict[str, str]], ...] = ()


def read(file: Path, columns: Sequence[str]) -> Table:
    """Return the table of a file; SaidError names file and line of what is not as it should be."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise SaidError("table.encoding", file=file, line=file.read_bytes().count(b"\n", 0, error.start) + 1) from None
    notes = [line for line in lines if line.startswith("#")]
    header = dict(_header(notes))
    return Table(file, tuple(notes), header, tuple(_rows(file, columns, lines)))


def _header(notes: Sequence[str]) -> Iterator[tuple[str, str]]:
    for line in notes:
        key, colon, value = line.removeprefix("#+").partition(":")
        if line.startswith("#+") and colon:
            yield key.strip(), value.strip()


def _rows(file: Path, columns: Sequence[str], lines: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    named = False
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not named and cells != list(columns):
            raise SaidError("table.header", file=file, line=number, columns=" ⇥ ".join(columns))
        if len(cells) != len(columns):
            raise SaidError("table.cells", file=file, line=number, cells=len(cells), needed=len(columns))
        if named:
            yield number, dict(zip(columns, cells, strict=True))
        named = True


def write(table: Table, columns: Sequence[str], lines: Iterable[str]) -> None:
    """Write the notes of a table, its columns and these lines, sorted; the file changes whole or not at all."""
    file = table.file.resolve()
    file.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f"{line}\n" for line in (*table.notes, "\t".join(columns), *sorted(lines)))
    half = file.with_name(f".{file.name}.new")
    try:
        half.write_text(text, encoding="utf-8", newline="\n")
        if file.exists():
            half.chmod(file.stat().st_mode)
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)
