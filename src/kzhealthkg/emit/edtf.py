"""The first and the last day of an EDTF value."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final

_PART: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?")


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Return the first and last day of an EDTF day, month, year or interval; None where it is open or not known."""
    first, slash, last = edtf.partition("/")
    return _end(first, 0), _end(last if slash else first, 1)


def _end(part: str, side: int) -> date | None:
    found = _PART.fullmatch(part)
    if not found:
        return None
    year, month, day = (int(group) if group else None for group in found.groups())
    try:
        return _day(year or 0, month, day, last=bool(side))
    except ValueError:  # a 13th month or a 31st of February
        return None


def _day(year: int, month: int | None, day: int | None, *, last: bool) -> date:
    if month is None:
        month = 12 if last else 1
    if day is None:
        first = date(year, month, 1)
        day = calendar.monthrange(first.year, first.month)[1] if last else 1
    return date(year, month, day)
