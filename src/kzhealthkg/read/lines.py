"""The lines of a text, and what a line says of the article: its date, its counters, its chrome."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import NamedTuple

from kzhealthkg import lexicon

_TIME = r"(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])"
_MONTH_END = "(?:к|ь|я|а|й|)"
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_CHROME = 300
_LONGEST_DATE_LINE = 120
_MOST_NAME_WORDS = 4


class Line(NamedTuple):
    """A stretch of a text without a line end: ``start:end`` and its characters."""

    start: int
    end: int
    text: str

    def cut(self, start: int, end: int) -> Line:
        """Return the part ``start:end`` of the line, without spaces around it."""
        part = self.text[start:end]
        left = start + len(part) - len(part.lstrip())
        stripped = part.strip()
        return Line(self.start + left, self.start + left + len(stripped), stripped)


class Dated(NamedTuple):
    """A date found in a line: an ISO day and where its words are."""

    day: str
    start: int
    end: int


def split(text: str) -> list[Line]:
    """Return the lines of ``text`` that are not empty."""
    lines = (Line(m.start(), m.end(), m.group()).cut(0, len(m.group())) for m in re.finditer("[^\n]+", text))
    return [line for line in lines if line.text]


@cache
def _header(what: str) -> tuple[str, ...]:
    return tuple(row["pattern"] for row in lexicon.table("header") if row["what"] == what)


@cache
def _months() -> dict[str, int]:
    return {row["stem"]: int(row["number"]) for row in lexicon.table("months")}


@cache
def _dates() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row.replace("MONTH", _named_month()), re.I) for row in _header("date"))


def _named_month() -> str:
    stems = "|".join(sorted(_months(), key=lambda stem: (-len(stem), stem)))
    return f"(?:{stems}){_MONTH_END}(?!\\w)"


@cache
def prefixes() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a labelled date that is glued before an article's first words."""
    dates = "|".join(re.sub(r"\?P<\w+>", "?:", date.pattern) for date in _dates())
    return tuple(
        re.compile(row.replace("DATE", f"(?:{dates})").replace("TIME", _TIME), re.I) for row in _header("prefix")
    )


def find_date(text: str) -> Dated | None:
    """Return the first day written out in ``text``, in any header style."""
    found = [dated for pattern in _dates() for m in pattern.finditer(text) if (dated := _dated(m))]
    return min(found, key=lambda dated: (dated.start, -dated.end), default=None)


def _dated(match: re.Match[str]) -> Dated | None:
    parts = match.groupdict()
    month = _month(parts["name"]) if "name" in parts else int(parts["month"])
    try:
        day = datetime.date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None
    return Dated(day.isoformat(), *match.span())


def _month(name: str) -> int:
    return next(number for stem, number in _months().items() if name.lower().startswith(stem))


def date_line(line: Line) -> Dated | None:
    """Return the date of a line that holds a date, counters, a byline, and no sentence."""
    if len(line.text) > _LONGEST_DATE_LINE:
        return None
    dated = find_date(line.text)
    return dated if dated and (is_chrome(line) or _only_date(line.text, dated)) else None


def is_clock(lines: list[Line], at: int) -> bool:
    """Среда, 21 января, 2026 over the title: tell whether a date line is the page's clock, of the day it was stored.

    It names the day of the week or stands beside the weather or the rates, and nothing of the article stands above it.
    """
    near = lines[max(0, at - _BESIDE) : at + _BESIDE + 1]
    named = _weekday().match(lines[at].text) is not None or any(_CLOCK_SIDE & _page_parts(line) for line in near)
    return named and all(len(line.text.split()) <= _TOWN or is_chrome(line) for line in lines[:at])


def is_split_clock(lines: list[Line], at: int) -> bool:
    """2026 год / 24 января: tell whether a line is the year or the day of a clock that stands on two lines."""
    beside = [lines[near].text for near in (at - 1, at + 1) if 0 <= near < len(lines)]
    year, day = _clock_halves()
    text = lines[at].text
    return any(
        (year.fullmatch(text) and day.fullmatch(o)) or (day.fullmatch(text) and year.fullmatch(o)) for o in beside
    )


@cache
def _clock_halves() -> tuple[re.Pattern[str], re.Pattern[str]]:
    year, day = (
        re.compile("|".join(_header(what)).replace("MONTH", _named_month()), re.I)
        for what in ("clock-year", "clock-day")
    )
    return year, day


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_header('weekday'))})\b", re.I)


_BESIDE = 3
_TOWN = 2
"""The most words of a town's name beside its weather."""
_CLOCK_SIDE = frozenset({"weather", "currency"})


def _page_parts(line: Line) -> set[str]:
    """Return what of a page a whole line is: its weather, its rates."""
    rows = (row for row in lexicon.table("chrome") if row["where"] == "line" and row["what"] in _CLOCK_SIDE)
    text = line.text.lower()
    return {row["what"] for row in rows if re.fullmatch(row["pattern"], text)}


def _only_date(text: str, dated: Dated) -> bool:
    rest = text[: dated.start] + " " + text[dated.end :]
    timeless = re.sub(_TIME, " ", rest)
    words = [word for word in _WORD.findall(timeless) if not _labels().fullmatch(word)]
    if not words:
        return True
    if text.endswith((".", "!", "?", ":")):
        return False
    if timeless != rest and re.match(r"\W*\d", text):
        return True
    return len(words) <= _MOST_NAME_WORDS and all(word[0].isupper() for word in words)


@cache
def _labels() -> re.Pattern[str]:
    return re.compile("|".join(_header("label")), re.I)


@cache
def _chrome(where: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    rows = [row["pattern"] for row in lexicon.table("chrome") if row["where"] == where]
    return re.compile("|".join(f"(?:{row})" for row in rows), flags)


def is_chrome(line: Line, where: str = "line") -> bool:
    """Tell whether a whole line is of the page and not of the article."""
    return len(line.text) <= _LONGEST_CHROME and _chrome(where).fullmatch(line.text.lower()) is not None


def trimmed(line: Line, opening: bool) -> Line:
    """Return a line without a dateline (where it is an ``opening`` one) and without a credit at its end."""
    before = _chrome("start", re.I).match(line.text) if opening else None
    after = _chrome("end", re.I).search(line.text)
    cut = line.cut(before.end() if before else 0, after.start() if after else len(line.text))
    return cut if cut.text else line


def publisher(lines: list[Line], body: str, opening: list[Line]) -> str | None:
    """Return who published or relays the article: from a page title, a dateline, or "деп хабарлайды X"."""
    places = (("publisher-title", [line.text for line in lines]), ("publisher-dateline", [o.text for o in opening]),
              ("publisher", [body]))  # fmt: skip
    for what, texts in places:
        for pattern in _header(what):
            found = next((m for t in texts if (m := re.search(pattern, t))), None)
            if found:
                return found["name"].strip(".")
    return None
