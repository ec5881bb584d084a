"""Services that work from a day on that is still to come: 1 қыркүйектен бастап кабинет жұмыс істейді, с 1 июля работает."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.when import since


def begins_later(clause: Clause, memory: Memory) -> bool:
    """Say whether the time since which something works is behind the day of the article."""
    today = memory.document.article.date or ""
    starts = [m.value.edtf.partition("/")[0] for m in clause.mentions("date") if since(clause, m)]
    return bool(today) and any(start > today[: len(start)] for start in starts)


def by_plan(clause: Clause) -> bool:
    """Жоба бойынша орталықта зертхана жұмыс істейді: how it will be, when the house stands."""
    near = pairwise(t.norm for t in clause.whole.tokens) if clause.whole.says(*PLANS) else ()
    return any(pair in BY_PLAN for pair in near)


BY_PLAN = frozenset((p.split()[0], p.split()[1]) for p in lexicon.words("kinds.service.to_begin", "by_plan"))
PLANS = frozenset(word for pair in BY_PLAN for word in pair)
