"""Among whom, or in what sort of places, something is measured: ауылдық жерлердегі, балалардағы."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.figures.measure_ends import is_outside
from kzhealthkg.model import Token
from kzhealthkg.text.quotation import DASHES


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
    ranks = [i for i in range(max(clause.first, at - 2), at) if _is_ordinal(tokens[i])]
    described = not ranks or ranks[-1] == at - 1 or tokens[at - 1].best.pos == "ADJ"  # 3 шұғыл санаттағы
    return _range_start(clause, ranks[-1]) if ranks and described else None


def _range_start(clause: Clause, at: int) -> int:
    """1-3 санаттағы: return where the range of grades begins that ends at a token."""
    low = at - 2
    ranged = low >= clause.first and clause.text(low + 1, at) in DASHES
    return low if ranged and _is_figure(clause.sentence.tokens[low]) else at


def range_before(clause: Clause, first: int) -> int:
    """0–I сатыдағы: return where the range of grades begins whose last one stands at ``first``; ``first`` for none."""
    tokens = clause.sentence.tokens
    if first - 2 < clause.first or tokens[first - 1].text not in DASHES or not _is_figure(tokens[first]):
        return first
    return _range_start(clause, first) if tokens[first + 1].norm.startswith(GRADES) else first


def _is_figure(token: Token) -> bool:
    return token.text.isdigit() or ROMAN.issuperset(token.text)


def _is_ordinal(token: Token) -> bool:
    return token.text[0].isdigit() or ROMAN.issuperset(token.text) or _is_rank(token)


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
