"""A new department without a name: X ауруханасында жаңа бөлімше ашылды, в больнице X открыли новое отделение."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.kinds.service.bases import host_of

DEPARTMENTS = lexicon.words("kinds.service.unnamed", "departments")
NEW = lexicon.words("kinds.service.unnamed", "new")
BEHIND = 3


def is_new(hit: Hit, item: Phrase, memory: Memory) -> bool:
    """Whether a bare department is told as new in a facility that the clause names, and is named nowhere behind."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    head = tokens[item.head]
    if hit.frame.options.get("working") or not is_lemma(head, *DEPARTMENTS) or item.count is not None:
        return False
    before = tokens[max(clause.first, item.first - 1) : item.head]
    host = host_of(clause, item)
    hosted = host is not None and bool(host.value.name) and host.case in ("loc", "gen")
    return (
        hosted and any(is_lemma(t, *NEW) for t in before) and not _named_behind(clause.index, head.best.lemma, memory)
    )


def _named_behind(index: int, lemma: str, memory: Memory) -> bool:
    """Инсульт бөлімшесі 30 төсекке арналған: the name that one of the next sentences gives."""
    near = memory.document.sentences[index + 1 : index + 1 + BEHIND]
    named = ((s.tokens[i - 1], t) for s in near for i, t in enumerate(s.tokens) if i and lemma in t.words)
    return any(t.best.possessive or before.best.pos == "ADJ" or memory.language == "ru" for before, t in named)
