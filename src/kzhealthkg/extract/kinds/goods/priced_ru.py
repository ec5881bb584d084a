"""What sums of goods tell: томографы на 2 млрд тенге поступят, машины по 28 млн тенге каждая."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.goods.goods import things
from kzhealthkg.model import Mention

COMING = lexicon.words("kinds.goods.priced_ru", "coming")
SUM = lexicon.words("kinds.goods.priced_ru", "sum")
ON = "на"


def goods_for(hit: Hit, money: Mention) -> bool:
    """Лекарства на сумму M поступят, техника стоимостью M поступила, на сумму M поступило оборудование: goods come, no money."""
    clause, tokens, at = hit.clause, hit.clause.sentence.tokens, money.first - 1
    if clause.language != "ru" or money.last > hit.first or not is_lemma(hit.verb, *COMING):
        return False
    while at > clause.first and (is_lemma(tokens[at], *SUM) or tokens[at].norm in ROUGHLY):
        at -= 1
    worth = at > clause.first and is_lemma(tokens[at], *WORTH) and is_case(tokens[at], "ins")
    summed = worth or (tokens[at].norm == ON and at + 1 < money.first)
    if not (summed or tokens[at].norm == ON):
        return False
    before = things(clause, last=at) if at > clause.first else []
    if any(p.last == at for p in before) or (before and tokens[at - 1].text == ","):
        return True
    return summed and any(p.first - hit.last <= NEAR for p in things(clause, first=hit.last))


ROUGHLY = frozenset(lexicon.words("kinds.goods.priced_ru", "roughly"))
WORTH = lexicon.words("kinds.goods.priced_ru", "worth")


def of_all(clause: Clause, draft: Draft) -> list[Mention]:
    """Return the sums of a clause but the price of one of several things, which the draft claims and does not tell."""
    apart = [m for m in clause.mentions("money") if of_one(clause, m)]
    draft.used |= {m.start for m in apart}
    return [m for m in clause.mentions("money") if m not in apart]


def of_one(clause: Clause, money: Mention) -> bool:
    """Стоимостью M каждая, цена одного – M, по M за штуку, әрқайсысының құны M: what one of several things costs."""
    tokens = clause.sentence.tokens
    before = tokens[max(clause.first, money.first - NEAR) : money.first]
    behind = tokens[money.last : min(clause.last, money.last + NEAR)]
    if any(t.norm in EACH for t in (*before, tokens[money.first], *behind[:1])):  # одного — 31 млн
        return True
    piece = len(behind) > 1 and behind[0].norm == "за" and is_lemma(behind[1], *PIECES)
    return piece or (bool(before) and before[-1].norm == "по")


NEAR = 4
"""Words between a price and what says that it is one thing's, at most."""
EACH = frozenset(lexicon.words("kinds.goods.priced_ru", "each"))
PIECES = lexicon.words("kinds.goods.priced_ru", "pieces")
