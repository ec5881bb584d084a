"""Brackets that say nothing of the news: the short name of what stands before them, "далее – Центр", "на фото"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kzhealthkg import lexicon

ASIDES = lexicon.words("text.brackets", "asides")
HEREAFTER = lexicon.words("text.brackets", "hereafter")
COUNTRIES = frozenset(lexicon.words("text.brackets", "countries"))
SHORT = r"[A-ZА-ЯЁӘҒҚҢӨҰҮІҺ][A-ZА-ЯЁӘҒҚҢӨҰҮІҺа-яёәғқңөұүіһ&-]{0,9}[A-ZА-ЯЁӘҒҚҢӨҰҮІҺ]"
"""An abbreviation of two to eleven letters that begins and ends with a capital: ҰҒОО, КазНИИОиР."""
_SHORT_NAME = re.compile(rf"(?<=[\w»]) ?\(({SHORT})\)")


def idle_brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of such brackets with the blank before them; those that name a country or an oblast are kept."""
    for match in _idle().finditer(text):
        if match[1] is None or match[1] not in COUNTRIES | _oblasts():
            yield match.span()


def short_name(text: str, at: int) -> str:
    """Return the abbreviation that a bracket right behind ``at`` gives for what ends there, "" for none."""
    match = _SHORT_NAME.match(text, at)
    return match[1] if match and match[1] not in COUNTRIES else ""


@cache
def _idle() -> re.Pattern[str]:
    asides, hereafter = ("|".join(map(re.escape, words)) for words in (ASIDES, HEREAFTER))
    return re.compile(rf"{_SHORT_NAME.pattern}|(?<=[\w»]) ?\((?:(?:{asides})|(?:{hereafter})\W[^()]{{0,60}})\)")


@cache
def _oblasts() -> frozenset[str]:
    rows = lexicon.table("region_aliases")
    return frozenset(row["alias"] for row in rows if row["kind"] == "abbreviation")
