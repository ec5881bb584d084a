"""What a tender is called for: объявили тендер на закупку 12 маммографов, 12 маммограф сатып алуға тендер жарияланды."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.draft import Draft

NOUNS = frozenset(lexicon.words("kinds.procurement.tenders", "nouns"))
CALLING = lexicon.words("kinds.procurement.tenders", "calling")
FOR = frozenset(lexicon.words("kinds.procurement.tenders", "for"))


def called(hit: Hit) -> str:
    """Return "planned" where a tender is, or will be, called for the buying that an action noun names."""
    clause = hit.clause
    if NOUNS.isdisjoint(clause.words) or not _of_buying(hit):
        return ""
    tokens = clause.sentence.tokens
    verbs = [i for i in range(clause.first, clause.last) if i not in range(hit.first, hit.last)]
    verbs = [i for i in verbs if is_lemma(tokens[i], *CALLING)]
    return "planned" if verbs and status(clause, verbs[-1]) in ("completed", "planned", "underway") else ""


def _of_buying(hit: Hit) -> bool:
    """Тендер на закупку, сатып алуға тендер: the tender stands right beside the buying."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if clause.language == "kk":
        return hit.last < clause.last and not NOUNS.isdisjoint(tokens[hit.last].words)
    before = tokens[max(clause.first, hit.first - 2) : hit.first]
    return len(before) == 2 and before[1].norm in FOR and not NOUNS.isdisjoint(before[0].words)


def undated(hit: Hit, drafts: list[Draft]) -> list[Draft]:
    """Тендер объявят в сентябре: when a tender is called is not when the things come; до конца года is."""
    if called(hit) and not any(m.value.role == "due" for m in hit.clause.mentions("date")):
        for draft in drafts:
            draft.drop("date", "due")
    return drafts
