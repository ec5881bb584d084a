"""What people are glad of has come about: тұрғындар емхананың ашылғанына қуанды, салынғанына риза."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.predicate_kk import PAST_PARTICIPLE

GLAD = lexicon.words("extract.clause.welcomed", "glad")
REACH = 6
"""Words from what has come about to how it is felt, at most."""


def welcomed(hit: Hit) -> bool:
    """Ашылғанына қуанды, салынғанына ел риза: say whether a past participle names what is felt about, which is so."""
    best = hit.verb.best
    if best.case != "dat" or best.form != "part" or not best.possessive or best.negative:
        return False
    behind = hit.clause.sentence.tokens[hit.last : min(hit.last + REACH, hit.clause.last)]
    return bool(PAST_PARTICIPLE.search(hit.verb.norm)) and any(t.norm.startswith(GLAD) for t in behind)
