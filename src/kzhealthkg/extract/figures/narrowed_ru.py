"""Words that narrow whom a Russian predicate counts: из них с весом до килограмма родилось 23 ребёнка."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.prepositions import WITH
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

AIDS = frozenset(lexicon.words("extract.figures.narrowed_ru", "aids"))
GOVERNING = frozenset(lexicon.words("extract.figures.narrowed_ru", "governing"))
UP_TO = frozenset(lexicon.words("extract.figures.narrowed_ru", "up_to"))


def is_borne(opening: tuple[Token, ...]) -> bool:
    """С врождённым пороком, с таким диагнозом: say whether what people have begins; not с начала, с помощью."""
    if len(opening) < 2 or opening[0].norm not in WITH or opening[1].norm in AIDS:
        return False
    return any(r.case == "ins" for r in opening[1].readings)


def is_shared(tokens: tuple[Token, ...], at: int) -> bool:
    """По договору с клиникой, вместе с врачами: say whether "с" at a token belongs to the word before it."""
    return at > 0 and tokens[at - 1].norm in GOVERNING


def narrowed(hit: Hit, number: Mention) -> bool:
    """Say whether words beside a figure tell of which people only it is, besides those that are read."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if number.first < hit.first and is_borne(tokens[hit.last : min(hit.last + 2, clause.last)]):
        return True
    first = next((i + 1 for i in range(number.first - 1, clause.first, -1) if tokens[i].text in ",;:"), clause.first)
    borne = any(
        is_borne(pair) and not is_shared(tokens, at)
        for at, pair in enumerate(pairwise(tokens[first : number.first]), first)
    )
    return borne or _limited(clause, first, number)


def _limited(clause: Clause, first: int, number: Mention) -> bool:
    """До 1,2 кг – 40 детей: a limit stands before the dash that the figure stands behind."""
    tokens = clause.sentence.tokens
    before = clause.mentions("number", first=first, last=number.first)
    limits = any(tokens[i].norm in UP_TO for m in before for i in range(max(first, m.first - 1), m.first + 1))
    return limits and tokens[number.first - 1].text in DASHES
