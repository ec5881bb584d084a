"""The lexicon: its frames and tables name kinds, slots and concepts that there are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from kzhealthkg import vocab
from kzhealthkg.validate.own.code import SCHEMES
from kzhealthkg.validate.own.project import Project
from kzhealthkg.validate.report import Finding, Spot

_KIND: Final = frozenset(vocab.KINDS)
COLUMNS: Final = {
    ("agreements", "agreementType"): vocab.AGREEMENT_TYPE,
    ("appointments", "change"): vocab.CHANGE,
    ("bounds", "bound"): vocab.BOUND,
    ("buildings", "workType"): vocab.WORK_TYPE,
    ("capacity", "unit"): vocab.CAPACITY_UNIT,
    ("facility_type_names", "type"): vocab.FACILITY_TYPE,
    ("facility_types", "type"): vocab.FACILITY_TYPE,
    ("holding", "change"): vocab.CHANGE,
    ("holding_kk", "change"): vocab.CHANGE,
    ("levels", "level"): vocab.LEVEL,
    ("needs", "kind"): tuple(vocab.KINDS),
    ("office_terms", "role"): vocab.ROLE,
    ("officials", "role"): vocab.ROLE,
    ("roles", "role"): vocab.ROLE,
    ("sources", "source"): vocab.SOURCE,
}
"""Table and column of the lexicon → what may stand there."""
_NOTHING: Final = frozenset({"", "-"})


def findings(project: Project) -> Iterator[Finding]:
    """Yield what the lexicon names that there is not."""
    for table, column in COLUMNS:
        yield from _column(project, project.root / "lexicon" / f"{table}.tsv", column, set(COLUMNS[table, column]))
    for file in project.files("lexicon/frames/*.toml"):
        yield from _frames(project, file)


def _column(project: Project, file: Path, column: str, allowed: set[str]) -> Iterator[Finding]:
    lines = list(enumerate(project.text(file).splitlines(), 1))
    rows = [(number, line.split("\t")) for number, line in lines if line.strip() and not line.startswith("#")]
    at = rows[0][1].index(column) if rows and column in rows[0][1] else None
    if at is None:
        yield _wrong(project, file, 1, "column", column)
        return
    for number, cells in rows[1:]:
        if cells[at] not in allowed | _NOTHING:
            yield _wrong(project, file, number, column, cells[at])


def _frames(project: Project, file: Path) -> Iterator[Finding]:
    import tomllib

    try:
        frames = tomllib.loads(project.text(file)).get("frame", [])
    except tomllib.TOMLDecodeError as error:
        yield project.finding("own-parse", file, reason=str(error))
        return
    for frame in frames:
        for what, value in _unknown(frame):
            line = project.text(file).partition(f'name = "{frame["name"]}"')[0].count("\n") + 1
            yield _wrong(project, file, line, what, value, str(frame["name"]))


def _unknown(frame: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield kind, slots and concepts of a frame that there are not."""
    kind = frame["kind"]
    if kind not in _KIND:
        yield "kind", kind
        return
    for slot, value in frame.get("slots", {}).items():
        if slot not in vocab.slots(kind):
            yield "slot", slot
        elif slot in vocab.CONCEPT_SLOTS and value not in SCHEMES[vocab.CONCEPT_SLOTS[slot]]:
            yield slot, value


def _wrong(project: Project, file: Path, line: int, column: str, value: str, name: str = "") -> Finding:
    where = Spot(str(file), line)
    return project.finding("own-lexicon", file, where, name=name or file.name, column=column, value=value)
