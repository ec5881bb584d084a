"""Numbers before things that count none of them: parts of a sum, and sums whose currency is not said again."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.kinds.goods.known import is_device
from kzhealthkg.model import Mention, Token

PAYING = lexicon.words("kinds.procurement.sums", "paying")
SCALES = lexicon.words("kinds.procurement.sums", "scales")


def part_of_sum(item: Phrase) -> bool:
    """Оның 90 миллионына аппараттар, 200 миллионға томограф алынады: a sum or a part of one, no count."""
    token = item.clause.sentence.tokens[item.count.last - 1] if item.count is not None else None
    if token is None or not token.norm.startswith(SCALES):
        return False
    return bool(token.best.possessive) or token.norm.endswith(PAYING) or _unsaid_currency(item)


def _unsaid_currency(item: Phrase) -> bool:
    """300 миллион теңге томографқа, 90 миллион рентген аппаратына: nobody buys millions of devices."""
    if "money" not in item.clause.sentence.named:
        return False
    head = item.clause.sentence.tokens[item.head]
    return is_lemma(head, *COSTLY) or is_device(head.best.lemma, item.clause.language)


COSTLY = lexicon.words("kinds.procurement.sums", "costly")


def shared_with_another(item: Phrase, money: Mention) -> bool:
    """12 аппаратов и мебель на M, M теңгеге 12 аппарат пен жиһаз: say whether the sum of a thing is for another one as well."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    first = min(item.first, item.count.first if item.count is not None else item.first)
    end = money.first if money.first >= item.last else clause.last
    behind = tokens[item.last : min(item.last + REACH, end)]
    if len(behind) > 1 and behind[0].norm in JOINING and _is_thing(behind[1:]):
        return True
    if behind[:1] and behind[0].text == "," and not INCLUDING.isdisjoint(t.norm for t in tokens[clause.first : first]):
        return True  # оборудование, в том числе томографы, на M
    before = tokens[max(clause.first, first - REACH) : first]
    joined = len(before) > 1 and before[-1].norm in JOINING and before[-2].best.pos == "NOUN"
    return joined and item.last <= money.first and not any(m.last == first - 1 for m in clause.mentions(*NAMED))


def _is_thing(tokens: tuple[Token, ...]) -> bool:
    """Say whether words begin with a noun, its adjectives before it at most."""
    noun = next((t for t in tokens if t.best.pos != "ADJ"), None)
    return noun is not None and noun.best.pos == "NOUN" and noun.best.case in ("nom", "acc", "gen")


JOINING = frozenset(lexicon.words("kinds.procurement.sums", "joining"))
INCLUDING = frozenset(lexicon.words("kinds.procurement.sums", "including"))
NAMED = ("facility", "place", "organization", "date", "person", "money")
REACH = 4
"""Words from a thing to another one that is joined to it, at most."""
