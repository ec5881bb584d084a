"""What a Kazakh training is about: which words belong to a topic, and the method that somebody learns."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.kinds.training.objects import Topic
from kzhealthkg.morph import nominative

MASTERING_KK = lexicon.words("kinds.training.topics_kk", "mastering_kk")
METHODS_KK = lexicon.words("kinds.training.topics_kk", "methods_kk")
ADDING = frozenset(lexicon.words("kinds.training.topics_kk", "adding"))
SINCE = frozenset(lexicon.words("kinds.training.topics_kk", "since"))
BESIDE = 3
"""Words between a method and the verb of learning it, at most."""


def mastered_kk(hit: Hit) -> Topic | None:
    """Буын ауыстырудың тәсілін үйренді: a method that has words of its own, the object of a verb of learning."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    reach = (
        range(hit.last - 2, max(clause.first, hit.last - 2 - BESIDE), -1) if is_lemma(hit.verb, *MASTERING_KK) else ()
    )
    at = next((i for i in reach if is_lemma(tokens[i], *METHODS_KK) and tokens[i].best.case == "acc"), None)
    first = at if at is not None else 0
    while at is not None and first > clause.first and (topical(clause, first - 1) or _treated(clause, first - 1)):
        first -= 1
    if at is None or not any(t.best.pos == "NOUN" or t.best.form == "inf" for t in tokens[first:at]):
        return None
    return Topic(nominative(tokens[first : at + 1], "kk"), tokens[first].start, tokens[at].end)


def _treated(clause: Clause, at: int) -> bool:
    """Жүрекке стент қою әдісі: a bare noun in the dative is what the method is done to."""
    token = clause.sentence.tokens[at]
    named = any(m.first <= at < m.last for m in clause.mentions("place", "facility", "organization", "person"))
    return token.best.case == "dat" and token.best.pos == "NOUN" and not (named or token.best.plural or token.best.form)


def topical(clause: Clause, at: int) -> bool:
    """Say whether a word before a topic's last one is a part of it."""
    token = clause.sentence.tokens[at]
    if any(
        m.first <= at < m.last for m in clause.mentions("number", "date", "place", "person", "organization", "facility")
    ):
        return False
    if token.norm in ADDING:
        return True
    if token.norm == "арналған" or token.norm in SINCE:
        return False
    if token.best.form in ("past", "pres", "prog", "conv") or token.best.pos == "ORD" or token.text in ";:–—":
        return False
    if token.best.case == "acc":
        return True
    return token.best.case not in ("loc", "dat", "abl", "ins") and not _learner(clause, at)


def _learner(clause: Clause, at: int) -> bool:
    """A nominative right before an accusative object is the subject: 60 дәрігер | ауруларды диагностикалау."""
    token = clause.sentence.tokens[at]
    return token.best.lemma in nouns("professions", "kk") and token.best.case in ("nom", "gen")
