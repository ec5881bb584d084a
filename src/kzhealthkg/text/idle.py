"""What says nothing of the news: a short name in brackets, "далее – Центр", "на фото", degrees, pictures at a line's end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kzhealthkg import lexicon

ASIDES = lexicon.words("text.idle", "asides")
DEGREES = lexicon.words("text.idle", "degrees")
HEREAFTER = lexicon.words("text.idle", "hereafter")
COUNTRIES = frozenset(lexicon.words("text.idle", "countries"))
SHORT = r"[A-ZА-ЯЁӘҒҚҢӨҰҮІҺ][A-ZА-ЯЁӘҒҚҢӨҰҮІҺа-яёәғқңөұүіһ&-]{0,9}[A-ZА-ЯЁӘҒҚҢӨҰҮІҺ]"
"""An abbreviation of two to eleven letters that begins and ends with a capital: ҰҒОО, КазНИИОиР."""
_PICTURES = "[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]"
_TAIL = _PICTURES.replace("]", " ]")
_ABOUT, _DWELLERS, _DWELLING, _DWELT = (
    "|".join(words)
    for words in (
        lexicon.words("text.idle", "about"),
        lexicon.words("text.idle", "dwellers"),
        lexicon.words("text.idle", "dwelling"),
        lexicon.words("text.idle", "dwelt"),
    )
)
_POPULATION = (
    rf",(?= (?:где|в котор\w\w) (?:\w+ ){{0,3}}(?:{_DWELLING}))[^,.;:()\n]{{5,80}}(?:{_DWELLERS}),"
    rf"| с населением (?:(?:{_ABOUT}) )*\d+(?: \d{{3}})*(?:,\d+)?(?: тыс\w*\.?)?(?: (?:{_DWELLERS}))?(?!\w)"
    rf"|(?<![\w,.-])\d+(?: \d{{3}})*(?:,\d+)?(?:-\w+| мың\w*)?(?: \w+)? (?:{_DWELLERS}) (?:{_DWELT}) "
)
"""В селе A, где проживает 900 человек, …; 900-ге жуық адам тұратын A ауылында …: how many people live in a place is no news of its own."""
_SHORT_NAME = re.compile(rf"(?<=[\w»]) ?\(({SHORT})\)")


def idle(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of such words with the blank beside them; brackets that name a country or an oblast are kept."""
    for match in _idle().finditer(text):
        if match[1] is None or match[1] not in COUNTRIES | _oblasts():
            yield match.span()


def short_name(text: str, at: int) -> str:
    """Return the abbreviation that a bracket right behind ``at`` gives for what ends there, "" for none."""
    match = _SHORT_NAME.match(text, at)
    return match[1] if match and match[1] not in COUNTRIES else ""


@cache
def _idle() -> re.Pattern[str]:
    asides, hereafter, degrees = ("|".join(map(_spaced, words)) for words in (ASIDES, HEREAFTER, DEGREES))
    bracket = rf"(?<=[\w»]) ?\((?:(?:{asides})|(?:{hereafter})\W[^()]{{0,60}})\)"
    ways = (_SHORT_NAME.pattern, bracket, rf"(?<![\w.])(?:{degrees}),? ?", rf"[ ]*{_PICTURES}{_TAIL}*$", _POPULATION)
    return re.compile("|".join(ways), re.MULTILINE)


def _spaced(words: str) -> str:
    """Return the pattern of words between whose full stops blanks may stand: м.ғ.д., м. ғ. д."""
    return re.escape(words).replace(r"\.", r"\. ?").removesuffix(" ?")


@cache
def _oblasts() -> frozenset[str]:
    rows = lexicon.table("region_aliases")
    return frozenset(row["alias"] for row in rows if row["kind"] == "abbreviation")
