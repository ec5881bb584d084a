"""The region that the name of a body or of a place tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.annotate.words import kk_stems, ru_nominative


@lru_cache(maxsize=5_000)
def region_of(words: str, date: str | None) -> str:
    """Return the ISO code of the region or city that some words name, or "" where they name none or several."""
    short = {iso for word in re.findall(r"[А-ЯӘҒҚҢӨҰҮҺІ]{3,4}", words) if (iso := _abbreviations().get(word))}
    if len(short) == 1:
        return gazetteer.at(short.pop(), date)
    low = " " + " ".join(words.lower().split()) + " "
    found = {iso for iso, pattern in _regions() if pattern.search(low)}
    return gazetteer.at(found.pop(), date) if len(found) == 1 else _by_place(words, date)


@cache
def _abbreviations() -> dict[str, str]:
    """Return ШҚО, СКО, … with the region that each means."""
    return {row["alias"]: row["iso"] for row in lexicon.table("region_aliases") if row["kind"] == "abbreviation"}


@cache
def _regions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((iso, re.compile("|".join(_stems(region)))) for iso, region in gazetteer.regions().items())


def _stems(region: gazetteer.Region) -> Iterator[str]:
    """Yield patterns for a region's Kazakh and Russian names in any case."""
    for name in (region.kk.lower(), region.ru.lower()):
        city = re.sub(r"^город |^г\. | қаласы$", "", name)
        if "облыс" not in name and "област" not in name:
            yield rf"(?<!\w){re.sub('[аыі]$', '', city)}\w*(?!\w|\s+обл)"
            continue
        parts = [re.sub(r"(?:ая|ь|[аыі])$", "", word) + r"\w*" for word in name.split()]
        yield r"(?<!\w)" + r"\s+".join(parts)
        if "облыс" in name and " " in name:
            yield rf"(?<!\w){name.rsplit(' ', 1)[0]}\s+облыст\w*"
        if name.startswith("область "):
            yield rf"(?<!\w){name[8:-1]}\w*\s+област\w*"


_DISTRICT = re.compile(r"ауд|район", re.I)


def _by_place(words: str, date: str | None) -> str:
    """Return the region of a town or an oblast that a name holds, and of a district where it says that it is one."""
    levels = ("city", "oblast", *(["district"] if _DISTRICT.search(words) else []))
    for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", words):
        if not word[0].isupper() or re.search(r"ск[а-яё]{2,3}$", word):
            continue
        stems = [s for s, _ in kk_stems(word)] + [ru_nominative(word)] * bool(re.search("[а-яё]$", word))
        places = next((found for stem in stems if (found := gazetteer.lookup(stem))), ())
        regions = {gazetteer.region(p.code, date) for p in places if p.level in levels}
        if len(regions) == 1:
            return regions.pop()
    return ""
