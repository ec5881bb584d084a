"""What only gets another colour: поменяют окраску 40 машин, көлік сары түске боялды; it was there before."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.stems import Stems

COLOURS = frozenset(lexicon.words("kinds.procurement.painted", "colours"))
COLOUR = frozenset(lexicon.words("kinds.procurement.painted", "colour"))
PAINTED = Stems(lexicon.words("kinds.procurement.painted", "stems"))


def painted(hit: Hit) -> bool:
    """Say whether a cue that is no verb of buying stands beside words of painting, or of a colour that is given."""
    if hit.frame.options.get("strong"):
        return False
    whole = hit.clause.whole
    given = not COLOUR.isdisjoint(whole.words) and any(t.norm in COLOURS for t in whole.tokens)
    return given or whole.opens(PAINTED)
