"""Things that only tell which one another thing is."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import is_lemma

OBLIQUE = frozenset({"abl", "gen", "loc"})
MAKES = lexicon.words("kinds.goods.telling", "makes")


def only_tells(item: Phrase) -> bool:
    """Көлік апаты, маска тапшылығы, машина марки УАЗ: a thing beside a noun that has it only tells which one that is."""
    clause, at = item.clause, item.last
    if clause.language == "ru":
        return any(is_lemma(t, *MAKES) for t in clause.sentence.tokens[max(0, item.first - 2) : item.first])
    if at >= clause.last or item.count is not None:
        return False
    own, after = clause.sentence.tokens[item.head].best, clause.sentence.tokens[at].best
    bare = own.case == "nom" and not (own.possessive or own.plural)
    return bare and after.pos == "NOUN" and bool(after.possessive) and not after.form and after.case in OBLIQUE
