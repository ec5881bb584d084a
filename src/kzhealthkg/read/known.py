"""What is said of an article beside its text: in a record, a page's head or a manifest."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kzhealthkg import lexicon
from kzhealthkg.messages import Said, SaidError
from kzhealthkg.model import Language, Problem
from kzhealthkg.read.lines import find_date

FIELDS = ("title", "publisher", "date", "url", "language", "region")
MANIFESTS = ("manifest.tsv", "manifest.toml")
_LANGUAGES: dict[str, Language] = {
    "kk": "kk", "kaz": "kk", "kz": "kk", "kk-cyrl": "kk", "kk-latn": "kk-Latn", "qaz": "kk-Latn", "ru": "ru", "rus": "ru"
}  # fmt: skip


def checked(said: Mapping[str, Any], where: str) -> tuple[dict[str, str], list[Problem]]:
    """Return the fields of ``said`` that can be used, in one form, and a Problem for each that cannot."""
    known: dict[str, str] = {}
    problems: list[Problem] = []
    for field in FIELDS:
        value = said.get(field)
        if value is None or value == "":
            continue
        form = _form(field, str(value).strip()) if isinstance(value, str | int) or hasattr(value, "isoformat") else None
        if form:
            known[field] = form
        else:
            what = Said("read.field", field=field, value=_short(value))
            mend = Said(f"read.{field}.mend") if field in _CLOSED else ""
            problems.append(Problem(where, what, mend, fatal=False))
    return known, problems


_CLOSED = ("date", "language", "region")


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def _form(field: str, value: str) -> str | None:
    if field == "date":
        found = find_date(value)
        return found.day if found else None
    if field == "language":
        return _LANGUAGES.get(value.lower())
    if field == "region":
        return value if value in {row["iso"] for row in lexicon.table("regions")} else None
    return " ".join(value.split()) or None


def manifest(folder: Path) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    """Return what a folder's manifest says, by file name, and what is wrong with the manifest."""
    for name in MANIFESTS:
        file = folder / name
        if file.is_file():
            try:
                return _rows(file), []
            except (OSError, ValueError, KeyError, TypeError, AttributeError) as wrong:
                why = wrong.line if isinstance(wrong, SaidError) else " ".join(str(wrong).split())
                what = Said("read.manifest", reason=why)
                return {}, [Problem(str(file), what, Said("read.manifest.mend"), fatal=False)]
    return {}, []


def _rows(file: Path) -> dict[str, dict[str, Any]]:
    source = file.read_text(encoding="utf-8-sig")
    if file.suffix == ".toml":
        return {row["file"]: dict(row) for row in tomllib.loads(source).get("article", [])}
    lines = [line for line in source.splitlines() if line.strip() and not line.startswith("#")]
    table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    if "file" not in (table.fieldnames or ()):
        raise SaidError("read.nocolumn", column="file")
    return {row["file"]: row for row in table}
