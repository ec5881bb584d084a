"""Where the words for what a Kazakh figure measures begin: what belongs to them on the left, and who is no part of them."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.figures.measure_ends import is_outside

AFFECTING = lexicon.words("extract.figures.measure_starts", "affecting")
HAVING = frozenset(lexicon.words("extract.figures.measure_starts", "having"))
TELLERS = lexicon.words("extract.figures.measure_starts", "tellers")


def having(clause: Clause, first: int) -> int | None:
    """Ауытқуы бар азаматтар саны: return where begins what those counted have, None for nothing."""
    tokens, at = clause.sentence.tokens, first - 2
    if at < clause.first or tokens[first - 1].norm not in HAVING or is_outside(clause, at):
        return None
    if at > clause.first and tokens[at - 1].text[-1].isdigit():
        return None  # 3 012 орны бар стационарлардағы жүктеме: how large a house is is no part of what is measured
    owned = tokens[at].best.pos == "NOUN" and tokens[at].best.possessive and tokens[at].best.case == "nom"
    return phrase(clause, at).first if owned else None


def overall(clause: Clause, first: int) -> int:
    """Өлімнің жалпы коэффициенті, бесжылдық жалпы өмір сүру: what stands before "overall"."""
    before = clause.sentence.tokens[first - 1]
    if before.norm == "жалпы":
        return phrase(clause, first - 2).first if _is_attribute(clause, first - 2) else first - 1
    owner = before.best.case == "gen" and (before.best.pos == "NOUN" or before.best.form in ("perf", "part"))
    return phrase(clause, first - 1).first if owner else first


def _is_attribute(clause: Clause, at: int) -> bool:
    """Бесжылдық жалпы …: a word with no ending before "overall" describes the same head."""
    if at < clause.first or not clause.sentence.tokens[at].text[0].isalpha() or is_outside(clause, at):
        return False
    best = clause.sentence.tokens[at].best
    return best.pos in ("ADJ", "NOUN") and best.case in ("", "nom") and not best.form


def affects(clause: Clause, first: int) -> bool:
    """Психикаға [әсер ететін] дәрі: a bare noun that is one verb with the participle behind it takes objects."""
    verbal = clause.sentence.tokens[first + 1 : first + 2]
    return is_lemma(clause.sentence.tokens[first], *AFFECTING) and any(t.best.form in ("part", "perf") for t in verbal)


def without_teller(clause: Clause, first: int, head: int) -> int:
    """Министр аурудың таралуы өскенін айтты, дәрігерлер диабеті бар …: who tells or does it is no part of what is measured."""
    tokens = clause.sentence.tokens
    if head == first or tokens[first].best.possessive or tokens[first].best.case != "nom":
        return first
    staff = tokens[first].best.lemma in nouns("professions", "kk")
    if head - first > 1 and tokens[first + 1].best.case == "gen":
        return first + 1 if staff or is_lemma(tokens[first], *TELLERS) else first
    return first + 1 if staff and tokens[first].best.plural and not tokens[first + 1].best.possessive else first
