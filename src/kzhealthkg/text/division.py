"""The day whose regions an article means: its own, or where it has none, one on which a region bore the name it gives."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache

from kzhealthkg import lexicon
from kzhealthkg.model import Article

FORMER = frozenset(lexicon.words("text.division", "former"))
_WORD_BEFORE = re.compile(r"(\w+)\W*$")
REACH = 20
"""Letters before a name among which the word before it stands."""


def division_day(article: Article) -> str | None:
    """Return the article's ISO day; of an undated one that writes of Оңтүстік Қазақстан облысы, one before 2018-06-19."""
    return article.date or _told(article.clean.text)


@lru_cache(maxsize=64)
def _told(text: str) -> str | None:
    """Return the day that the first former name in use tells, None where none is."""
    return next((day for pattern, day in _signs() if any(_in_use(text, m) for m in pattern.finditer(text))), None)


def _in_use(text: str, name: re.Match[str]) -> bool:
    """Бұрынғы Оңтүстік Қазақстан облысы, бывшая ЮКО: a name that is told as a former one dates nothing."""
    before = _WORD_BEFORE.search(text, max(0, name.start() - REACH), name.start())
    return before is None or before[1].lower() not in FORMER


@cache
def _signs() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what tells of each former name, with a day on which it was borne: the first, or the last."""
    rows = [row for row in lexicon.table("region_names") if row["signs"]]
    return tuple((re.compile(rf"(?<!\w)(?:{row['signs']})"), _day(row)) for row in rows)


def _day(row: dict[str, str]) -> str:
    return row["from"] or (date.fromisoformat(row["before"]) - timedelta(days=1)).isoformat()
