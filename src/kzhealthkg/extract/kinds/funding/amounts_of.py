"""Whose an amount is: сомасы, көлемі tells a cost only of what can cost."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.kinds.funding.guards import AMOUNTS, RELATING, SUMMED

WHOLE = frozenset(lexicon.words("kinds.funding.amounts_of", "whole"))
COSTLY = lexicon.words("kinds.funding.amounts_of", "costly")
GATHERED = lexicon.words("kinds.funding.amounts_of", "gathered")
OTHER_REACH = 8


def of_no_cost(hit: Hit) -> bool:
    """Жиналған жарнаның жалпы сомасы, анықталған ақаулардың сомасы: an amount of what costs nothing."""
    if hit.clause.language != "kk" or not hit.verb.norm.startswith(AMOUNTS):
        return False
    at = _owner(hit)
    return _of_other_thing(hit) if at is None else not _costly(hit, at)


def _owner(hit: Hit) -> int | None:
    """Return where the noun stands whose amount is told, behind which only жалпы may stand."""
    tokens, at = hit.clause.sentence.tokens, hit.first - 1
    while at >= hit.clause.first and tokens[at].norm in WHOLE:
        at -= 1
    owns = at >= hit.clause.first and tokens[at].best.pos == "NOUN" and tokens[at].best.case in ("gen", "nom", "")
    return at if owns else None


def _costly(hit: Hit, at: int) -> bool:
    tokens = hit.clause.sentence.tokens
    built = any(m.first <= at < m.last for m in hit.clause.mentions("facility"))
    gathered = at > hit.clause.first and tokens[at - 1].norm.startswith(GATHERED)
    return built or (is_lemma(tokens[at], *COSTLY) and not gathered)


def _of_other_thing(hit: Hit) -> bool:
    """Жалпы сомасы M теңге болатын құжаттар, M теңге сомасында материалдар: the amount is that of the noun behind."""
    tokens = hit.clause.sentence.tokens[hit.last : hit.last + OTHER_REACH]
    behind = next((i for i, t in enumerate(tokens) if t.norm in RELATING | SUMMED), len(tokens))
    head = next((t for t in tokens[behind:] if t.best.pos == "NOUN"), None)
    return head is not None and not is_lemma(head, *COSTLY)
