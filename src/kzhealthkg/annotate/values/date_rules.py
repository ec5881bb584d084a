"""How the value of a date is made of what was said: small functions that the table of phrases names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from kzhealthkg import lexicon
from kzhealthkg.annotate.values.said_date import Said
from kzhealthkg.edtf import bounds

_ENDS = lexicon.words("annotate.values.date_rules", "ends")


def _of_year(said: Said) -> str:
    return f"{said.year}" if said.year else ""


def _this_year(said: Said) -> str:
    return f"{said.today.year}" if said.today else ""


def _elided(said: Said) -> str:
    """В этом, в 2023: a year without its noun."""
    return _of_year(said) or (f"{said.today.year + said.argument}" if said.today else "")


def _of_years(said: Said) -> str:
    return f"{said.year}/{said.number('z')}"


def _since(said: Said) -> str:
    return f"{said.year}/.." if said.year else ""


def _year_or_current(said: Said) -> int | None:
    return said.year or (None if _relative(said) or not said.today else said.today.year)


def _relative(said: Said) -> bool:
    return any(name.startswith("rel") for name in said.groups)


def _year_end(said: Said) -> str:
    year = _year_or_current(said)
    return f"{year}-12-31" if year else ""


def _season(said: Said) -> str:
    """К осени, күзге қарай: the three months of a season to come; ``argument`` is its first month."""
    year, first = said.year or _season_ahead(said), said.argument
    if not year or (first == YEAR_LONG and said.year):  # к зиме 2025 года: which of two winters
        return ""
    return f"{year}-{first:02}/{year + (first == YEAR_LONG)}-{(first + 1) % 12 + 1:02}"


def _season_end(said: Said) -> str:
    return _month_end(_season(said).rpartition("/")[2])


def _season_ahead(said: Said) -> int | None:
    """Return the year of the season to come; inside it, or before one that is called the next, it is not known."""
    if _relative(said) or not said.today:
        return None
    first, begun = said.argument, said.argument == YEAR_LONG and said.today.month <= 2  # the winter of last year
    month, year = (said.today.month + YEAR_LONG * begun, said.today.year - begun)
    over = month > first + 2 if not said.has("next") else month >= first
    if said.has("next") or said.has("end"):
        return year + over if over or said.has("end") else None
    return None if first <= month <= first + 2 else year + over


def _december(said: Said) -> str:
    year = _year_or_current(said)
    return f"{year}-12" if year else ""


def _near(said: Said, month: int, day: int = 0) -> int | None:
    """The year that was said, else the one that brings the day (any day of the month) nearest to the article's."""
    if said.year or _relative(said) or not said.today:
        return said.year
    today = said.today
    years = [today.year, today.year - 1, today.year + 1]
    if said.lean:
        edge = min(day, 28) or (28 if said.lean > 0 else 1)
        years = [y for y in years if (date(y, month, edge) - today).days * said.lean >= 0]
    return min(years, key=lambda y: _distance(date(y, month, min(day or 15, 28)), today))


def _distance(day: date, today: date) -> float:
    """How far a day is from today; news look back more than ahead, so a day to come counts half as far again."""
    days = (day - today).days
    return -days if days < 0 else 1.5 * days


def _of_month(said: Said) -> str:
    year = _near(said, said.number("m"))
    return f"{year}-{said.number('m'):02}" if year else ""


def _since_month(said: Said) -> str:
    month = _of_month(said)
    return f"{month}/.." if month and said.lean <= 0 else month


def _of_months(said: Said) -> str:
    year = _near(said, said.number("m" if said.lean < 0 else "o"))
    return f"{year}-{said.number('m'):02}/{year}-{said.number('o'):02}" if year else ""


def _of_day(said: Said) -> str:
    month, day = said.number("m"), said.number("d")
    year = _near(said, month, day)
    return date(year, month, day).isoformat() if year else ""


def _numeric(said: Said) -> str:
    return date(int(said.groups["y"]), int(said.groups["mm"]), said.number("d")).isoformat()


def _of_days(said: Said) -> str:
    last = said.number("o") if said.has("o") else said.number("m")
    first = said.number("m") if said.has("m") else last
    year = _near(said, first, said.number("d")) if said.lean < 0 else _near(said, last, said.number("e"))
    if not year:
        return ""
    start, end = date(year, first, said.number("d")), date(year, last, said.number("e"))
    running = not said.argument or (end - start).days == said.argument  # 3 и 10 февраля: no span, two days apart
    return f"{start}/{end}" if start < end and running else ""


def _of_full_days(said: Said) -> str:
    """2020 жылғы 13 наурыз бен 2021 жылғы 12 шілде: two days, each with its year."""
    years = int(said.groups["y"]), int(said.groups["z"])
    start, end = date(years[0], said.number("m"), said.number("d")), date(years[1], said.number("o"), said.number("e"))
    return f"{start}/{end}" if start < end else ""


def _span_of_months(year: int | None, first: int, last: int) -> str:
    return f"{year}-{first:02}/{year}-{last:02}" if year else ""


