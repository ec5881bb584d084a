"""Who got the benefit that a Russian text told just before: в прошлом году их получили 53 врача."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.people import groups
from kzhealthkg.extract.figures.people_names import profession
from kzhealthkg.extract.kinds.staffing.cues import BENEFITS
from kzhealthkg.model import Mention


def received(clause: Clause, memory: Memory) -> list[Draft]:
    """Выплачивают подъёмные. В прошлом году их получили 53 врача: who got the benefit told just before."""
    if clause.language != "ru" or not clause.says(*GETTING) or not any(t.norm in IT for t in clause.tokens):
        return []
    total = memory.last_draft("Staffing", within=1, sentence=clause.index)
    found = [g for g in groups(clause) if g.count is not None]
    verb = next((t for t in clause.tokens if is_lemma(t, *GETTING)), None)
    numbers = [g.count for g in found if g.count is not None] or _people(clause)
    if total is None or total.slots["measure"] not in BENEFITS or verb is None:
        return []
    if len(numbers) != 1 or verb.best.form != "past":
        return []
    draft = Draft("Staffing", {"measure": total.slots["measure"]}, verb.start, numbers[0].end, "staffing-share")
    draft.say("profession", profession(found[0]) if found else total.slots.get("profession"))
    roles.quantity(draft, "count", numbers[0])
    draft.say("status", "completed")
    return [roles.finish(draft, clause, memory)]


def _people(clause: Clause) -> list[Mention]:
    """Получили 53 человека: return the figures that count people by no profession."""
    tokens = clause.sentence.tokens
    return [m for m in clause.mentions("number") if any(is_lemma(t, *PEOPLE) for t in tokens[m.last : m.last + 1])]


PEOPLE = lexicon.words("kinds.staffing.received_ru", "people")
GETTING = lexicon.words("kinds.staffing.received_ru", "getting")
IT = frozenset(lexicon.words("kinds.staffing.received_ru", "it"))
