"""Works that are not health's alone: социальные объекты."""

from __future__ import annotations

from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import measures
from kzhealthkg.model import Mention, Quantity


def of_all_sorts(clause: Clause, mention: Mention, memory: Memory) -> bool:
    """Строительство двух социальных объектов: not health's alone, unless as many were told of before."""
    count = mention.value.count
    if count is not None and not mention.value.type and beside_others(clause):
        return True
    if count is None or int(count.value) in {d.slots.get("count") for d in memory.drafts if d.kind == "Works"}:
        return False
    before = clause.sentence.tokens[max(clause.first, mention.first - 3) : mention.last]
    social = any(t.best.lemma == "социальный" for t in before)
    return social or (not mention.value.type and _social_elsewhere(memory, count))


def beside_others(clause: Clause) -> bool:
    """Сауда орындары мен дәмханалар, барлығы 4 мың мекеме: bare objects beside those of another sector."""
    tokens = clause.sentence.tokens
    others = any("other" in measures.sorts(clause, i) for i in range(clause.first, clause.last))
    return others and not measures.medical(tokens[clause.first : clause.last], clause.language)


def _social_elsewhere(memory: Memory, count: Quantity) -> bool:
    """Строят 27 новых объектов, … 27 социальных объектов: the same ones are not health's alone."""
    return any(
        m.type == "number" and m.value.value == count.value and is_lemma(s.tokens[m.last], "социальный")
        for s in memory.document.sentences
        for m in s.mentions
        if m.last < len(s.tokens)
    )
