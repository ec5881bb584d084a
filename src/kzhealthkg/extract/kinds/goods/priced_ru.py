"""Томографы на 2 млрд тенге поступят: a sum that tells what the goods that come are worth."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.kinds.goods.goods import things
from kzhealthkg.model import Mention

COMING = lexicon.words("kinds.goods.priced_ru", "coming")
SUM = lexicon.words("kinds.goods.priced_ru", "sum")
ON = "на"


def goods_for(hit: Hit, money: Mention) -> bool:
    """Лекарства на сумму M поступят в больницы: goods, and no money, are what comes."""
    clause, tokens, at = hit.clause, hit.clause.sentence.tokens, money.first - 1
    if clause.language != "ru" or money.last > hit.first or not is_lemma(hit.verb, *COMING):
        return False
    while at > clause.first and is_lemma(tokens[at], *SUM):
        at -= 1
    return at > clause.first and tokens[at].norm == ON and any(p.last == at for p in things(clause, last=at))
