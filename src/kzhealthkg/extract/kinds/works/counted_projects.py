"""How many projects there are in all, told behind the houses that they build: өңірде барлығы 18 жоба жүзеге асырылып жатыр."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.measures import medical
from kzhealthkg.extract.kinds.works.sectors import beside_others

WHOLE = frozenset(lexicon.words("kinds.works.counted_projects", "whole"))
PROJECTS = lexicon.words("kinds.works.counted_projects", "projects")
CARRIED = lexicon.words("kinds.works.counted_projects", "carried")
NEAR = 2
"""Sentences back to the houses that are among the projects."""


def counted_projects(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the total of the projects of which the works told just before are some."""
    tokens = clause.sentence.tokens
    if "number" not in clause.named or WHOLE.isdisjoint(clause.words):
        return []
    if not any(t.norm in WHOLE for t in clause.tokens):
        return []
    if beside_others(clause) or _of_another_sector(clause):
        return []
    numbers = (m for m in clause.mentions("number") if m.last < clause.last and m.value.value > 1)
    number = next((m for m in numbers if is_lemma(tokens[m.last], *PROJECTS)), None)
    if number is None:
        return []
    verb = next((i for i in range(clause.first, clause.last) if is_lemma(tokens[i], *CARRIED)), None)
    near = memory.last_draft("Works", within=NEAR, sentence=clause.index)
    if verb is None or near is None or near.sentence == clause.index:
        return []
    said = status(clause, verb)
    if said not in ("underway", "planned") or near.slots["workType"] == "equipping":
        return []
    slots = {"workType": "construction", "status": said}
    draft = Draft("Works", slots, number.start, clause.tokens[-1].end, "works-projects-total")
    roles.quantity(draft, "count", number)
    draft.take_over(near, "programme")
    return [roles.finish(draft, clause, memory)]


def _of_another_sector(clause: Clause) -> bool:
    """Білім саласында барлығы 18 жоба: projects of a sector that is not said to be health."""
    return clause.says(*SECTORS) and not medical(clause.tokens, clause.language)


SECTORS = lexicon.words("kinds.works.counted_projects", "sectors")
