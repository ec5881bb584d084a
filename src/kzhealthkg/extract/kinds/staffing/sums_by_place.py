"""Sums of support by where staff go: ауылға – 2 млн, қалаға – 1 млн теңге; в сёлах – 5 млн, в городах – 3 млн тенге."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.staffing.cues import BENEFITS
from kzhealthkg.model import Token
from kzhealthkg.text.quotation import DASHES

VILLAGE = lexicon.words("kinds.staffing.sums_by_place", "village")
TOWN = lexicon.words("kinds.staffing.sums_by_place", "town")
LIGHT = frozenset(lexicon.words("kinds.staffing.sums_by_place", "light"))
OF_VILLAGE = ("сельский ", "городской ")
CARRIED = ("measure", "profession", "status", "date", "due", "programme")


def sums_by_place(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Return the support that the next sum of a clause is, where only the sort of settlement before it is another."""
    told = drafts[-1] if len(drafts) == 1 else None
    if told is None or "amount" not in told.slots or told.slots.get("measure") not in BENEFITS:
        return []
    sums = clause.whole.mentions("money")
    at = next((i for i, m in enumerate(sums) if m.start in told.used), None)
    if at is None or at + 1 != len(sums) - 1 or sums[at].value.value == sums[at + 1].value.value:
        return []
    tokens, first, other = clause.sentence.tokens, sums[at], sums[at + 1]
    before = tuple(t for t in tokens[clause.first : first.first])
    if not _another_sort(before, tokens[first.last : other.first]):
        return []
    draft = Draft("Staffing", {}, tokens[first.last + 1].start, other.end, "staffing-sum-by-place")
    draft.take_over(told, *CARRIED)
    if str(told.slots.get("profession", "")).startswith(OF_VILLAGE):  # сельским врачам M, городским – N
        draft.slots["profession"] = str(told.slots["profession"]).split()[-1]
    roles.quantity(draft, "amount", other)
    return [roles.finish(draft, clause, memory)]


def _another_sort(before: tuple[Token, ...], between: tuple[Token, ...]) -> bool:
    """, в городах – по: a town against a village told before, and nothing else but a dash and who goes there."""
    sorts = [kind for kind in (VILLAGE, TOWN) if any(is_lemma(t, *kind) for t in between)]
    if len(sorts) != 1 or not between or between[0].norm not in LIGHT:
        return False
    opposite = TOWN if sorts[0] is VILLAGE else VILLAGE
    rest = (t for t in between if not (t.text in DASHES or t.norm in LIGHT or is_lemma(t, *sorts[0])))
    told = any(is_lemma(t, *opposite) for t in before) and not any(is_lemma(t, *sorts[0]) for t in before)
    return told and all(t.best.form in ("part", "perf") and t.best.case in ("dat", "") for t in rest)
