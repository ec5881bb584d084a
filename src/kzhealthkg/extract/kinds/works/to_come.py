"""What a Kazakh article tells of years ahead of it: an end in such a year is a term, a house still being drawn is planned."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phases import phases_of
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft

DRAWN = lexicon.words("kinds.works.to_come", "drawn")
PAPERS = lexicon.words("kinds.works.to_come", "papers")
MADE = lexicon.words("kinds.works.to_come", "made")
REACH = 4
"""Words from the papers of a work to what is done with them, fewer than."""


def to_come(drafts: list[Draft], clause: Clause, memory: Memory) -> list[Draft]:
    """Return the works of a clause, those of years to come with a term instead of a date."""
    if drafts and clause.language == "kk" and _of_that_year(clause, memory):
        return [d for d in drafts if d.slots.get("status") != "completed" or "date" in d.slots]
    for draft in drafts if clause.language == "kk" else ():
        _of_years_ahead(draft, clause, str(memory.document.article.date or "")[:4])
        if draft.slots.get("status") == "underway" and "due" in draft.slots and _only_drawn(clause):
            draft.slots["status"] = "planned"  # аурухана жобалануда, құрылысы 2027 жылы аяқталады
    return drafts


def _of_years_ahead(draft: Draft, clause: Clause, written: str) -> None:
    """2025 жылы 4, 2026 жылы 5 амбулатория салу аяқталады: the year of an end that is to come."""
    date = str(draft.slots.get("date", ""))
    if not date or not written.isdigit() or date[:4] <= written or date.endswith("/.."):
        return
    done = draft.slots.get("status") == "completed"
    if done or "end" in phases_of(clause.tokens[-1:], clause.language):
        draft.drop("date")
        draft.slots["due"] = date
    if done:
        draft.slots["status"] = "planned"


def _of_that_year(clause: Clause, memory: Memory) -> bool:
    """Тарихы 1936 жылы басталады. Сол жылы амбулатория ашылды: of a year long gone that the sentence before names."""
    if THAT not in clause.words or not clause.index:
        return False
    pairs = pairwise(clause.tokens)
    written = str(memory.document.article.date or "")[:4]
    if not written.isdigit() or not any(a.norm == THAT and b.norm.startswith(YEAR) for a, b in pairs):
        return False
    before = memory.document.sentences[clause.index - 1].named.get("date", ())
    years = [str(m.value.edtf)[:4] for m in before]
    return any(year.isdigit() and int(written) - int(year) > LONG for year in years)


THAT, YEAR = "сол", "жыл"
LONG = 5
"""Years back beyond which a finished work is history."""


def _only_drawn(clause: Clause) -> bool:
    """Аурухана жобалануда, құрылысының жобасы әзірленіп жатыр: what goes on is the drawing of a house."""
    tokens = clause.sentence.tokens[: clause.last]
    papers = [i for i, t in enumerate(tokens) if t.norm.startswith(PAPERS)]
    made = any(t.norm.startswith(MADE) for i in papers for t in tokens[i + 1 : i + REACH])
    return made or any(tokens[i].norm.startswith(DRAWN) for i in papers)
