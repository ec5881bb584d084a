"""When a house was opened or a first thing was done, told before a count, is not when that was counted."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft

OPENED = Stems(lexicon.words("kinds.indicator.opening_dates", "opened"))


def without_opening(clause: Clause, drafts: list[Draft]) -> None:
    """Центр открыли 5 мая, за месяц приняли 300 человек: take the day of the clause before from what this one counts."""
    named = clause.sentence.named.get("date", ())
    if "(" in clause.sentence.words:
        _without_bracketed(clause, drafts)
    for draft in drafts if named else []:
        _since(clause, draft)
    before = [m.value for m in named if m.last <= clause.first]
    if not before or "date" in clause.named:
        return
    dates = {said for value in before for said in (value.edtf, value.ahead, value.behind) if said}
    earlier = Clause(clause.sentence, clause.index, 0, clause.first, clause.language)
    if earlier.opens(OPENED):
        for draft in drafts:
            if draft.slots.get("date") in dates:
                draft.drop("date")


def _without_bracketed(clause: Clause, drafts: list[Draft]) -> None:
    """С основания службы (первый вылет был 1 июля 2011 года): nor is it the day that brackets tell of a beginning."""
    tokens = clause.sentence.tokens
    opening = next(i for i, t in enumerate(tokens) if t.text == "(")
    closing = next((i for i in range(opening, len(tokens)) if tokens[i].text == ")"), len(tokens))
    inside = Clause(clause.sentence, clause.index, opening, closing, clause.language)
    dates = {m.value.edtf for m in inside.mentions("date")}
    for draft in drafts if dates and inside.opens(OPENED) else []:
        if str(draft.slots.get("date", "")).removesuffix("/..") in dates:
            draft.drop("date")


def _since(clause: Clause, draft: Draft) -> None:
    """Кабинет 15 ақпаннан жұмыс істейді, бір айда 450 адам қаралды: from when on is no day, nor when a month's total was."""
    date = str(draft.slots.get("date", ""))
    start = date.removesuffix(OPEN)
    if not date or "/" in start:
        return
    sentence = clause.sentence
    found = [m for m in sentence.named["date"] if m.value.edtf.removesuffix(OPEN) == start]
    began = date != start or any(_is_ablative(clause, m.last - 1) for m in found)
    if began and _in_a_while(clause):
        draft.drop("date")
    elif began and date == start:
        draft.slots["date"] = f"{start}{OPEN}"


OPEN = "/.."


def _is_ablative(clause: Clause, at: int) -> bool:
    return clause.language == "kk" and clause.sentence.tokens[at].norm.endswith(SINCE)


def _in_a_while(clause: Clause) -> bool:
    """За месяц, бір айда, апта ішінде: say whether a clause tells in how long a time something was done."""
    if SPANS.isdisjoint(clause.words):
        return False
    pairs = pairwise(clause.tokens)
    if clause.language == "ru":
        return any(a.norm in OVER and b.norm in SPANS for a, b in pairs)
    return any((a.best.pos == "NUM" and b.norm in SPANS) or (a.norm in SPANS and b.norm in OVER) for a, b in pairs)


SINCE = lexicon.words("kinds.indicator.opening_dates", "since")
SPANS = frozenset(lexicon.words("kinds.indicator.opening_dates", "spans"))
OVER = frozenset(lexicon.words("kinds.indicator.opening_dates", "over"))
