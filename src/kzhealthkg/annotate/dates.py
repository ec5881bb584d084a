"""Dates and periods of a sentence as EDTF, those named from today resolved against the article's day.

The phrases stand in ``lexicon/date_phrases.tsv``; each row names one of the small functions below.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kzhealthkg import edtf, lexicon
from kzhealthkg.model import DateValue, Mention, Sentence

_TRIGGERS = {
    "kk": r"\d|жыл|ай|күн|апта|тоқсан|бүгін|қазір|қазіргі|биыл|былтыр|кеше|ертең",
    "ru": r"\d|год|лет|месяц|недел|квартал|полугоди|сегодня|сейчас|настоящее|вчера|завтра",
}


@dataclass(frozen=True, slots=True)
class _Phrase:
    pattern: re.Pattern[str]
    rule: str
    argument: int
    role: str


@dataclass(frozen=True, slots=True)
class _Said:
    """The parts of a matched phrase: year, months and days as numbers, None where not said."""

    year: int | None
    groups: Mapping[str, str]
    language: str
    today: date | None
    argument: int

    def number(self, name: str) -> int:
        return _value(name, self.groups[name], self.language)

    def has(self, name: str) -> bool:
        return bool(self.groups.get(name))


def find_dates(sentence: Sentence, today: str | None, language: str) -> list[Mention]:
    """Return the date mentions, in order and without overlap.

    ``today`` is the article's ISO day; without it, what only it could resolve is left out.
    """
    text, starts = _text(sentence)
    spoken = "ru" if language == "ru" else "kk"
    if not _trigger(spoken).search(text):
        return []
    found: list[Mention] = []
    for start, end, phrase, match in _matches(text, spoken):
        value = _date_value(phrase, match, spoken, date.fromisoformat(today) if today else None)
        if value:
            found.append(_mention(sentence, starts + start, starts + end, value))
    return sorted(found, key=lambda mention: mention.start)


def _text(sentence: Sentence) -> tuple[str, int]:
    """The lower-cased text of the sentence, with its gaps, and the offset of its first character."""
    start = sentence.tokens[0].start
    text = [" "] * (sentence.tokens[-1].end - start)
    for token in sentence.tokens:
        low = token.text.lower()
        word = low if len(low) == len(token.text) else token.text
        text[token.start - start : token.end - start] = word
    return "".join(text), start


def _matches(text: str, language: str) -> Iterator[tuple[int, int, _Phrase, re.Match[str]]]:
    """Yield the matches that do not overlap, the longest first, then the leftmost."""
    every = [(m.start(), m.end(), p, m) for p in _phrases(language) for m in p.pattern.finditer(text)]
    every.sort(key=lambda found: (found[0] - found[1], found[0]))
    taken: list[tuple[int, int]] = []
    for found in every:
        if all(found[1] <= start or found[0] >= end for start, end in taken):
            taken.append((found[0], found[1]))
            yield found


def _mention(sentence: Sentence, start: int, end: int, value: DateValue) -> Mention:
    inside = [n for n, token in enumerate(sentence.tokens) if token.start < end and token.end > start]
    first, last = sentence.tokens[inside[0]], sentence.tokens[inside[-1]]
    return Mention("date", inside[0], inside[-1] + 1, first.start, last.end, value, last.best.case)


def _date_value(phrase: _Phrase, match: re.Match[str], language: str, today: date | None) -> DateValue | None:
    groups = {name: text for name, text in match.groupdict().items() if text}
    said = _Said(_year(groups, today), groups, language, today, phrase.argument)
    try:
        text = RULES[phrase.rule](said)
    except (ValueError, OverflowError):
        return None
    if not text or not edtf.valid(text):
        return None
    return DateValue(text, "due" if "due" in groups else phrase.role)


def _year(groups: Mapping[str, str], today: date | None) -> int | None:
    if "y" in groups:
        return int(groups["y"])
    for name in groups:
        if name.startswith("rel") and today:
            return today.year + int(name[3:].rstrip("_").replace("m", "-"))
    return None


# The language of patterns ------------------------------------------------------------------------


@cache
def _trigger(language: str) -> re.Pattern[str]:
    """What every phrase holds one of: most sentences are done with after this one search."""
    return re.compile("|".join([_TRIGGERS[language], *_months(language)]))


@cache
def _phrases(language: str) -> tuple[_Phrase, ...]:
    rows = [row for row in lexicon.table("date_phrases") if row["language"] in ("any", language)]
    found = []
    for row in rows:
        rule, _, argument = row["rule"].partition(":")
        found.append(_Phrase(_compiled(row["pattern"], language), rule, int(argument or 0), row["role"]))
    return tuple(found)


def _compiled(pattern: str, language: str) -> re.Pattern[str]:
    for name, text in _macros(language).items():
        pattern = pattern.replace("{" + name + "}", text)
    spaced = re.sub(r" (?![?*])", " +", pattern.replace(" ?", " *"))
    return re.compile(rf"(?<![\w\-+№]){spaced}(?!\w)")


@cache
def _macros(language: str) -> dict[str, str]:
    months = _month_pattern(language)
    words = "|".join(sorted(_numerals(language), key=len, reverse=True))
    ordinals = "|".join(f"(?:{pattern})" for pattern, _ in _ordinals(language))
    year = r"(?:19|20)\d\d"
    figures = rf"(?P<y>{year})[ -]?жыл\w*" if language == "kk" else rf"(?:в )?(?P<y>{year}) год\w*"
    named = "|".join(
        f"(?P<rel{row['offset'].replace('-', 'm')}{'_' * n}>{row['pattern']})"
        for n, row in enumerate(r for r in lexicon.table("years") if r["language"] == language)
    )
    return {
        "Y": f"(?:{figures}|{named})", "y": f"(?P<y>{year})", "z": f"(?P<z>{year})", "-": r"\s*[-–—]\s*",
        "d": r"(?P<d>[0-3]?\d)", "e": r"(?P<e>[0-3]?\d)", "m": f"(?P<m>{months})", "o": f"(?P<o>{months})",
        "q": f"(?P<q>{ordinals})", "n": rf"(?P<n>\d{{1,2}}|(?:{words})(?: (?:{words}))?)",
    }  # fmt: skip


_MONTH_ENDINGS = {
    "kk": "[кг]?(?:[дт][ае]|[дтн][ае]н|[ғгқк][ае]|[дтн][ыі]ң?|[мбп]ен|[дт][ае][ғг][ыі]|[ыі]н?[а-яіғң]{0,4})?",
    "ru": "(?:[ьяеюйау]|[её]м|ом)?",
}


def is_month(word: str, language: str) -> bool:
    """Return whether a lower-cased word is a month in any case."""
    return bool(re.fullmatch(_month_pattern("ru" if language == "ru" else "kk"), word))


@cache
def _month_pattern(language: str) -> str:
    return "(?:" + "|".join(sorted(_months(language), key=len, reverse=True)) + ")" + _MONTH_ENDINGS[language]


@cache
def _months(language: str) -> dict[str, int]:
    return {row["stem"]: int(row["number"]) for row in lexicon.table("months") if row["language"] == language}


@cache
def _numerals(language: str) -> dict[str, int]:
    rows = (row for row in lexicon.table("numerals") if row["language"] == language)
    return {r["form"]: int(r["value"]) for r in rows if r["kind"] in ("unit", "ten", "ten1", "article")}


@cache
def _ordinals(language: str) -> tuple[tuple[str, int], ...]:
    rows = (row for row in lexicon.table("ordinals") if row["language"] in ("any", language))
    return tuple((row["pattern"], int(row["value"])) for row in rows)


def _value(name: str, text: str, language: str) -> int:
    if text.isdigit():
        return int(text)
    if name in ("m", "o"):
        return next(number for stem, number in _months(language).items() if text.startswith(stem))
    if name == "q":
        return next(number for pattern, number in _ordinals(language) if re.fullmatch(pattern, text))
    return sum(_numerals(language)[word] for word in text.split())


# The rules: what was said → EDTF, or nothing where it cannot be known -----------------------------


def _of_year(said: _Said) -> str:
    return f"{said.year}" if said.year else ""


def _this_year(said: _Said) -> str:
    return f"{said.today.year}" if said.today else ""


def _of_years(said: _Said) -> str:
    return f"{said.year}/{said.number('z')}"


def _since(said: _Said) -> str:
    return f"{said.year}/.." if said.year else ""


def _year_or_current(said: _Said) -> int | None:
    return said.year or (None if _relative(said) or not said.today else said.today.year)


def _relative(said: _Said) -> bool:
    return any(name.startswith("rel") for name in said.groups)


def _year_end(said: _Said) -> str:
    year = _year_or_current(said)
    return f"{year}-12-31" if year else ""


def _december(said: _Said) -> str:
    year = _year_or_current(said)
    return f"{year}-12" if year else ""


def _near(said: _Said, month: int, day: int = 15) -> int | None:
    """The year that was said, else the one that brings the day nearest to the article's."""
    if said.year or _relative(said) or not said.today:
        return said.year
    today = said.today
    return min(
        (today.year, today.year - 1, today.year + 1), key=lambda y: _distance(date(y, month, min(day, 28)), today)
    )


