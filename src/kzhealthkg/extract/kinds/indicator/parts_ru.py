"""Parts of a Russian figure that an adjective or a preposition tells: из них 300 — недоношенные, 310 — из сёл."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.model import Mention

OPENINGS = tuple(tuple(phrase.split()) for phrase in lexicon.words("kinds.indicator.parts_ru", "openings"))
DASHES = frozenset("–—-")
LONGEST = 6
"""Words in the longest addition that a preposition begins."""


def parts(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Return the part of the figure before it that a clause tells behind "из них", "среди них"."""
    opened = _opened(clause) if clause.language == "ru" and drafts else None
    if opened is None:
        return []
    figure = next((m for m in clause.mentions("number") if m.first in (opened, opened + 2)), None)
    others = [d for d in drafts if figure is not None and figure.start not in d.used]
    totals = [d for d in others if d.start < clause.sentence.tokens[opened].start and _is_stock(d)]
    if figure is not None and totals and (date := _dated(clause, figure)) is not None:
        return [_of_year(clause, figure, date, totals[-1], memory)]
    measure = _told(clause, opened, figure, str(totals[-1].slots["measure"])) if figure and totals else ""
    if figure is None or not measure:
        return []
    drafts[:] = others  # проведённые из них лапароскопических
    return [_part(clause, figure, measure, totals[-1], memory)]


def _dated(clause: Clause, figure: Mention) -> Mention | None:
    """Из них 41 — в 2018 году: return the date that is all that is told of a part."""
    tokens = clause.sentence.tokens
    first = figure.last + (figure.last < clause.last and tokens[figure.last].text in DASHES)
    found = (m for m in clause.mentions("date", first=figure.last) if 0 <= m.first - first <= 1)
    return next((m for m in found if m.last >= clause.last or tokens[m.last].text in ",.;"), None)


def _of_year(clause: Clause, figure: Mention, date: Mention, total: Draft, memory: Memory) -> Draft:
    if total.slots.get("date") == date.value.edtf:
        total.drop("date")
    part = _part(clause, figure, str(total.slots["measure"]), total, memory)
    part.slots["date"] = date.value.edtf
    return part


def _is_stock(draft: Draft) -> bool:
    """Say whether a draft counts things that parts may be of: no change and nothing in percent or days."""
    return "measure" in draft.slots and not {"change", "unit"} & draft.slots.keys()


def _part(clause: Clause, figure: Mention, measure: str, total: Draft, memory: Memory) -> Draft:
    draft = Draft("Indicator", {"measure": measure}, figure.start, clause.tokens[-1].end, "indicator-part-ru")
    roles.quantity(draft, "value", figure)
    draft.cover(total.start, figure.end)
    draft.take_over(total, *LOCATED, "date")
    return roles.finish(draft, clause, memory, completion=False, near=figure.first)


def _opened(clause: Clause) -> int | None:
    """Return where the words that open a part end; the first of them in the clause."""
    norms = [t.norm for t in clause.sentence.tokens[: clause.last]]
    for at in range(clause.first + 1, clause.last):
        for phrase in OPENINGS:
            if tuple(norms[at : at + len(phrase)]) == phrase:
                return at + len(phrase)
    return None


def _told(clause: Clause, at: int, figure: Mention, whole: str) -> str:
    """Return the measure of a part, "" where neither an adjective nor a preposition tells it."""
    tokens = clause.sentence.tokens
    if figure.first == at + 2:  # лапароскопических — 480
        return _described(clause, at, whole) if tokens[at + 1].text in DASHES else ""
    if figure.last >= clause.last:
        return ""
    first = figure.last + (tokens[figure.last].text in DASHES)
    if first > figure.last and first < clause.last and tokens[first].best.pos == "ADP":
        return _added(clause, first, whole)
    alone = first + 1 >= clause.last or tokens[first + 1].text in ",.;"
    return _described(clause, first, whole) if alone and first < clause.last else ""


def _described(clause: Clause, at: int, whole: str) -> str:
    """Return a measure with the adjective of its part: родившиеся недоношенные дети."""
    token, words = clause.sentence.tokens[at], whole.split()
    plural = token.best.pos == "ADJ" and token.norm.endswith(PLURAL)
    if not plural or not 0 < len(words) <= 2:
        return ""
    return " ".join([*words[:-1], f"{token.norm[:-1]}е", words[-1]])


PLURAL = ("ые", "ие", "ых", "их")


def _added(clause: Clause, first: int, whole: str) -> str:
    """Return a measure with what a preposition tells of its part: пролеченные дети из сельских районов."""
    tokens = clause.sentence.tokens
    last = next((i for i in range(first, clause.last) if tokens[i].text in ",.;"), clause.last)
    held = clause.mentions("number", "percent", "money", "date", first=first, last=last)
    short = 1 < last - first <= LONGEST and not held
    return f"{whole} {clause.text(first, last)}" if short and whole else ""
