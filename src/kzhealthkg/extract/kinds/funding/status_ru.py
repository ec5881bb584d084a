"""How far the giving of money has got in Russian: выделено, выделят, инициировано выделение."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.predicate_ru import will_be
from kzhealthkg.extract.clause.status_ru import FINITE, carrying, denied
from kzhealthkg.extract.clause.syntax import Clause, is_lemma

YEARLY = frozenset(lexicon.words("kinds.funding.status_ru", "yearly"))
ASKING = lexicon.words("kinds.funding.status_ru", "asking")
DECIDED = lexicon.words("kinds.funding.status_ru", "decided")
READY = lexicon.words("kinds.funding.status_ru", "ready")


def given_status(hit: Hit) -> str:
    """Выделено is allocated, выделят planned, предусмотрено planned, потребуется needed, освоено completed."""
    past: str = hit.frame.options["past"]
    clause, verb = hit.clause, hit.verb
    if verb.best.form == "part" or _refused(hit):
        return ""
    if denied(clause, verb):
        return "needed" if past == "needed" else ""
    if past in ("planned", "needed"):
        return _foreseen(hit, past)
    named = verb.best.pos == "NOUN" and not verb.best.form
    if clause.says(*ASKING) or (named and _proposed(clause)):
        return "needed"
    if clause.says(*DECIDED):
        return past
    if named or verb.best.form == "inf":
        return _carried(hit) or (past if named else "")
    if will_be(clause) or verb.best.form == "fut":
        return "planned"
    return "underway" if _every_year(hit) or (past == "completed" and verb.best.form == "pres") else past


def _foreseen(hit: Hit, past: str) -> str:
    """Предусмотрено is planned, ежегодно предусматривается goes on, необходимых лекарств says nothing of money."""
    if past == "needed":
        return "" if _describes(hit) else past
    return "underway" if _every_year(hit) else past


def _every_year(hit: Hit) -> bool:
    return hit.verb.best.form == "pres" and not YEARLY.isdisjoint(hit.clause.words)


def _describes(hit: Hit) -> bool:
    """Жизненно необходимых лекарств: a full adjective before its noun says that no money is lacking."""
    behind = hit.clause.sentence.tokens[hit.last : hit.last + 1]
    cases = {r.case for t in behind for r in t.readings if r.pos in ("NOUN", "ADJ")}
    full = hit.verb.best.pos == "ADJ" and hit.verb.norm.endswith(FULL)
    return full and bool(cases & {r.case for r in hit.verb.readings if r.pos == "ADJ"})


FULL = lexicon.words("kinds.funding.status_ru", "full")


def _proposed(clause: Clause) -> bool:
    """Инициировано выделение M: what somebody has only proposed is asked for."""
    return any(is_lemma(t, *PROPOSING) and t.best.form in FINITE for t in clause.tokens)


def _refused(hit: Hit) -> bool:
    """Не поддержали выделение M, отказались выделить M: what somebody would not have is not given."""
    named = hit.verb.best.pos == "NOUN" or hit.verb.best.form == "inf"
    if not named or hit.frame.options["past"] == "needed":
        return False
    finite = [t for t in hit.clause.tokens if t.best.form in FINITE]
    return any(is_lemma(t, *REFUSING) or denied(hit.clause, t) for t in finite)


REFUSING = lexicon.words("kinds.funding.status_ru", "refusing")
PROPOSING = lexicon.words("kinds.funding.status_ru", "proposing")


def _carried(hit: Hit) -> str:
    """Планируется выделить, готовы направить, необходимо вложить."""
    phases = {phase_of(t, "ru") for t in carrying(hit.clause)}
    ready = hit.clause.says(*READY)
    if "need" in phases:
        return "needed"
    return "planned" if "plan" in phases or ready or will_be(hit.clause) else ""


def cost_status(hit: Hit) -> str:
    """Сумма выделенных средств is allocated, вложенных completed; инвестиции составили M says not how far they have got."""
    clause = hit.clause
    if _described(hit, PAID):
        return "completed"
    if _described(hit, ALLOTTED):
        return "allocated"
    made = clause.says(*INVESTMENT) and any(is_lemma(t, *CAME_TO) and t.best.form == "past" for t in clause.tokens)
    return "" if made else str(hit.frame.options["past"])


def _described(hit: Hit, words: tuple[str, ...]) -> bool:
    """Сумма выделенных на ремонт средств: a full participle before the money says it."""
    if not hit.clause.says(*words):
        return False
    before = hit.clause.sentence.tokens[hit.clause.first : max(m.first for m in hit.clause.mentions("money"))]
    return any(is_lemma(t, *words) and t.norm.endswith(FULL) for t in before)


PAID = lexicon.words("kinds.funding.status_ru", "paid")
ALLOTTED = lexicon.words("kinds.funding.status_ru", "allotted")
INVESTMENT = lexicon.words("kinds.funding.status_ru", "investment")
CAME_TO = lexicon.words("kinds.funding.status_ru", "came_to")
