"""Начала работу новая поликлиника: which facility that begins to work was not there before."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Mention

NEW = lexicon.words("kinds.works.begun_ru", "new")


def is_new(hit: Hit, mention: Mention, memory: Memory) -> bool:
    """Say whether a facility that begins to work is called new, is measured, or is one of those told to have opened."""
    clause = hit.clause
    told = _called_new(clause, mention) or _introduced(hit, mention) or _sized(clause, mention)
    return told or _among_opened(clause, memory)


def _sized(clause: Clause, mention: Mention) -> bool:
    """Кардиоцентр на 60 мест уже начал работать: how large a house is, is told of a new one."""
    for_so_many = [t.norm for t in clause.sentence.tokens[mention.last : mention.last + 1]] == ["на"]
    return for_so_many and any(m.first == mention.last + 1 for m in clause.mentions("number"))


def _called_new(clause: Clause, mention: Mention) -> bool:
    """Начали работу три новых медпункта: of a facility that has worked before nothing is told."""
    before = clause.sentence.tokens[max(clause.first, mention.first - 3) : mention.last]
    return any(is_lemma(t, *NEW) for t in before)


def _introduced(hit: Hit, mention: Mention) -> bool:
    """В селе A начала работу амбулатория: a bare sort that stands behind its verb, below a village, was not there before."""
    before = [m for m in hit.clause.mentions("place", last=hit.first) if m.value.level in SETTLEMENTS]
    return bool(before) and mention.first >= hit.last and not (mention.value.name or mention.value.plural)


def _among_opened(clause: Clause, memory: Memory) -> bool:
    """Открыли три медобъекта. В A начала работу амбулатория: one of those that were told just before to have opened."""
    latest = memory.last_draft("Works", within=1, sentence=clause.index)
    opened = latest is not None and latest.slots.get("status") == "completed" and "facilityType" not in latest.slots
    return opened and latest is not None and latest.slots.get("count", 1) > 1
