"""Counted works that money is given for: на строительство 12 ФАПов выделено M, средства пойдут на ремонт семи больниц."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.lists_ru import preposition_at
from kzhealthkg.extract.clause.predicate_ru import will_be
from kzhealthkg.extract.clause.prepositions import MEANT_FOR
from kzhealthkg.extract.kinds.works.drafts_ru import doing

SUMS = lexicon.words("kinds.works.given_ru", "sums")


def paid_for(hit: Hit) -> str:
    """На строительство 12 ФАПов выделено …: its amount and status are those of the counted works."""
    before = preposition_at(hit.clause, doing(hit))
    giving = [h for h in hits("funding", hit.clause) if not h.frame.options.get("cost")]
    if before not in MEANT_FOR or not giving:
        return ""
    priced = "money" in hit.clause.named
    if not priced or will_be(hit.clause) or giving[-1].verb.best.form in ("fut", "inf"):
        return "planned" if priced or hit.clause.says(*SUMS) else ""
    return str(giving[-1].frame.options["past"])
