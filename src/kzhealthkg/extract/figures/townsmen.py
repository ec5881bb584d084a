"""People named by where they are from: павлодарцев, астанчан, иностранцев."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.model import Token
from kzhealthkg.remembered import Remembered

TOWNED = lexicon.words("extract.figures.townsmen", "towned")
LEAST = 8
"""Letters of the shortest name of who lives somewhere: павлодарец, and no палец."""


def is_townsman(token: Token) -> bool:
    """Павлодарцев, астанчан, иностранцев: people named by where they are from."""
    if len(token.norm) < LEAST or not any(map(_TOWNED.__getitem__, token.words)):
        return False
    return any(r.lemma.endswith(TOWNED) for r in token.readings if r.pos == "NOUN")


_TOWNED = Remembered[str, bool](lambda word: word.endswith(TOWNED))
