"""Vacancies: so many posts that nobody holds, whoever is wanted for them (8 вакансия бар, 15 бос орын бар)."""

from __future__ import annotations

from kzhealthkg.extract import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.people import groups
from kzhealthkg.extract.syntax import Clause, forms, is_lemma
from kzhealthkg.model import Mention

VACANT = ("вакансия", "вакант")
POST = ("орын", "ставка", "штат")
THERE = ("бар", "жарияла", "жариялан", "қал", "тұр", "ашық", "тіркел", "құра")
BETWEEN = 3


def vacancies(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the vacancies that a clause counts where it names no profession."""
    if clause.language != "kk" or groups(clause):
        return []
    return [d for m in clause.mentions("number") if (d := _vacancy(clause, m, memory)) is not None]


def _vacancy(clause: Clause, number: Mention, memory: Memory) -> Draft | None:
    end = _noun_end(clause, number)
    if end is None or not _is_there(clause, end):
        return None
    draft = Draft("Staffing", {"measure": "shortage"}, number.start, clause.tokens[-1].end, "staffing-vacancy")
    draft.say("status", "needed")
    roles.quantity(draft, "count", number)
    roles.place(draft, roles.nearest_place(clause, number.first))
    return roles.finish(draft, clause, memory)


def _noun_end(clause: Clause, number: Mention) -> int | None:
    """Return where "вакансия" or "бос (жұмыс) орын" ends behind a figure; None where neither stands there."""
    tokens = clause.sentence.tokens
    behind = tokens[number.last : min(clause.last, number.last + BETWEEN)]
    for offset, token in enumerate(behind):
        vacant = is_lemma(token, *VACANT)
        place = is_lemma(token, *POST) and any(t.norm == "бос" for t in behind[:offset])
        if vacant or place:
            return number.last + offset + 1
        if token.norm not in ("бос", "жұмыс"):
            return None
    return None


def _is_there(clause: Clause, first: int) -> bool:
    rest = clause.sentence.tokens[first : clause.last]
    denied = any(r.negative for t in rest for r in t.readings[:1]) or any(t.norm == "жоқ" for t in rest)
    past = any("past" in forms(t) and is_lemma(t, "бол") for t in rest)
    return not denied and not past and any(is_lemma(t, *THERE) for t in rest)
