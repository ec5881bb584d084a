"""Where the name of a Kazakh ministry begins: at its state or its field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.bodies.bodies import words
from kzhealthkg.annotate.words import Piece


def field_start(text: str, found: Sequence[Piece], at: int) -> int:
    """Return where a ministry's name begins: at its state or its field, not at the words before them."""
    if not found[at].text.lower().startswith("министрлі"):
        return 0
    field = ministry_field().search(text, found[0].start, found[at].start)
    return next((i for i, piece in enumerate(found) if field and piece.start >= field.start()), 0)


@cache
def _countries() -> tuple[str, ...]:
    """Return the countries whose bare name may stand before their ministry: Өзбекстан Денсаулық сақтау министрлігі."""
    rows = (row for row in lexicon.table("countries") if row["level"] == "country")
    return ("Қазақстан", *(re.escape(row["kk"]) for row in rows))


@cache
def ministry_field() -> re.Pattern[str]:
    """Return the pattern of a ministry's state and field, up to the place where its noun begins."""
    fields = sorted(words("ministry", "kk"), key=lambda f: (-len(f), f))
    state = (
        r"(?:(?:ҚР|(?:[А-ЯӘҒҚҢӨҰҮҺІ][\w-]+\s+)?(?:Республикасы(?:ның)?|РЕСПУБЛИКАСЫ(?:НЫҢ)?)"
        rf"|[А-ЯӘҒҚҢӨҰҮҺІ][\w-]+[нтд][ыі]ң|{'|'.join(_countries())})\s+)?"
    )
    alternatives = "|".join(field.replace(" ", r"\s+") for field in fields)
    return re.compile(rf"(?<!\w){state}(?i:{alternatives})\s*$")
