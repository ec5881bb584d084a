"""Things of which the place told is not that of all, or of none: 300 кереует еліміздің басқа өңірлеріне жіберілді, в другие регионы отправят 100 коек."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.draft import LOCATED, Draft

OTHER = frozenset(lexicon.words("kinds.procurement.other_regions", "other"))
PARTICLES = frozenset(lexicon.words("kinds.procurement.other_regions", "particles"))
REGIONS = lexicon.words("kinds.procurement.other_regions", "regions")


def settled(drafts: list[Draft], clause: Clause) -> list[Draft]:
    """Return the drafts of a clause, without the places that are not theirs."""
    return without_one_of(without_home(drafts, clause), clause)


def without_home(drafts: list[Draft], clause: Clause) -> list[Draft]:
    """Return the drafts; what goes to other regions, with no place named behind these words, has none."""
    if not drafts or OTHER.isdisjoint(clause.words) or (at := _others(clause)) is None:
        return drafts
    placed = [m.start for m in clause.mentions("place")]
    for draft in drafts:
        figure = min(draft.used, default=draft.start)
        own = [start for start in placed if start > at or figure < at]
        if not own:
            draft.drop(*LOCATED, "region")
    return drafts


def without_one_of(drafts: list[Draft], clause: Clause) -> list[Draft]:
    """Два томографа закупят: один для больницы A, второй – для B: the house of one of them is not that of both."""
    if not drafts or COLON not in clause.words or ONE.isdisjoint(clause.words):
        return drafts
    pairs = pairwise(clause.tokens)
    at = next((a.start for a, b in pairs if a.text == COLON and b.norm in ONE), None)
    behind = at is not None and any(m.start > at for m in clause.mentions("facility", "place"))
    for draft in drafts if behind else ():
        if int(draft.slots.get("count", 1)) > 1 and draft.start < (at or 0):
            draft.drop(*LOCATED, "facility")
    return drafts


COLON = ":"
ONE = frozenset(lexicon.words("kinds.procurement.other_regions", "one"))


def _others(clause: Clause) -> int | None:
    """Return where words for other regions begin that something goes to."""
    pairs = pairwise(t for t in clause.tokens if t.norm not in PARTICLES)  # басқа да өңірлерге
    to = (a.start for a, b in pairs if not OTHER.isdisjoint(a.words) and is_lemma(b, *REGIONS) and b.best.plural)
    return next(to, None)
