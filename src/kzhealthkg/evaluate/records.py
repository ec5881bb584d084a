"""Gold and extracted statements as records, one JSON object a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kzhealthkg.messages import Said, SaidError

Record = dict[str, Any]


class GoldError(SaidError):
    """A line of a file of statements is not one, in one line with file and number."""


def read(path: Path) -> list[Record]:
    """Return the statements of a JSON Lines file; GoldError names the line that is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        raise GoldError("at", where=path, reason=Said("file.encoding")) from None
    return [_record(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _record(path: Path, number: int, line: str) -> Record:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise GoldError("gold.json", file=path, line=number, reason=error) from None
    if not isinstance(record, dict) or not {"article", "kind"} <= record.keys():
        raise GoldError("gold.record", file=path, line=number)
    return record
