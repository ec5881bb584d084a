"""Руководитель отдела управления X, басқарманың бөлім басшысы X: who leads a part of a body is not told as who leads it."""

from __future__ import annotations

import re

from kzhealthkg import lexicon

_RU = "|".join(lexicon.words("annotate.facilities.office_parts", "units_ru"))
_KK = "|".join(lexicon.words("annotate.facilities.office_parts", "units_kk"))
_UNIT_RU = re.compile(rf"(?<!\w)(?:{_RU})\w*", re.I)
_UNIT_KK = re.compile(rf"(?<!\w)(?:{_KK})\w*", re.I)
_CLINICAL = lexicon.words("annotate.facilities.office_parts", "clinical")
"""Who heads a ward or a chair: a centre is told with its own."""
_OFFICES = lexicon.words("annotate.facilities.office_parts", "offices")
"""Ends of the names of bodies that have no wards."""
_UNDECLINED = re.compile(r"[нтд][ыі]ң\s+(?:департамент|басқарма|комитет)$", re.I)
"""Министрліктің департамент (директоры): a part that stands undeclined before its head names no body."""
_WARD = "бөлім"
STEM = 5
"""Letters by which a word of a body's name is known in any case."""


def leads_part(words: str, body: str) -> bool:
    """Say whether the words of an office tell that it leads a section, a group or a service of a body, not a ward."""
    return _UNDECLINED.search(body) is not None or _leads_ru(words, body) or _leads_kk(words, body)


def _leads_ru(words: str, body: str) -> bool:
    unit = _UNIT_RU.search(words)
    if unit is None:
        return False
    own = re.search(rf"(?<!\w){re.escape(_first(body))}", words, re.I)
    return own is None or unit.start() < own.start()


def _leads_kk(words: str, body: str) -> bool:
    found = list(_UNIT_KK.finditer(words))
    if not found:
        return False
    own = words.casefold().rfind(body.split()[-1][:STEM].casefold())
    ward = found[-1][0].casefold().startswith(_WARD) and not body.endswith(_OFFICES)
    return found[-1].start() > own and not (ward and (own < 0 or words.split()[-1].startswith(_CLINICAL)))


def _first(body: str) -> str:
    """Return the first letters of the first word of a body's name."""
    return next((w for w in re.findall(r"\w+", body)), "")[:STEM]
