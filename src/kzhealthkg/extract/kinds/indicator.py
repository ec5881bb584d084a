"""Indicator: a measured value, its change, or a stock of things."""

from __future__ import annotations

import re

from kzhealthkg.extract import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit, hits
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.phrases import Phrase, phrase, subject
from kzhealthkg.extract.syntax import Clause, is_lemma
from kzhealthkg.model import Mention

TIMES = re.compile(r"^(есе|раз)")


def indicator(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the values and changes that one clause measures."""
    for hit in hits("indicator", clause):
        draft = _stock(hit, memory) if hit.frame.options.get("stock") else _change(hit, memory)
        if draft is not None:
            return [draft]
    return []


def _change(hit: Hit, memory: Memory) -> Draft | None:
    """X N %-ға артты, X N есеге ұлғайды."""
    clause = hit.clause
    value = next((m for m in clause.mentions("percent", "number") if _is_rate(clause, m)), None)
    if value is None:
        return None
    measured = _measured(hit, value)
    if measured is None:
        return None
    draft = _draft(hit, measured.text(), measured.start, value, memory)
    draft.say("unit", "%" if value.type == "percent" else _times(clause))
    return draft


def _is_rate(clause: Clause, mention: Mention) -> bool:
    after = clause.sentence.tokens[mention.last : mention.last + 1]
    return mention.type == "percent" or any(TIMES.match(t.norm) for t in after)


def _times(clause: Clause) -> str:
    return "раз" if clause.language == "ru" else "есе"


def _measured(hit: Hit, value: Mention) -> Phrase | None:
    clause = hit.clause
    if clause.language == "ru":
        nouns = [i for i in range(clause.first, clause.last) if clause.sentence.tokens[i].best.pos == "NOUN" and clause.sentence.tokens[i].best.case == "nom"]
        nouns = [i for i in nouns if not value.first <= i < value.last]
        return phrase(clause, nouns[0]) if nouns else None
    return subject(clause, min(value.first, hit.first), frozenset({"nom", "gen"}))


def _stock(hit: Hit, memory: Memory) -> Draft | None:
    """N X жұмыс істейді, X N-ді құрайды."""
    clause = hit.clause
    equal = is_lemma(hit.verb, "құра", "құрады", "жет", "составить", "составлять", "достигнуть", "превышать")
    value = next((m for m in clause.mentions("percent", "number")), None)
    if value is None or clause.mentions("money"):
        return None
    if equal:
        measured = _measured(hit, value)
        if measured is None or measured.text() == "":
            return None
        draft = _draft(hit, measured.text(), measured.start, value, memory)
        draft.say("unit", "%" if value.type == "percent" else "")
        return draft
    return _counted(hit, value, memory)


def _counted(hit: Hit, value: Mention, memory: Memory) -> Draft | None:
    clause = hit.clause
    if value.type == "percent":
        return None
    for at in range(value.last, min(hit.first if clause.language != "ru" else clause.last, value.last + 7)):
        token = clause.sentence.tokens[at]
        if token.best.pos == "NOUN" and phrase(clause, at).count is value:
            last = at
            while clause.language != "ru" and last + 1 < hit.first and phrase(clause, last + 1).count is value:
                last += 1
            counted = phrase(clause, last)
            return _draft(hit, counted.text(singular=True), counted.start, value, memory)
    return None


def _draft(hit: Hit, measure: str, start: int, value: Mention, memory: Memory) -> Draft:
    clause = hit.clause
    draft = Draft("Indicator", dict(hit.frame.slots), start, clause.sentence.tokens[clause.last - 1].end, hit.frame.name)
    draft.say("measure", measure)
    roles.quantity(draft, "value", value)
    roles.place(draft, roles.nearest_place(clause, hit.first))
    return roles.finish(draft, clause, memory)
