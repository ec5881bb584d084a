"""What a Kazakh adjective before a number says of what is counted: мамандандырылған 12 бригада."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.syntax import Clause

RELATING = lexicon.words("extract.figures.attributes_kk", "relating")
SORTING = frozenset(lexicon.words("extract.figures.attributes_kk", "sorting"))
UNSAYING = frozenset(lexicon.words("extract.figures.attributes_kk", "unsaying"))
NAMED = ("place", "date", "number", "percent", "money", "person", "post", "facility", "organization", "programme")


def first_of(clause: Clause, at: int) -> int | None:
    """Return where the adjectives begin that end at a token before a number; None where none stands there."""
    if clause.language != "kk" or at < clause.first:
        return None
    token = clause.sentence.tokens[at]
    plain = token.best.pos == "ADJ" and token.best.case in ("nom", "") and not token.best.locative_adjective
    sort = token.norm in SORTING or (plain and token.norm.endswith(RELATING))
    if not sort or not UNSAYING.isdisjoint(token.words):
        return None
    first = phrase(clause, at).first
    words = clause.sentence.tokens[max(clause.first, first - 1) : at]  # жағдайы ауыр 12 науқас: what they have
    owned = any(t.best.possessive and t.best.case in ("nom", "") for t in words)
    owned = owned or any(t.best.pos not in ("ADJ", "NOUN", "X") for t in clause.sentence.tokens[first:at])
    return None if owned or clause.mentions(*NAMED, first=first, last=at + 1) else first
