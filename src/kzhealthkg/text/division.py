"""The day whose regions an article means: its own, or where it has none, what its names and years tell of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from kzhealthkg import lexicon
from kzhealthkg.model import Article

FORMER = frozenset(lexicon.words("text.division", "former"))
_LETTER = re.compile(r"\w")
_WORD_BEFORE = re.compile(r"(\w+)\W*$")
REACH = 20
"""Letters before a name among which the word before it stands."""
LONG_AGO = "2005"
"""A latest year before it is history, of an article that may be written at any time."""
_YEAR = re.compile(
    r"""((?:19|20)\d\d)
    (?: (?<![\w.,]\d{4}) (?=\s*(?:[-–—]\s*)?(?:20\d\d|жыл|ж\.|год|гг?\.))  # 2015 жылы, 2015–2016
      | (?<=\D\d\.\d\d\.\d{4}) (?!\d) | (?<=\D\d\d\.\d\d\.\d{4}) (?!\d)  # 5.10.2015, 05.10.2015
    )""",
    re.VERBOSE,
)


def division_day(article: Article) -> str | None:
    """Return the article's ISO day, or what an undated one tells of it.

    That is a day before 2018-06-19 where it writes of Оңтүстік Қазақстан облысы; one before 2022-06-08 where it puts
    Семей into Шығыс Қазақстан; "2015~", about 2015, where no later year stands in it; None for today.
    """
    return article.date or _told(article.clean.text)


@lru_cache(maxsize=64)
def _told(text: str) -> str | None:
    """Return the day that the first former name in use tells, or else the side of a division, or the latest year."""
    day = next((day for name, day in _signs() if any(_in_use(text, m) for m in _borne(name, text))), None)
    return day or _side(text)


def _in_use(text: str, name: re.Match[str]) -> bool:
    """Бұрынғы Оңтүстік Қазақстан облысы, бывшая ЮКО: a name that is told as a former one dates nothing."""
    before = _WORD_BEFORE.search(text, max(0, name.start() - REACH), name.start())
    return before is None or before[1].lower() not in FORMER


@cache
def _signs() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what tells of each former name, with a day on which it was borne: the first, or the last."""
    rows = [row for row in lexicon.table("region_names") if row["signs"]]
    return tuple((re.compile(row["signs"]), _day(row)) for row in rows)


def _day(row: dict[str, str]) -> str:
    return row["from"] or _eve(row["before"])


def _eve(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _side(text: str) -> str | None:
    """Return the eve of a division that is not yet told of, else about which year an article was written, if in doubt."""
    latest = max(_YEAR.findall("\n" + text), default="")
    if any(latest > parted.day or _stands(parted.now, text) for parted in _divisions()):
        return None
    eves = [_eve(parted.day) for parted in _divisions() if _stands(parted.towns, text) and _stands(parted.then, text)]
    return min(eves, default=f"{latest}~" if latest > LONG_AGO else None)


class _Division(NamedTuple):
    """A region that was parted from another on a day: what tells its name, the other's, and its towns."""

    now: re.Pattern[str]
    then: re.Pattern[str]
    towns: re.Pattern[str]
    day: str


@cache
def _divisions() -> tuple[_Division, ...]:
    since = {row["iso"]: row["valid_from"] for row in lexicon.table("regions")}
    rows = lexicon.table("division_signs")
    told = ((r["iso"], re.compile(r["now"]), re.compile(r["then"]), re.compile(r["towns"])) for r in rows)
    return tuple(_Division(now, then, towns, since[iso]) for iso, now, then, towns in told)


def _stands(forms: re.Pattern[str], text: str) -> bool:
    return any(True for _ in _borne(forms, text))


def _borne(forms: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield where a name begins a word (asked behind the match: a pattern that begins with letters is found faster)."""
    return (m for m in forms.finditer(text) if not (m.start() and _LETTER.match(text, m.start() - 1)))
