"""How many a day: ежедневно умирают четыре человека, күн сайын 300 адам келеді; such a rate is no plain figure."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.draft import Draft

OFTEN = frozenset(lexicon.words("extract.figures.daily", "often"))
DAYS = lexicon.words("extract.figures.daily", "days")
STOCK = "stock"
EVERY = frozenset(lexicon.words("extract.figures.daily", "every"))


def a_day(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """Return the measures of a clause, without a bare count of which it tells that it is so in a day."""
    at = _daily(clause) if drafts else None
    return [d for d in drafts if at is None or _is_stock(d) or not _beside(clause, at, d)]


def _is_stock(draft: Draft) -> bool:
    """Күніне 31 бригада жұмыс істейді: how many there are, or what is told with what it is per, is a figure."""
    told = "unit" in draft.slots or "change" in draft.slots or "(" in str(draft.slots["measure"])
    return told or STOCK in draft.rule


def _beside(clause: Clause, at: int, draft: Draft) -> bool:
    """Say whether a figure is the one that stands nearest to the words of a day."""
    figures = clause.mentions("number")
    return bool(figures) and min(figures, key=lambda m: abs(m.first - at)).start in draft.used


def _daily(clause: Clause) -> int | None:
    """Return where a clause says "in a day", None for nowhere."""
    tokens = clause.sentence.tokens
    if not OFTEN.isdisjoint(clause.words):
        return next((i for i in range(clause.first, clause.last) if not OFTEN.isdisjoint(tokens[i].words)), None)
    if not clause.says(*DAYS):
        return None
    return next((i for i in range(clause.first, clause.last - 1) if _each(clause, i)), None)


def _each(clause: Clause, at: int) -> bool:
    """Say whether two words are "each day": каждый день, в сутки, күн сайын; but not в день открытия."""
    a, b = clause.sentence.tokens[at : at + 2]
    if is_lemma(a, *DAYS) and b.norm in EVERY:
        return True
    behind = clause.sentence.tokens[at + 2 : at + 3]
    owned = any(r.pos == "NOUN" and r.case == "gen" for t in behind for r in t.readings)
    return is_lemma(b, *DAYS) and (not EVERY.isdisjoint(a.words) or (a.norm in IN and not owned))
