"""Counted works that money is given for: на строительство 12 ФАПов выделено M, средства пойдут на ремонт семи больниц."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.lists_ru import preposition_at
from kzhealthkg.extract.clause.predicate_ru import will_be
from kzhealthkg.extract.clause.prepositions import MEANT_FOR
from kzhealthkg.extract.kinds.works.drafts_ru import doing
from kzhealthkg.model import Token

SUMS = lexicon.words("kinds.works.given_ru", "sums")


def paid_for(hit: Hit) -> str:
    """На строительство 12 ФАПов выделено …: its amount and status are those of the counted works."""
    before = preposition_at(hit.clause, doing(hit))
    giving = [h for h in hits("funding", hit.clause) if not h.frame.options.get("cost")]
    if before not in MEANT_FOR or not giving or _for_other_deeds(hit):
        return ""
    priced = "money" in hit.clause.named
    if not priced or will_be(hit.clause) or giving[-1].verb.best.form in ("fut", "inf"):
        return "planned" if priced or hit.clause.says(*SUMS) else ""
    return str(giving[-1].frame.options["past"])


def _for_other_deeds(hit: Hit) -> bool:
    """На ремонт пяти больниц и закупку оборудования: a sum for another deed besides is of none alone."""
    tokens, first = (
        hit.clause.sentence.tokens,
        next((m.last for m in hit.clause.mentions("facility", first=hit.last)), 0),
    )
    behind = range(first, hit.clause.last - 1) if first else ()
    return any(tokens[i].norm in JOINING and _is_deed(tokens[i + 1]) for i in behind)


def _is_deed(token: Token) -> bool:
    deed = token.best.pos == "NOUN" and token.best.lemma.endswith(DEEDS)
    return deed and any(r.case == "acc" and not r.plural for r in token.readings)


JOINING = frozenset(lexicon.words("kinds.works.given_ru", "joining"))
DEEDS = lexicon.words("kinds.works.given_ru", "deeds")
