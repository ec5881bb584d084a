"""Dates of other words than those of what is told: in brackets, or above a clause of "which"."""

from __future__ import annotations

import re

from kzhealthkg.extract.clause.hosts import DESCRIBING
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention


def in_aside(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """Центр (открыт в 2015 году) принял 300 больных: when something else was; (2024) and (в мае) date what is told."""
    if draft.kind == "Works" or "(" not in clause.sentence.words:
        return False  # a building's brackets tell its own term
    tokens = clause.sentence.tokens
    opened = max((i for i in range(mention.first) if tokens[i].text in "()"), default=None)
    closed = next((i for i in range(mention.last, len(tokens)) if tokens[i].text in "()"), None)
    if opened is None or closed is None or tokens[opened].text != "(" or tokens[closed].text != ")":
        return False
    told = [t for t in tokens[opened + 1 : mention.first] if t.text[0].isalpha() and t.best.pos != "ADP"]
    told += [t for t in tokens[mention.last : closed] if t.text[0].isalnum()]
    told = told if not any(phase_of(t, clause.language) for t in told) else []
    return bool(told) and not tokens[opened].start <= draft.start < tokens[closed].end


def above_which(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """В мае издали приказ, согласно которому построят больницу: when the order came is not when its work is due."""
    if clause.language != "ru" or draft.slots.get("status") not in ("planned", "needed"):
        return False
    tokens = clause.sentence.tokens
    which = (
        t
        for i, t in enumerate(tokens)
        if "который" in t.words and any(b.text == "," for b in tokens[max(0, i - LED) : i])
    )
    return any(mention.end <= t.start < draft.start for t in which)


def in_description(_: Draft, clause: Clause, mention: Mention) -> bool:
    """На базе больницы, которую сейчас ремонтируют, создаётся хаб: when what describes the house goes on."""
    tokens = clause.sentence.tokens
    if clause.language != "ru" or DESCRIBING.isdisjoint(clause.sentence.words):
        return False
    comma = next((i for i in range(mention.first - 1, -1, -1) if tokens[i].text == ","), -1)
    closed = any(t.text == "," for t in tokens[mention.last : clause.first])
    led = comma > 0 and any(t.norm in DESCRIBING for t in tokens[comma + 1 : min(comma + 3, mention.first)])
    return led and closed


def stocked_for(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """Закупили вакцину на 2025 год, келесі жылға дәрі алынды: the year that things bought are to last for."""
    bought = draft.kind == "Procurement" and draft.slots.get("status") == "completed"
    if not bought or not YEAR.fullmatch(mention.value.edtf):
        return False
    tokens = clause.sentence.tokens
    if clause.language == "kk":
        return tokens[mention.last - 1].best.case == "dat"
    return "на" in [t.norm for t in tokens[max(0, mention.first - 1) : mention.first + 1]]


YEAR = re.compile(r"\d{4}(?:/\d{4})?")
"""A year, or some years, and no month or day."""
LED = 4
"""Words from a comma to "which", at most: , в соответствии с которым."""
