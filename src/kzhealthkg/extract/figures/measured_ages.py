"""Ages and spans of time that are a part of what is measured: бес жасқа дейінгі балалар өлімі, бес жылдық өмір сүру."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.model import Token

AGES = lexicon.words("extract.figures.measured_ages", "ages")


def aged(clause: Clause, first: int) -> int | None:
    """Бес жасқа дейінгі балалар өлімі: return where an age begins that is a part of what is measured."""
    tokens = clause.sentence.tokens
    at = first if tokens[first].norm == "дейінгі" else first - 1
    if at - 2 < clause.first or tokens[at].norm != "дейінгі":
        return None
    low = at
    while low > clause.first and (is_lemma(tokens[low - 1], *AGES) or _is_figure(tokens[low - 1])):
        low -= 1
    return low if low < at - 1 else None


def spans(clause: Clause, at: int) -> bool:
    """Бес [жылдық] өмір сүру, 65 [жастан] асқандар: a span of time or an age that is a part of what is measured."""
    tokens = clause.sentence.tokens
    timed = tokens[at].norm == "жылдық" or (is_lemma(tokens[at], "жас") and is_case(tokens[at], "abl"))
    return at > clause.first and timed and _is_figure(tokens[at - 1])


def _is_figure(token: Token) -> bool:
    return token.text[0].isdigit() or token.best.pos == "NUM"
