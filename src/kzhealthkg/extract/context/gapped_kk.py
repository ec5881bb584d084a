"""What a Kazakh verb and noun said once are told of in other years, towns and houses: Қордайда 5, Меркіде 3 дәрігер жетіспейді."""

from __future__ import annotations

from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.when import seen_from
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

FIGURE = {"Staffing": "count", "Procurement": "count", "Training": "count", "Grant": "count", "Indicator": "value"}
"""Kinds that tell how many, with the slot that does."""
Member = tuple[Mention, Mention]
"""The year, town or house of a member, and its figure."""


def gapped_kk(drafts: list[Draft], clause: Clause) -> list[Draft]:
    """Return what is told of the members before the last one of a row, whose time or place becomes its own."""
    if clause.language != "kk" or len(clause.named.get("number", ())) < 2:
        return []
    made: list[Draft] = []
    for draft in drafts:
        row = _row(clause, draft) if draft.kind in FIGURE and "change" not in draft.slots else []
        used = {start for other in (*drafts, *made) for start in other.used}
        free = [member for member in row[:-1] if member[1].start not in used]
        if row and _moved(draft, row[-1][0]):
            _apart(row[:-1], [d for d in drafts if d is not draft and d.kind == draft.kind])
            made += [told for anchor, figure in free if (told := _like(draft, anchor, figure)) is not None]
    return made


def _row(clause: Clause, draft: Draft) -> list[Member]:
    """Return the row whose last figure is a draft's, [] where none stands before it."""
    ends = {m.last: m for m in clause.mentions("date", "place", "facility")}
    row: list[Member] = []
    for number in reversed(clause.mentions("number")):
        if not row and number.start not in draft.used:
            continue
        before = clause.sentence.tokens[number.first - 1].text in DASHES
        anchor = ends.get(number.first - before)
        if anchor is None or (row and not _joined(clause, number, anchor, row[0])):
            break
        row.insert(0, (anchor, number))
    return row if len(row) > 1 else []


def _joined(clause: Clause, number: Mention, anchor: Mention, following: Member) -> bool:
    """Say whether right behind a figure, or the noun said again behind the next, the next member begins, told like this one."""
    tokens, (after, figure) = clause.sentence.tokens, following
    behind = tokens[figure.last : figure.last + 1]
    again = any(t.best.lemma == tokens[number.last].best.lemma for t in behind)  # былтыр 60 маман, биыл 75 маман
    signs = tokens[number.last + again : after.first]
    joined = 0 < len(signs) <= 2 and all(t.norm in LIST_SIGNS or t.norm == "ал" for t in signs)
    return joined and anchor.type == after.type and (anchor.type == "date" or anchor.case == after.case)


def _moved(draft: Draft, anchor: Mention) -> bool:
    """Give the last member its own time or place; say whether it is told of it."""
    if anchor.type == "facility":
        return bool(draft.slots.get("facility", "") == anchor.value.name)
    if anchor.type == "place":
        return _set_in(draft, anchor)
    return _at(draft, anchor)


def _apart(row: list[Member], others: list[Draft]) -> None:
    """Қордайда 60 маман, Меркіде 75 маман жетіспейді: give a member that is told already its own time or place."""
    for anchor, figure in row:
        for draft in others:
            if figure.start in draft.used and anchor.type != "facility":
                _moved(draft, anchor)


def _like(draft: Draft, anchor: Mention, figure: Mention) -> Draft | None:
    """Return what a draft tells, told of another member."""
    made = draft.copy()
    made.drop("bound", "amount", FIGURE[draft.kind])
    made.used = set()
    roles.quantity(made, FIGURE[draft.kind], figure)
    made.cover(anchor.start, figure.end)
    if anchor.type == "facility":
        made.drop("facility", *LOCATED)
        made.say("facility", anchor.value.name)
        say_place(made, anchor.value.place)
        return made
    return made if (_set_in if anchor.type == "place" else _at)(made, anchor) else None


def _set_in(draft: Draft, anchor: Mention) -> bool:
    """Put a draft into a town; whence people or things come is none."""
    draft.drop(*LOCATED)
    if anchor.case == "abl" and draft.rule != "indicator-done":
        return False
    say_place(draft, anchor.value)
    return True


def _at(draft: Draft, anchor: Mention) -> bool:
    """Put a draft into a year, where it told one."""
    if "date" not in draft.slots:
        return False
    draft.slots["date"] = seen_from(draft, "date", anchor.value)
    return True
