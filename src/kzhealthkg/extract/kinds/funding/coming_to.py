"""What a work or a device comes to: құрылысы 3 млрд теңгеге түседі, томограф 500 млн теңге тұрады."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import events
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.kinds.funding.guards import EACH, ONE_OF, cheap
from kzhealthkg.extract.kinds.goods import goods
from kzhealthkg.model import Mention

WORKS = lexicon.words("kinds.funding.coming_to", "works")
SINGLE = EACH | ONE_OF | frozenset(lexicon.words("kinds.funding.coming_to", "single"))
SUBJECT = frozenset({"nom", ""})


def comes_to(hit: Hit, money: Mention) -> bool:
    """Say whether a cue of coming to a sum tells what one work or thing costs: no treatment, none of several."""
    if not hit.frame.options.get("comes"):
        return True
    clause = hit.clause
    plain = money.last == hit.first + 1 and not (cheap(money) or events.attributive(hit))
    if not plain or any(t.norm in SINGLE for t in clause.tokens) or _for_somebody(clause, money):
        return False
    worked = any(is_lemma(t, *WORKS) for t in clause.sentence.tokens[clause.first : money.first])
    return worked or _subject(clause, money)


def _subject(clause: Clause, money: Mention) -> bool:
    """Say whether a house or a device stands before its price."""
    tokens = clause.sentence.tokens
    houses = any(m.case in SUBJECT for m in clause.mentions("facility", last=money.first))
    return houses or any(tokens[p.head].best.case in SUBJECT for p in goods.things(clause, last=money.first))


def _for_somebody(clause: Clause, money: Mention) -> bool:
    """Ота науқасқа 3 млн теңгеге түседі: what one person pays."""
    ahead = range(clause.first, money.first)
    return any(clause.sentence.tokens[i].best.case == "dat" and "people" in measures.sorts(clause, i) for i in ahead)
