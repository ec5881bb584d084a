"""The present that tells of a day to come: в августе в больницу поступают два аппарата, said in July."""

from __future__ import annotations

from kzhealthkg.extract.clause.syntax import FINITE, Clause
from kzhealthkg.extract.context.old_terms import of_term
from kzhealthkg.extract.context.when import since
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import DateValue, Mention

KINDS = frozenset({"Works", "Procurement", "Service", "Agreement", "Grant"})
SOON = 6
"""Months ahead in which a month without its year is the next one, at most."""
MONTHS = 12
MONTH = len("2024-05")


def scheduled(draft: Draft, clause: Clause, mention: Mention, today: str) -> bool:
    """Say whether a clause of the present is of a date that lies ahead of the article's."""
    if clause.language == "kk":
        return _chained(draft, clause, mention, today)
    if clause.language != "ru" or draft.kind not in KINDS or draft.slots.get("status") != "underway" or not today:
        return False
    inside = clause.first <= mention.first < clause.last and mention.value.role != "due"
    inside = inside and not of_term(clause, mention)
    told = {t.best.form for t in clause.tokens}
    present = "pres" in told and not told & {"past", "fut", "inf"}
    return inside and present and not since(clause, mention) and _to_come(mention.value, today)


def _chained(draft: Draft, clause: Clause, mention: Mention, today: str) -> bool:
    """Пойыз 25 мамырда келіп, қызмет көрсетеді: a converb of a day to come, which a present closes."""
    if draft.slots.get("status") != "completed" or not today or clause.last >= len(clause.sentence.tokens):
        return False
    told = [t.best.form for t in clause.sentence.tokens[clause.last :] if t.best.form in FINITE]
    last = clause.tokens[-1].best.form == "conv" or "conv" in clause.tokens[-1].forms
    inside = clause.first <= mention.first < clause.last and mention.value.role != "due"
    if not (last and inside and set(told) == {"pres"}):
        return False
    day = len((mention.value.ahead or mention.value.edtf).partition("/")[0]) > MONTH
    return day and not since(clause, mention) and _to_come(mention.value, today)


def _to_come(value: DateValue, today: str) -> bool:
    """A month that leaves its year open is the nearer one; another date begins behind today."""
    said = value.ahead or value.edtf
    if len(said) < MONTH or "/.." in said:
        return False
    months = (int(said[:4]) - int(today[:4])) * MONTHS + int(said[5:7]) - int(today[5:7])
    near = (len(said) == MONTH) <= months <= SOON if value.ahead or value.behind else True
    return near and said[: len(today)] > today[: len(said)]
