"""What is learnt, where it is the object of the verb: освоили технику эмболизации, методику шунтирования освоили."""

from __future__ import annotations

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.model import Token

MASTERED = 4
"""Words from a verb of learning to the noun of what is learnt, at most."""


def learnt(hit: Hit) -> int | None:
    """Return the noun that a verb of learning has as its object, behind it or else before it."""
    behind = _object_behind(hit)
    return behind if behind is not None else _object_before(hit)


def _object_behind(hit: Hit) -> int | None:
    """Освоили 12 хирургов: those counted are no object."""
    tokens = hit.clause.sentence.tokens
    reach = range(hit.last, min(hit.clause.last, hit.last + MASTERED))
    head = next((i for i in reach if tokens[i].best.pos == "NOUN"), hit.last)
    counted = head in reach and hit.clause.mentions("number", first=hit.last, last=head + 1)
    return head if head in reach and not counted and _may_be_object(tokens[head]) else None


def _object_before(hit: Hit) -> int | None:
    """Новую методику шунтирования освоили: the first noun of the phrase right before the verb."""
    tokens, first = hit.clause.sentence.tokens, hit.first
    while first > hit.clause.first and tokens[first - 1].best.pos in ("NOUN", "ADJ"):
        first -= 1
    heads = [i for i in range(first, hit.first) if tokens[i].best.pos == "NOUN"]
    governed = first > hit.clause.first and tokens[first - 1].best.pos in ("ADP", "NUM")
    return heads[0] if heads and not governed and _may_be_object(tokens[heads[0]]) else None


def _may_be_object(token: Token) -> bool:
    return "acc" in {r.case for r in token.readings}
