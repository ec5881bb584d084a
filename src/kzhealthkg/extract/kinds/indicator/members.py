"""Members behind оның ішінде that name bare people: they are of the sort that the whole before them is of, and none without one."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures

WITHIN = frozenset(lexicon.words("kinds.indicator.members", "within"))
COUNT = lexicon.words("kinds.indicator.members", "count")[0]
SEXES = frozenset(lexicon.words("kinds.indicator.members", "sexes"))
PLURAL = lexicon.words("kinds.indicator.members", "plural")
WHO = lexicon.words("kinds.indicator.members", "who")
AGE = lexicon.words("kinds.indicator.members", "age")
ENDING = len(PLURAL[0])


def of_whole(clause: Clause, drafts: list[Draft], memory: Memory) -> None:
    """Дертпен ауыратындар саны 20%-ға, соның ішінде балалар саны 11%-ға өсті: the children are ill with it too."""
    if clause.language != "kk" or WITHIN.isdisjoint(clause.sentence.words):
        return
    for draft in [d for d in drafts if _counts_people(str(d.slots["measure"])) and _behind(clause, d)]:
        whole = _whole(draft, drafts, memory)
        if whole is None:
            drafts.remove(draft)
        elif _bare(str(draft.slots["measure"])) and (sort := _sort(str(whole.slots["measure"]))):
            draft.slots["measure"] = f"{sort} {draft.slots['measure']}"


def _bare(measure: str) -> bool:
    """Say whether a measure tells no more of people than their age: 14 жасқа дейінгі балалар саны."""
    first, *words = measure.split()[:-2] or [""]
    return not first or (first.isdigit() and len(words) == AGED and words[0].startswith(AGE))


AGED = 2
"""Words behind the figure of an age."""


def _counts_people(measure: str) -> bool:
    words = measure.split()
    return len(words) > 1 and words[-1] == COUNT and _people(words[-2])


def _people(word: str) -> bool:
    one = word.casefold()
    one = one[:-ENDING] if one.endswith(PLURAL) else one
    return one in measures.of_sort("people", "kk") or one in SEXES


def _behind(clause: Clause, draft: Draft) -> bool:
    return any(t.norm in WITHIN and t.end + 1 == draft.start for t in clause.sentence.tokens)


def _whole(draft: Draft, drafts: list[Draft], memory: Memory) -> Draft | None:
    before = [
        d for d in (*memory.recent(1, draft.sentence), *drafts) if d.kind == "Indicator" and d.start < draft.start
    ]
    return max(before, key=lambda d: d.start, default=None)


def _sort(measure: str) -> str:
    """Return what the people of a whole are like, "" where it counts none or says nothing of them."""
    words = measure.split()
    words = words[:-1] if words[-1:] == [COUNT] else words
    befallen = bool(words) and words[-1].endswith(WHO)
    if not befallen and (len(words) < 2 or not _people(words[-1])):
        return ""
    said = " ".join([*words[:-1], words[-1][:-ENDING]] if befallen else words[:-1])
    return said if said[1:2].isupper() else f"{said[:1].lower()}{said[1:]}"
