"""Those counted of whom a verb that no frame lists tells something of health: 8 мың науқасты қабылдадық.

The verbs of health news are open; what is closed is who is counted, how a predicate ends its clause, and the verbs
that tell of gatherings, journeys and accidents instead.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.cues import Frame, frames
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.per import is_per
from kzhealthkg.extract.clause.status_ru import denied
from kzhealthkg.extract.clause.syntax import FINITE, Clause, is_case
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.indicator.stocks import stock
from kzhealthkg.model import Mention

OTHER = frozenset(lexicon.words("kinds.indicator.unlisted", "other"))
LIGHT = frozenset(lexicon.words("kinds.indicator.unlisted", "light"))


def unlisted(clause: Clause, memory: Memory) -> list[Draft]:
    """Return those counted in a clause, with what its predicate says of them."""
    frame = _frame(clause.language)
    if clause.words.isdisjoint(frame.options["nouns"]) or not clause.mentions("number"):
        return []
    at = _predicate(clause)
    if at is None or any(_tells_of_another(clause, number, at) for number in clause.mentions("number")):
        return []
    return stock(Hit(frame, clause, at, at + 1, clause.sentence.tokens[at]), memory)


@cache
def _frame(language: str) -> Frame:
    return next(f for f in frames("indicator", language) if f.options.get("participle"))


def _predicate(clause: Clause) -> int | None:
    """Return the finite verb of a clause: the last word of a Kazakh one, the only one of a Russian one."""
    tokens = clause.sentence.tokens
    found = [i for i in range(clause.first, clause.last) if tokens[i].best.form in FINITE]
    if clause.language == "ru":
        found = [i for i in found if not denied(clause, tokens[i])]
    if not found or (clause.language == "ru" and len(found) > 1) or not OTHER.isdisjoint(tokens[found[-1]].words):
        return None
    return None if _says_nothing(clause, found[-1]) else found[-1]


def _says_nothing(clause: Clause, at: int) -> bool:
    """5 бала болды, 40 науқас сонда тұрады: a light verb without a word of its own."""
    before = clause.sentence.tokens[at - 1] if at > clause.first else None
    light = not LIGHT.isdisjoint(clause.sentence.tokens[at].words)
    counted = _frame(clause.language).options["nouns"]
    alone = before is None or not before.words.isdisjoint(counted) or before.best.pos == "ADV"
    return light and (alone or before.best.form == "part")  # қабылдайтын болады: who will be, is not yet


def _tells_of_another(clause: Clause, number: Mention, at: int) -> bool:
    """Жүз тұрғыны бар ауыл; состояние здоровья 100 человек, центр, обслуживающий 100 человек: no verb's own figure."""
    tokens = clause.sentence.tokens
    if is_per(clause, number):
        return True
    if clause.language == "kk":
        return any(
            t.best.possessive and is_case(t, "nom") and "бар" in n.words for t, n in pairwise(tokens[number.last : at])
        )
    before = tokens[number.first - 1] if number.first > clause.first else None
    between = tokens[at + 1 : number.first]
    owned = before is not None and before.best.pos == "NOUN" and before.best.case == "gen"
    return owned or any(t.text == "," or t.best.pos == "CCONJ" or "part" in t.forms for t in between)
