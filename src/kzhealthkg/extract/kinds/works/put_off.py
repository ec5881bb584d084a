"""A work that is put off to a date: ашылуы 2025 жылға шегерілді, срок строительства продлён до конца 2025 года."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.lists_ru import preposition_at
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Token

PUTTING_OFF = frozenset(lexicon.words("kinds.works.put_off", "putting_off"))
TERMS = lexicon.words("kinds.works.put_off", "terms")
UNTIL = frozenset(lexicon.words("kinds.works.put_off", "until"))
DONE = frozenset({"past", "perf"})


def put_off(hit: Hit) -> str:
    """Return how far a work is that is put off to a date told in its clause: what is to end later goes on; "" if none."""
    clause = hit.clause
    if PUTTING_OFF.isdisjoint(clause.words) or hit.frame.options.keys() & {"readiness", "equip"}:
        return ""
    return _said_ru(hit) if clause.language == "ru" else _said_kk(hit)


def _said_kk(hit: Hit) -> str:
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    at = next((i for i in range(hit.last, clause.last) if is_lemma(tokens[i], *PUTTING_OFF)), None)
    told_of = hit.verb.best.case in ("", "nom", "acc", "gen")
    if at is None or not told_of or tokens[at].best.negative or not _to_date(clause, hit.last, at):
        return ""
    goes_on = hit.frame.options.get("noun") and _ends(tokens[hit.last - 1 : at], "kk")
    return "underway" if goes_on and not hit.frame.options.get("event") else "planned"


def _to_date(clause: Clause, first: int, last: int) -> bool:
    """Келер жылға [шегерілді], 2025 жылдың көктеміне: say whether the time until which it is put off is told."""
    until = clause.sentence.tokens[last - 1]
    dates = clause.mentions("date", first=first, last=last)
    return any(m.last == last for m in dates) or (bool(dates) and (until.norm == "дейін" or until.best.case == "dat"))


def _said_ru(hit: Hit) -> str:
    """Открытие перенесли на весну 2025 года: only where the verb stands right before its new term."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    dated = "date" in clause.named and any(
        is_lemma(a, *PUTTING_OFF) and a.best.form in DONE and b.norm in UNTIL for a, b in pairwise(clause.tokens)
    )
    if not dated or hit.verb.best.pos != "NOUN" or clause.says("не") or preposition_at(clause, hit.first):
        return ""
    moment = hit.frame.options.get("moment")
    return "underway" if not moment and _ends(tokens[clause.first : hit.first], "ru") else "planned"


def _ends(tokens: tuple[Token, ...], language: str) -> bool:
    return any(is_lemma(t, *TERMS) or phase_of(t, language) == "end" for t in tokens)
