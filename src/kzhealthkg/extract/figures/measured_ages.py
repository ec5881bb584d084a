"""Ages and spans of time that are a part of what is measured: бес жасқа дейінгі балалар өлімі, бес жылдық өмір сүру."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.model import Token

AGES = lexicon.words("extract.figures.measured_ages", "ages")


def aged(clause: Clause, first: int) -> int | None:
    """Бес жасқа дейінгі балалар өлімі: return where an age begins that is a part of what is measured."""
    tokens = clause.sentence.tokens
    if (low := _in_years(clause, first)) is not None:
        return low
    at = first if tokens[first].norm == "дейінгі" else first - 1
    if at - 2 < clause.first or tokens[at].norm != "дейінгі":
        return None
    low = at
    while low > clause.first and (is_lemma(tokens[low - 1], *AGES) or _is_figure(tokens[low - 1])):
        low -= 1
    return low if low < at - 1 else None


def _in_years(clause: Clause, first: int) -> int | None:
    """5-7 жастағы, 18 бен 40 жас аралығындағы балалар саны: where an age begins that is told as a span, None for none."""
    tokens = clause.sentence.tokens
    at = first if tokens[first].norm in OF_YEARS else first - 1
    if is_lemma(tokens[first], *AGES) and first + 1 < clause.last and tokens[first + 1].norm in BETWEEN:
        at = first + 1  # 18-29 жас тобындағы
    between = at > clause.first and tokens[at].norm in BETWEEN
    at -= between
    low = at
    while low > clause.first and (_is_figure(tokens[low - 1]) or (low < at and tokens[low - 1].norm in RANGE)):
        low -= 1
    known = at >= clause.first and (tokens[at].norm in OF_YEARS or (between and is_lemma(tokens[at], *AGES)))
    return low if known and low < at else None


OF_YEARS = frozenset(lexicon.words("extract.figures.measured_ages", "of_years"))
BETWEEN = frozenset(lexicon.words("extract.figures.measured_ages", "between"))
RANGE = frozenset(lexicon.words("extract.figures.measured_ages", "range"))


def spans(clause: Clause, at: int) -> bool:
    """Бес [жылдық] өмір сүру, 65 [жастан] асқандар: a span of time or an age that is a part of what is measured."""
    tokens = clause.sentence.tokens
    timed = tokens[at].norm == "жылдық" or (is_lemma(tokens[at], "жас") and is_case(tokens[at], "abl"))
    return at > clause.first and timed and _is_figure(tokens[at - 1])


def _is_figure(token: Token) -> bool:
    return token.text[0].isdigit() or token.best.pos == "NUM"
