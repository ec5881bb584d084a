"""The part of EDTF that the graph uses: years, months, days, and intervals of them, open or closed."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

_POINT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_OPEN = ("", "..")


class EdtfError(ValueError):
    """A text is no date of the EDTF profile in use."""


def bounds(edtf: str) -> tuple[str, str]:
    """Return the first and last ISO day of an EDTF value; an open end is an empty string.

    Raises EdtfError for anything but YYYY, YYYY-MM, YYYY-MM-DD and A/B, where A or B may be "..".
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point(start)
    if start in _OPEN and end in _OPEN:
        raise EdtfError(f"{edtf!r} is open at both ends")
    first = "" if start in _OPEN else _point(start)[0]
    last = "" if end in _OPEN else _point(end)[1]
    if first and last and first > last:
        raise EdtfError(f"{edtf!r} ends before it begins")
    return first, last


@lru_cache(maxsize=10_000)
def valid(edtf: str) -> bool:
    """Return whether ``bounds`` accepts the value."""
    try:
        bounds(edtf)
    except EdtfError:
        return False
    return True


def _point(text: str) -> tuple[str, str]:
    match = _POINT.fullmatch(text)
    if not match:
        raise EdtfError(f"{text!r} is no year, month or day")
    year = int(match[1])
    month, day = (int(part) if part else None for part in match.groups()[1:])
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
        last_month = 12 if month is None else month
        last = date(year, last_month, monthrange(year, last_month)[1] if day is None else day)
    except (ValueError, IndexError) as error:
        raise EdtfError(f"{text!r} is not in the calendar") from error
    return first.isoformat(), last.isoformat()
