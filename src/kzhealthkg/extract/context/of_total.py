"""The numbers of a clause that are a part of a total said before: 25-і, 86-сы; из них 67."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.syntax import FIGURE_ENDINGS, Clause, is_lemma
from kzhealthkg.model import Mention, Token

PARTS_IN_WORDS = lexicon.words("extract.context.of_total", "parts_in_words")
WHOSE = frozenset(lexicon.words("extract.context.of_total", "whose"))


def shares(clause: Clause) -> list[Mention]:
    """Return the numbers that are a part of a total said before: 25-і, 86-сы; из них 67."""
    return _shares(clause)[:] if "number" in clause.named else []


OF_THEM = frozenset(lexicon.words("extract.context.of_total", "of_them"))


OPENING = 4
"""Words within which a clause that tells of a part says so: из них 67, и лишь 22 из них."""


@once_each
def _shares(clause: Clause) -> list[Mention]:
    if clause.language == "ru":
        opening = [t.norm for t in clause.sentence.tokens[clause.first : clause.first + OPENING]]
        return clause.mentions("number") if "из" in opening and OF_THEM & set(opening) else []
    opened = {
        m.first for m in clause.mentions("number") if m.first and clause.sentence.tokens[m.first - 1].norm in WHOSE
    }
    return [m for m in clause.mentions("number") if owned(clause, m) or m.first in opened]


def owned(clause: Clause, number: Mention) -> bool:
    """25-і, 86-сы, 270 мыңы: a figure with the ending of what is owned."""
    tokens = clause.sentence.tokens
    apart = [t.norm for t in tokens[number.last : number.last + 2]]
    return of_them(tokens[number.last - 1]) or (len(apart) == 2 and apart[0] in "–—" and apart[1] in FIGURE_ENDINGS)


def of_them(token: Token) -> bool:
    """Отызы, бесеуі, он бірі: a numeral with the ending of what is owned."""
    return bool(token.best.possessive) or token.best.lemma in ONE_OF_THEM


ONE_OF_THEM = frozenset(lexicon.words("extract.context.of_total", "one_of_them"))


def of_rest(clause: Clause, date: Mention) -> bool:
    """Отремонтированы 12 больниц, остальные 8 – в 2025 году: the date behind its dash is that of the rest alone."""
    tokens = clause.sentence.tokens
    reach = range(date.first - 1, max(clause.first, date.first - REST_REACH), -1)
    dash = next((i for i in reach if tokens[i].text in "–—-"), clause.first)
    return any(is_lemma(t, *REST) for t in tokens[max(clause.first, dash - REST_REACH) : dash])


REST = lexicon.words("extract.context.of_total", "rest")
REST_REACH = 4
"""Words from the rest to its dash, and from there to its date, at most."""
