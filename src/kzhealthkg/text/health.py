"""Whether a text has any word of health."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from operator import itemgetter

from kzhealthkg import lexicon

_WORD = re.compile(r"\w+")
WHOLE = lexicon.words("text.health", "whole")
_WHOLE = re.compile(rf"\b(?:{'|'.join(map(re.escape, WHOLE))})\b")


def of_health(text: str) -> bool:
    """Say whether a text has a word that begins as one of health, or one of those that are so only whole."""
    small, stems = text.lower(), _stems()
    starts = (word.start() for word in _WORD.finditer(small))
    begun = any(small.startswith(stems.get(small[at : at + _LEAST], ()), at) for at in starts)
    return begun or _WHOLE.search(small) is not None


_LEAST = 2
"""Letters by which the stems are kept; none is shorter."""


@cache
def _stems() -> dict[str, tuple[str, ...]]:
    """Return first letters → the stems that begin with them, as one pattern of hundreds is slow to compile."""
    stems = sorted({row["stem"] for row in lexicon.table("health_words")})
    return {first: tuple(same) for first, same in groupby(stems, key=itemgetter(slice(_LEAST)))}