def _distance(day: date, today: date) -> float:
    """How far a day is from today; news look back more than ahead, so a day to come counts half as far again."""
    days = (day - today).days
    return -days if days < 0 else 1.5 * days


def _of_month(said: _Said) -> str:
    year = _near(said, said.number("m"))
    return f"{year}-{said.number('m'):02}" if year else ""


def _of_months(said: _Said) -> str:
    year = _near(said, said.number("o"))
    return f"{year}-{said.number('m'):02}/{year}-{said.number('o'):02}" if year else ""


def _of_day(said: _Said) -> str:
    month, day = said.number("m"), said.number("d")
    year = _near(said, month, day)
    return date(year, month, day).isoformat() if year else ""


def _numeric(said: _Said) -> str:
    return date(int(said.groups["y"]), int(said.groups["mm"]), said.number("d")).isoformat()


def _of_days(said: _Said) -> str:
    last = said.number("o") if said.has("o") else said.number("m")
    first = said.number("m") if said.has("m") else last
    year = _near(said, last, said.number("e"))
    if not year:
        return ""
    start, end = date(year, first, said.number("d")), date(year, last, said.number("e"))
    return f"{start}/{end}" if start < end else ""


def _span_of_months(year: int | None, first: int, last: int) -> str:
    return f"{year}-{first:02}/{year}-{last:02}" if year else ""


