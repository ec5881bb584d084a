"""The words that date phrases are made of, as parts of patterns: years, months, ordinals, small numbers."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kzhealthkg import lexicon


@cache
def compiled(pattern: str, language: str) -> re.Pattern[str]:
    """Return a pattern of the table, bounded by the ends of words; compiled when first asked for."""
    spaced = re.sub(r" (?![?*])", " +", expanded(pattern, language).replace(" ?", " *"))
    return re.compile(rf"(?<![\w\-+№]){spaced}(?!\w)")


def expanded(pattern: str, language: str) -> str:
    """Return a pattern of the table with its parts filled in."""
    for name, text in macros(language).items():
        pattern = pattern.replace("{" + name + "}", text)
    return pattern


@cache
def macros(language: str) -> dict[str, str]:
    """Return the parts of patterns by their names in the table."""
    month = _month_pattern(language)
    words = "|".join(sorted(_numerals(language), key=len, reverse=True))
    ordinals = "|".join(f"(?:{pattern})" for pattern, _ in _ordinals(language))
    year = r"(?:19|20)\d\d"
    long_ago = r"(?:1[89]|20)\d\d"
    figures = rf"(?P<y>{long_ago})[ -]?жыл\w*" if language == "kk" else rf"(?:в )?(?P<y>{long_ago}) год\w*"
    named = "|".join(
        f"(?P<rel{row['offset'].replace('-', 'm')}{'_' * n}>{row['pattern']})"
        for n, row in enumerate(r for r in lexicon.table("years") if r["language"] == language)
    )
    return {
        "Y": f"(?:{figures}|{named})", "y": f"(?P<y>{year})", "z": f"(?P<z>{year})", "-": r"\s*[-–—]\s*",
        "d": r"(?P<d>[0-3]?\d)", "e": r"(?P<e>[0-3]?\d)", "m": f"(?P<m>{month})", "o": f"(?P<o>{month})",
        "q": f"(?P<q>{ordinals})", "n": rf"(?P<n>(?<!\d[.,])\d{{1,2}}|(?:{words})(?: (?:{words}))?)",
    }  # fmt: skip


_MONTH_ENDINGS = {
    "kk": "[кг]?(?:[дт][ае]|[дтн][ае]н|[ғгқк][ае]|[дтн][ыі]ң?|[мбп]ен|[дт][ае][ғг][ыі]|с?[ыі]н?[а-яіғң]{0,4})?",
    "ru": "(?:[ьяеюйау]|[её]м|ом)?",
}


@lru_cache(maxsize=20_000)
def is_month(word: str, language: str) -> bool:
    """Return whether a lower-cased word is a month in any case."""
    return bool(re.fullmatch(_month_pattern("ru" if language == "ru" else "kk"), word))


@cache
def _month_pattern(language: str) -> str:
    return "(?:" + "|".join(sorted(months(language), key=len, reverse=True)) + ")" + _MONTH_ENDINGS[language]


@cache
def months(language: str) -> dict[str, int]:
    """Return the stems of the months with their numbers."""
    return {row["stem"]: int(row["number"]) for row in lexicon.table("months") if row["language"] == language}


@cache
def _numerals(language: str) -> dict[str, int]:
    rows = (row for row in lexicon.table("numerals") if row["language"] == language)
    return {r["form"]: int(r["value"]) for r in rows if r["kind"] in ("unit", "ten", "ten1", "article")}


@cache
def _ordinals(language: str) -> tuple[tuple[str, int], ...]:
    rows = (row for row in lexicon.table("ordinals") if row["language"] in ("any", language))
    return tuple((row["pattern"], int(row["value"])) for row in rows)


def value(name: str, text: str, language: str) -> int:
    """Return the number that the text of the part ``name`` stands for."""
    if text.isdigit():
        return int(text)
    if name in ("m", "o"):
        return next(number for stem, number in months(language).items() if text.startswith(stem))
    if name == "q":
        return next(number for pattern, number in _ordinals(language) if re.fullmatch(pattern, text))
    return sum(_numerals(language)[word] for word in text.split())
