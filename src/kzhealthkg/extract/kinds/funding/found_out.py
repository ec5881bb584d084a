"""Sums of what a check has found out: what was paid against the law, or written down without reason, is given for nothing."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory

FOUND = lexicon.words("kinds.funding.found_out", "found")
SUM = lexicon.words("kinds.funding.found_out", "sum")
PAID = lexicon.words("kinds.funding.found_out", "paid")
UNLAWFUL = lexicon.words("kinds.funding.found_out", "unlawful")
BACK = 2
"""Sentences of a paragraph from what was unlawful to what was paid for it, at most."""


def found_out(clause: Clause, memory: Memory) -> bool:
    """Деректер анықталып, олардың сомасы M болды; заңсыз төленгені анықталды. Қызметке M аударылған."""
    if clause.language != "kk":
        return False
    ahead = clause.sentence.tokens[: clause.first]
    if any(t.norm.startswith(SUM) for t in clause.tokens) and any(t.norm.startswith(FOUND) for t in ahead):
        return True
    if not any(t.norm.startswith(PAID) for t in clause.tokens):
        return False
    before = memory.document.sentences[max(0, clause.index - BACK) : clause.index]
    near = (s for s in before if s.paragraph == clause.sentence.paragraph)
    return any(t.norm.startswith(UNLAWFUL) for s in near for t in s.tokens)
