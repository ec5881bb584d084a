"""Families of staff, and the rest of those found: пәтер кілтін 40 отбасы алды; қалғандары қазанда келмек."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.people import groups
from kzhealthkg.extract.figures.people_names import profession
from kzhealthkg.model import Mention

FAMILIES = lexicon.words("kinds.staffing.families", "families")
OTHERS = frozenset(lexicon.words("kinds.staffing.families", "others"))
REST = frozenset(lexicon.words("kinds.staffing.families", "rest"))
COMING = lexicon.words("kinds.staffing.families", "coming")
NEAR = 2
"""Sentences back to the staff whose families these are."""


def families(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """Дәрігерлерге пәтер берілді. Кілтті 40 отбасы алды: so many families of the staff told just before got homes."""
    clause = hit.clause
    number = next((m for m in clause.mentions("number") if _of_families(clause, m)), None)
    if number is None or not OTHERS.isdisjoint(clause.sentence.words):
        return []
    who = _staff_before(clause, memory)
    if not who:
        return []
    draft = Draft("Staffing", dict(hit.frame.slots), clause.tokens[0].start, clause.tokens[-1].end, hit.frame.name)
    draft.say("status", said)
    draft.inherit("profession", who)
    roles.quantity(draft, "count", number)
    return [roles.finish(draft, clause, memory)]


def of_families(group: Phrase) -> Mention | None:
    """30 семей медиков: return the number of the families of staff, None for none."""
    first = group.count.first if group.count is not None else group.first
    return next(
        (m for m in group.clause.mentions("number") if m.last == first - 1 and _of_families(group.clause, m)), None
    )


def _of_families(clause: Clause, number: Mention) -> bool:
    return number.last < clause.last and is_lemma(clause.sentence.tokens[number.last], *FAMILIES)


def _staff_before(clause: Clause, memory: Memory) -> str:
    """Return who the staff told just before are, "" where none were."""
    latest = memory.last_draft("Staffing", within=NEAR, sentence=clause.index)
    if latest is not None and latest.slots.get("profession"):
        return str(latest.slots["profession"])
    sentence = memory.document.sentences[clause.index - 1] if clause.index else None
    if sentence is None:
        return ""
    before = groups(Clause(sentence, clause.index - 1, 0, len(sentence.tokens), clause.language))
    given = [
        g for g in before if g.clause.sentence.tokens[g.head].best.case == "dat"
    ]  # дәрігерлерге қолдау көрсетілуде
    return profession(given[-1]) if given else ""


def the_rest(clause: Clause, memory: Memory) -> list[Draft]:
    """Бес дәрігер келді, қалғандары қазанда келмек: the rest of those just found are still to come."""
    if REST.isdisjoint(clause.words) or REST.isdisjoint([t.norm for t in clause.tokens[:2]]):
        return []
    latest = memory.last_draft("Staffing", within=1, sentence=clause.index)
    verb = next(
        (i for i in range(clause.last - 1, clause.first, -1) if is_lemma(clause.sentence.tokens[i], *COMING)), 0
    )
    if latest is None or latest.slots["measure"] != "recruitment" or not verb or status(clause, verb) != "planned":
        return []
    slots = {"measure": "recruitment", "status": "planned"}
    draft = Draft("Staffing", slots, clause.tokens[0].start, clause.tokens[-1].end, "staffing-rest")
    draft.take_over(latest, "profession")
    return [roles.finish(draft, clause, memory)]
