"""People named by where they are from: павлодарцев, астанчан, иностранцев."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.model import Token

TOWNED = lexicon.words("extract.figures.townsmen", "towned")
LEAST = 8
"""Letters of the shortest name of who lives somewhere: павлодарец, and no палец."""


def is_townsman(token: Token) -> bool:
    """Павлодарцев, астанчан, иностранцев: people named by where they are from."""
    return len(token.norm) >= LEAST and any(r.lemma.endswith(TOWNED) for r in token.readings if r.pos == "NOUN")
