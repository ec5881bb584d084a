"""Works that are not health's alone: социальные объекты."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import measures
from kzhealthkg.model import Mention, Quantity


def of_all_sorts(clause: Clause, mention: Mention, memory: Memory) -> bool:
    """Строительство двух социальных объектов: not health's alone, unless as many were told of before."""
    count = mention.value.count
    generic = mention.value.type in ("", "medical-facility") and not mention.value.name
    if count is not None and generic and (_named_for_others(clause, mention) or beside_others(clause)):
        return True
    if count is None or int(count.value) in {d.slots.get("count") for d in memory.drafts if d.kind == "Works"}:
        return False
    before = clause.sentence.tokens[max(clause.first, mention.first - 3) : mention.last]
    social = any(t.best.lemma == "социальный" for t in before)
    return social or (not mention.value.type and _social_elsewhere(memory, count))


OTHERS = lexicon.words("kinds.works.sectors", "others")
OF_OTHERS = frozenset(OTHERS)
AROUND = 8
"""Words from a bare object to what it is for, at most."""


def _named_for_others(clause: Clause, mention: Mention) -> bool:
    """12 объектов образования и здравоохранения, 6 объектов для снабжения водой: what says whose they are names another sector."""
    if not any(is_lemma(t, *OTHERS) for t in clause.tokens):
        return False
    tokens = clause.sentence.tokens
    own = list(tokens[mention.first : mention.last])
    for token in () if mention.value.type else tokens[mention.last : min(clause.last, mention.last + AROUND)]:
        if token.best.pos == "PUNCT" or token.best.form:
            break
        own.append(token)
    return any(is_lemma(t, *OTHERS) for t in own)


def for_others(clause: Clause) -> bool:
    """Ауыз сумен қамту үшін 6 нысан салынды: say whether a clause with bare objects names the sector that they are for."""
    return not OF_OTHERS.isdisjoint(clause.words) and not measures.medical(clause.tokens, clause.language)


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
