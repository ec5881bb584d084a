"""Staff who want homes: в жилье нуждаются 45 врачей tells of no lack of doctors."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.kinds.staffing.cues import HOMES, holds_home

NEEDING = lexicon.words("kinds.staffing.home_needs", "needing")
NEEDED = frozenset({"loc", "dat"})
ENDS = {language: tuple(home.rpartition(" ")[2][:4] for home in homes) for language, homes in HOMES.items()}


def in_need_of_homes(hit: Hit) -> bool:
    """Нуждаются в (служебном) жилье, тұрғын үйге зәру: say whether a home is what staff are told to need."""
    if hit.frame.slots["measure"] != "shortage" or not is_lemma(hit.verb, *NEEDING) or not holds_home(hit.clause):
        return False
    ends = ENDS[hit.clause.language]
    return any(t.norm.startswith(ends) and not NEEDED.isdisjoint(r.case for r in t.readings) for t in hit.clause.tokens)
