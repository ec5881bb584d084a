"""Which work the papers told of are for: жөндеуден өткізу үшін жобалық құжаттар дайындалды."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.draft import Draft


def _titled(hit: Hit) -> bool:
    """«Ауылда денсаулық сақтауды жаңғырту» жобасы: a word of a programme's name."""
    return any(m.first < hit.last <= m.last for m in hit.clause.mentions("programme"))


def planned_type(hit: Hit, drafts: list[Draft]) -> list[Draft]:
    """Жөндеуден өткізу үшін жобалық-сметалық құжаттар …: the papers are for the work that is named before them.

    Papers for hospitals of which no word says that they are to be built may be for their repair.
    """
    if not drafts or not hit.verb.norm.startswith(PAPERS):
        return drafts
    named = [
        h.frame.slots["workType"]
        for h in hits("works", hit.clause)
        if h.first < hit.first and h.frame.options.get("noun") and not _titled(h)
    ]
    for draft in drafts:
        draft.slots["workType"] = named[-1] if named else draft.slots["workType"]
    if named or not hit.clause.sentence.words.isdisjoint(TO_BUILD):
        return drafts
    return [d for d in drafts if not str(d.slots.get("facilityType", "")).endswith("hospital")]


PAPERS = lexicon.words("kinds.works.papers", "papers")
TO_BUILD = frozenset(lexicon.words("kinds.works.papers", "to_build"))
