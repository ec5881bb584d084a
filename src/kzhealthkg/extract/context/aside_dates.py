"""Dates that stand in brackets with words of their own, which date nothing outside of them."""

from __future__ import annotations

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