def _quarter(said: _Said) -> str:
    last = 3 * said.number("q")
    return _span_of_months(_year_or_current(said), last - 2, last)


def _half(said: _Said) -> str:
    last = 6 * said.number("q")
    return _span_of_months(_year_or_current(said), last - 5, last) if last <= 12 else ""


def _first_months(said: _Said) -> str:
    return _span_of_months(said.year, 1, said.number("n")) if said.number("n") <= 12 else ""


def _years_from_now(said: _Said, sign: int) -> int:
    if not said.today:
        raise ValueError("no day to count from")
    return said.today.year + sign * said.number("n")


def _last_years(said: _Said) -> str:
    return f"{_years_from_now(said, -1)}/{_years_from_now(said, -1) + said.number('n')}"


def _months_from(today: date | None, offset: int) -> str:
    if not today:
        raise ValueError("no day to count from")
    months = today.year * 12 + today.month - 1 + offset
    return f"{months // 12}-{months % 12 + 1:02}"


def _day_from(said: _Said, offset: int) -> str:
    return (said.today + timedelta(offset)).isoformat() if said.today else ""


def _week(said: _Said) -> str:
    if not said.today:
        return ""
    monday = said.today - timedelta(said.today.weekday()) + timedelta(7 * said.argument)
    return f"{monday}/{monday + timedelta(6)}"


RULES: dict[str, Callable[[_Said], str]] = {
    "year": _of_year,
    "thisyear": _this_year,
    "years": _of_years,
    "since": _since,
    "yearend": _year_end,
    "december": _december,
    "month": _of_month,
    "months": _of_months,
    "day": _of_day,
    "days": _of_days,
    "numeric": _numeric,
    "quarter": _quarter,
    "half": _half,
    "firstmonths": _first_months,
    "lastyears": _last_years,
    "nextyears": lambda said: str(_years_from_now(said, 1)),
    "yearsago": lambda said: str(_years_from_now(said, -1)),
    "sinceyears": lambda said: f"{_years_from_now(said, -1)}/..",
    "lastmonths": lambda said: f"{_months_from(said.today, -said.number('n'))}/{_months_from(said.today, 0)}",
    "monthsago": lambda said: _months_from(said.today, -said.number("n")),
    "sincemonths": lambda said: f"{_months_from(said.today, -said.number('n'))}/..",
    "daysago": lambda said: _day_from(said, -said.number("n")),
    "relmonth": lambda said: _months_from(said.today, said.argument),
    "relday": lambda said: _day_from(said, said.argument),
    "week": _week,
}
