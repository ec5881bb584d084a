"""Whether a text has any word of health."""

from __future__ import annotations

import re
from functools import cache

from kzhealthkg import lexicon

WHOLE = lexicon.words("text.health", "whole")


def of_health(text: str) -> bool:
    """Say whether a text has a word that begins as one of health, or one of those that are so only whole."""
    return _pattern().search(text) is not None


@cache
def _pattern() -> re.Pattern[str]:
    stems = sorted({re.escape(row["stem"]) for row in lexicon.table("health_words")})
    whole = sorted(map(re.escape, WHOLE))
    return re.compile(rf"(?<!\w)(?:{'|'.join(stems)}|(?:{'|'.join(whole)})(?!\w))", re.IGNORECASE)
