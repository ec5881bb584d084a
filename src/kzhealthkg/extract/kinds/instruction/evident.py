"""What is only said to be needed tasks somebody where the one who says it gives tasks or inspects in the same article."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.agents import Agent
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.instruction.must import DUE, tasked
from kzhealthkg.extract.kinds.instruction.task_text import Task

WISHES = frozenset({"instruction-must", "instruction-must-ru"})
"""Rules by which something must be done, by whom need not be told."""
ASKED = "instruction-ask"


def without_wishes(drafts: list[Draft]) -> list[Draft]:
    """Бақылауды күшейту керек, – деді министр: return the drafts without the wishes of who tasks and visits nobody."""
    wishes = [d for d in drafts if d.wished and "due" not in d.slots]
    if not wishes:
        return drafts
    firm = {
        d.slots["person"]
        for d in drafts
        if d.kind == "Visit" or (d.kind == "Instruction" and not d.rule.startswith((*WISHES, ASKED)))
    }
    gone = {id(d) for d in wishes if d.slots["person"] not in firm}
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def only_wished(hit: Hit) -> bool:
    """Контрольді күшейту керек: nobody is told who must do it; акиматам нужно, басқарма … тиіс names one."""
    if hit.frame.name not in WISHES:
        return False
    clause = hit.clause
    behind = clause.language == "ru" and not is_lemma(hit.verb, *DUE)  # нужно акиматам; акиматы должны
    return not tasked(clause, clause.first, clause.last if behind else hit.first, ("dat",) if behind else ("nom",))


def asked_by_nobody(hit: Hit, agent: Agent) -> bool:
    """Призвал ускорить ремонт: who asks is known for sure where the sentence names him."""
    people = hit.clause.sentence.named.get("person", ())
    return hit.frame.name.startswith(ASKED) and not any(m.value.name == agent.person.name for m in people)


def says_little(hit: Hit, what: Task) -> bool:
    """Поручил провести расчёты: two words of what is done to anything say not what for."""
    said = [t for t in hit.clause.sentence.tokens if what.start <= t.start < what.end and t.text[0].isalnum()]
    return len(said) <= LITTLE and any(is_lemma(t, *ANYTHING) for t in said)


LITTLE = 2
ANYTHING = lexicon.words("kinds.instruction.evident", "anything")
