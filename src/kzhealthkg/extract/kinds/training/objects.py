"""What is learnt, where it is the object of the verb: освоили технику эмболизации, методику шунтирования освоили."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, words
from kzhealthkg.extract.figures import measures
from kzhealthkg.model import Token
from kzhealthkg.model.frozen import frozen


@frozen
class Topic:
    """A topic's text in the nominative and its clean-text span."""

    text: str
    start: int
    end: int


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


def titled_ru(clause: Clause, noun: int) -> Topic | None:
    """Семинар «Безопасность крови»: a title of health in quotation marks right behind a lesson."""
    tokens = clause.sentence.tokens
    if not is_lemma(tokens[noun], *TITLED) or noun + 1 >= clause.last or tokens[noun + 1].text not in "«“":
        return None
    last = next((i for i in range(noun + 2, clause.last) if tokens[i].text in "»”"), 0)
    if not last or not measures.of_health(clause, noun + 2, last):
        return None
    return Topic(words(tokens[noun + 2 : last]), tokens[noun + 1].start, tokens[last].end)


TITLED = lexicon.words("kinds.training.objects", "titled")
