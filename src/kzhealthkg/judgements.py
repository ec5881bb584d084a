"""What people decided about identity: sorted tables with reasons, in the folder ``judgements/``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kzhealthkg import resources, vocab
from kzhealthkg.messages import Said, SaidError

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "same": ("thing", "other", "reason", "who"),
    "different": ("thing", "other", "reason", "who"),
    "split": ("thing", "article", "name", "becomes", "reason", "who"),
    "rename": ("thing", "language", "name", "reason", "who"),
}
"""The columns of every table."""
_MAY_BE_EMPTY: Final = frozenset({"who", "name"})
_LANGUAGES: Final = frozenset({"kk", "ru", "en"})
_PAIRS: Final = ("same", "different")


class JudgementError(SaidError):
    """A row of a judgement file cannot be read; says the file and the line."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One row: its table, where it stands, and its cells by column."""

    kind: str
    where: str
    cells: Mapping[str, str]

    @property
    def things(self) -> tuple[str, ...]:
        """The ids of the things it is about."""
        return tuple(self.cells[column] for column in ("thing", "other", "becomes") if column in self.cells)


def folder(given: Path | str | None = None) -> Path:
    """Return the folder of the judgements: the given one, else the project's own."""
    return Path(given) if given else resources.path("judgements")


def read(given: Path | str | None = None) -> tuple[Judgement, ...]:
    """Return every judgement of a folder, table by table; a file that is not there holds none.

    Raises JudgementError for a malformed row and FileNotFoundError for a folder that is not there.
    """
    place = folder(given)
    if not place.is_dir():
        raise JudgementError("judgement.folder", path=place)
    return tuple(row for kind in COLUMNS for row in _table(place / f"{kind}.tsv", kind))


def _table(file: Path, kind: str) -> list[Judgement]:
    found: list[Judgement] = []
    header = False
    for number, line in enumerate(_text(file).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if header:
            found.append(_row(f"{file.name}:{number}", kind, line))
        elif tuple(line.split("\t")) != COLUMNS[kind]:
            raise JudgementError("judgement.columns", where=f"{file.name}:{number}", columns=", ".join(COLUMNS[kind]))
        header = True
    return found


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8") if file.exists() else ""
    except UnicodeDecodeError:
        raise JudgementError("at", where=file.name, reason=Said("file.encoding")) from None


def _row(where: str, kind: str, line: str) -> Judgement:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) != len(COLUMNS[kind]):
        raise JudgementError("judgement.cells", where=where, cells=len(cells), needed=len(COLUMNS[kind]))
    row = Judgement(kind, where, dict(zip(COLUMNS[kind], cells, strict=True)))
    wrong = fault(row)
    if wrong:
        raise JudgementError("at", where=where, reason=wrong)
    return row


def fault(row: Judgement) -> str:
    """Return what is wrong with a judgement, "" where nothing is."""
    empty = [column for column, cell in row.cells.items() if not cell and column not in _MAY_BE_EMPTY]
    if empty:
        return Said("judgement.empty", column=empty[0])
    if row.kind == "rename":
        return "" if row.cells["name"] and row.cells["language"] in _LANGUAGES else Said("judgement.rename")
    if len(set(row.things)) < len(row.things):
        return Said("judgement.itself")
    if len({thing.partition("/")[0] for thing in row.things}) > 1:
        return Said("judgement.classes")
    return "" if all("/" in thing for thing in row.things) else Said("judgement.id")


def local(thing: str) -> str:
    """Return the id of a thing as judgements hold it, from an IRI, from ``id:…`` or as it is.

    >>> local("https://w3id.org/kzhealth/id/person/x"), local("id:person/x"), local("person/x")
    ('person/x', 'person/x', 'person/x')
    """
    return thing.strip("<>").removeprefix(vocab.THINGS).removeprefix("id:")


def add(given: Path, kind: str, cells: Sequence[str]) -> Judgement:
    """Write one judgement into its table, which stays sorted; a pair that was judged before is judged anew.

    Raises JudgementError where the row would be malformed.
    """
    clean = [" ".join(cell.split()) for cell in cells]
    if kind in _PAIRS:
        clean[:2] = sorted(clean[:2])
    row = _row(f"{kind}.tsv", kind, "\t".join(clean))
    given.mkdir(parents=True, exist_ok=True)
    if kind in _PAIRS:
        undo(given, *clean[:2])
    _write(given, kind, [*_table(given / f"{kind}.tsv", kind), row])
    return row


def undo(given: Path, one: str, other: str) -> int:
    """Remove what was judged of a pair and return how many rows that were."""
    removed = 0
    for kind in _PAIRS:
        rows = _table(given / f"{kind}.tsv", kind)
        kept = [row for row in rows if set(row.things) != {one, other}]
        removed += len(rows) - len(kept)
        if len(kept) < len(rows):
            _write(given, kind, kept)
    return removed


def _write(given: Path, kind: str, rows: Iterable[Judgement]) -> None:
    file = given / f"{kind}.tsv"
    notes = [line for line in _text(file).splitlines() if line.startswith("#")]
    lines = sorted({"\t".join(row.cells[column] for column in COLUMNS[kind]) for row in rows})
    file.write_text("\n".join([*notes, "\t".join(COLUMNS[kind]), *lines]) + "\n", encoding="utf-8")