def _quarter(said: Said) -> str:
    return _part_of_year(said, 3)


def _half(said: Said) -> str:
    return _part_of_year(said, 6)


def _part_of_year(said: Said, months: int) -> str:
    """Return a quarter's or a half's months, or its last day where its end is said: екінші тоқсанның соңына дейін."""
    last, year = months * (said.argument or said.number("q")), _year_or_current(said)
    if last > 12 or not year:
        return ""
    end = any(word in said.groups.get("due", "") for word in _ENDS)
    return _month_end(f"{year}-{last:02}") if end else _span_of_months(year, last - months + 1, last)


def _first_months(said: Said) -> str:
    return _span_of_months(said.year, 1, said.number("n")) if said.number("n") <= 12 else ""


def _months_over(said: Said) -> str:
    """За девять месяцев, тоғыз айда, told when so many are just over; "the first" ones (argument 1) also later on."""
    count = said.number("n")
    if said.lean > 0:
        return _months_from(said.today, count)  # за четыре месяца построят
    over = said.today.month - 1 - count if said.today and count > 1 else -1
    if said.today and said.today.month <= REPORTED and count == YEAR_LONG:
        return f"{said.today.year - 1}"
    return (
        _span_of_months(said.today.year, 1, count) if said.today and 0 <= over <= (12 if said.argument else 1) else ""
    )


def _report_year(said: Said) -> str:
    """За отчётный год, есепті жылы: the last year, in December this one."""
    return f"{said.today.year - (said.today.month < YEAR_LONG)}" if said.today else ""


YEAR_LONG = 12
REPORTED = 3
"""Months into a year in which the whole of the last one is still reported."""


def _years_from_now(said: Said, sign: int) -> int:
    if not said.today:
        raise ValueError("no day to count from")
    return said.today.year + sign * said.count()


def _last_years(said: Said) -> str:
    if said.lean > 0 and said.argument:
        return str(_years_from_now(said, 1))
    return f"{_years_from_now(said, -1)}/{_years_from_now(said, -1) + said.count()}"


def _months_from(today: date | None, offset: int) -> str:
    if not today:
        raise ValueError("no day to count from")
    months = today.year * 12 + today.month - 1 + offset
    return f"{months // 12}-{months % 12 + 1:02}"


def _month_end(text: str) -> str:
    return bounds(text)[1] if text else ""


def _day_from(said: Said, offset: int) -> str:
    return (said.today + timedelta(offset)).isoformat() if said.today else ""


def _week(said: Said) -> str:
    if not said.today:
        return ""
    monday = said.today - timedelta(said.today.weekday()) + timedelta(7 * said.argument)
    return f"{monday}/{monday + timedelta(6)}"


def _week_end(said: Said) -> str:
    return _week(said).rpartition("/")[2]


def _last_day(said: Said) -> str:
    """Өткен жұмада: the last such day of the week before the article's day; Monday is 0."""
    return _day_from(said, -((said.today.weekday() - said.argument - 1) % 7 + 1)) if said.today else ""


def _day_of_last_week(said: Said) -> str:
    """Өткен аптаның жұмасында: that day of the week before."""
    return _day_from(said, said.argument - 7 - said.today.weekday()) if said.today else ""


RULES: dict[str, Callable[[Said], str]] = {
    "year": _of_year,
    "thisyear": _this_year,
    "elided": _elided,
    "years": _of_years,
    "since": _since,
    "yearend": _year_end,
    "december": _december,
    "season": _season,
    "seasonend": _season_end,
    "month": _of_month,
    "months": _of_months,
    "sincemonth": _since_month,
    "day": _of_day,
    "days": _of_days,
    "fulldays": _of_full_days,
    "numeric": _numeric,
    "quarter": _quarter,
    "half": _half,
    "firstmonths": _first_months,
    "monthsover": _months_over,
    "lastyears": _last_years,
    "nextyears": lambda said: str(_years_from_now(said, 1)),
    "yearsago": lambda said: str(_years_from_now(said, -1)),
    "sinceyears": lambda said: f"{_years_from_now(said, -1)}/..",
    "lastmonths": lambda said: f"{_months_from(said.today, -said.count())}/{_months_from(said.today, 0)}",
    "monthsago": lambda said: _months_from(said.today, -said.count()),
    "sincemonths": lambda said: f"{_months_from(said.today, -said.count())}/..",
    "daysago": lambda said: _day_from(said, -said.count()),
    "monthsahead": lambda said: _months_from(said.today, said.count()),
    "monthend": lambda said: _month_end(_of_month(said)),
    "relmonthend": lambda said: _month_end(_months_from(said.today, said.argument)),
    "relmonth": lambda said: _months_from(said.today, said.argument),
    "relday": lambda said: _day_from(said, said.argument),
    "week": _week,
    "weekend": _week_end,
    "reportyear": _report_year,
    "lastday": _last_day,
    "lastweekday": _day_of_last_week,
}
LEANING = frozenset({"month", "sincemonth", "months", "monthsover", "day", "days", "lastyears", "monthend"})
"""The rules that ask where the sentence looks."""
