"""Terms of the past that were not kept: должны были сдать в мае, обещали закончить к лету."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention


def was_due(clause: Clause, date: Mention) -> bool:
    """Должны были сдать в мае, однако …: a term of the past that was not kept."""
    before = clause.sentence.tokens[max(0, date.first - DUE_REACH) : date.first]
    return any(is_lemma(t, *DUE) for t in before) and any(is_lemma(t, "быть") for t in before)


def not_kept(clause: Clause, date: Mention, today: str) -> bool:
    """Обещали закончить в мае, завершат к декабрю: a term once promised that has passed, or that a later one follows."""
    if clause.language != "ru" or PROMISED.isdisjoint(clause.sentence.words):
        return False
    before = clause.sentence.tokens[max(0, date.first - DUE_REACH) : date.first]
    promised = any(is_lemma(t, *PROMISING) and t.best.form == "past" for t in before)
    later = any(m.type == "date" and m.first > date.last for m in clause.sentence.mentions)
    return promised and (later or date.value.edtf.rpartition("/")[2] < today[: len(date.value.edtf)])


DUE_REACH = 4
PROMISING = lexicon.words("extract.context.old_terms", "promising")
PROMISED = frozenset(PROMISING)


DUE = lexicon.words("extract.context.old_terms", "due")


def of_term(clause: Clause, date: Mention) -> bool:
    """Срок сдачи – май 2025 года, со сроком завершения в декабре: a date right behind the word for a term."""
    if clause.language != "ru" or TERM not in clause.sentence.words:
        return False
    return any(is_lemma(t, TERM) for t in clause.sentence.tokens[max(0, date.first - DUE_REACH) : date.first])


TERM = "срок"
