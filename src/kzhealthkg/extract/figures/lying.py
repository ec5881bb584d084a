"""Among whom, or in what sort of places, something is measured: ауылдық жерлердегі, балалардағы."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.figures.measure_ends import is_outside
from kzhealthkg.model import Token


def lies(clause: Clause, at: int, sorts: frozenset[str]) -> bool:
    """Ауылдық жерлердегі, балалардағы, стационардағы өлім: among whom, or in what sort of places, it is measured."""
    best = clause.sentence.tokens[at].best
    if not best.locative_adjective or best.pos != "NOUN" or best.lemma in SPAN_NOUNS:
        return False
    several = bool(best.plural) and not (is_outside(clause, at) or "facility" in sorts)
    sort = best.lemma in RURAL or several or "people" in sorts
    return sort and not any(m.first <= at < m.last for m in clause.mentions("place", "date"))


def graded(clause: Clause, at: int) -> int | None:
    """2-санаттағы шақырту, екінші топтағы мүгедек: where the grade begins that ends at token ``at``, None for none."""
    tokens = clause.sentence.tokens
    if at < clause.first or not tokens[at].norm.endswith(OF_PLACE):
        return None
    number, _, noun = tokens[at].norm.rpartition("-")
    if not noun.startswith(GRADES):
        return None
    if number:
        return at
    before = tokens[at - 1] if at > clause.first else None
    ordinal = before is not None and (before.text[0].isdigit() or ROMAN.issuperset(before.text) or _is_rank(before))
    return at - 1 if ordinal else None


def _is_rank(token: Token) -> bool:
    return token.norm.endswith(RANKS)


ROMAN = frozenset("IVXІХ")
RANKS = lexicon.words("extract.figures.lying", "ranks")
GRADES = lexicon.words("extract.figures.lying", "grades")
OF_PLACE = lexicon.words("extract.figures.lying", "of_place")


def rural(clause: Clause, before: int) -> str:
    """Ауылда бұл көрсеткіш 17-ден аспайды: in what sort of places what was measured before is told, "" for none said."""
    tokens = clause.sentence.tokens
    near = range(clause.first, min(before, clause.first + NEAR)) if clause.language == "kk" else range(0)
    at = next((i for i in near if tokens[i].best.lemma in RURAL and is_case(tokens[i], "loc")), None)
    if at is None or any(m.first <= at < m.last for m in clause.mentions("place")):
        return ""
    said = clause.text(phrase(clause, at).first, at + 1).lower()
    return f"{said}ғы " if said.endswith("а") else f"{said}гі "


NEAR = 4
RURAL = frozenset(lexicon.words("extract.figures.lying", "rural"))
SPAN_NOUNS = frozenset(lexicon.words("extract.figures.lying", "span_nouns"))
