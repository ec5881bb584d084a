"""The name of a train or a caravan that goes out to the people."""

from __future__ import annotations

import re

TRAIN = {
    "kk": re.compile(
        r"(«[^»\n]{3,60}»\s+(?:[а-яәғқңөұүһі-]+\s+){0,2}(?:пойыз|автокеруен|керуен)[ыі]|«[^»\n]{2,50}\s(?:пойызы|керуені)»(?!\s+(?:акци|жоба|бағдарлама|науқан|айлы)))"
    ),
    "ru": re.compile(
        r"((?:медицинск\w+\s+|передвижн\w+\s+)?(?:поезд|медпоезд|автопоезд)\w*\s+«[^»\n]{3,60}»)",
        re.I,
    ),
}


PAIRED = re.compile(r"\s+(?:мен|пен|бен|және)\s+«")
"""«A» керуені мен «B» пойызы: two names side by side, neither of which is the one that a team is of."""


BASE = ((r"\b(медицинск)\w+", r"\1ий"), (r"\b(передвижн)\w+", r"\1ой"), (r"(поезд)\w*", r"\1"))
"""The words before a Russian train's name, put into the nominative."""


def named_train(text: str, language: str) -> str:
    """Return the first train that a text names, in the nominative; "" for none."""
    found = TRAIN[language].search(text)
    if found and language == "kk" and PAIRED.match(text, found.end()):
        return ""
    name = " ".join(found[1].split()) if found else ""
    if language != "ru" or not name:
        return name
    kind, _, title = name.partition("«")
    for pattern, base in BASE:
        kind = re.sub(pattern, base, kind.lower())
    return f"{kind}«{title}"
