"""Parts of a number of staff behind a dash: приняли 128 врачей, 61 из них – выпускники; из них 20 – анестезиологи."""

from __future__ import annotations

from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import of_total, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.people import groups
from kzhealthkg.extract.figures.people_names import profession
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

CARRIED = ("measure", "status", "date", "due", "region", "place", "placeCode", "district", "programme")
OF_THEM = 2


def dashed(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Return who so many of the counted staff are that a clause tells of before."""
    total = next((d for d in drafts if "count" in d.slots), None) if clause.language == "ru" else None
    if total is None or of_total.OF_THEM.isdisjoint(t.norm for t in clause.tokens):
        return []
    taken = {start for d in drafts for start in d.used}
    free = [m for m in clause.mentions("number") if m.start not in taken and _of_them(clause, m)]
    made = (_part(clause, total, m, memory) for m in free if m.value.value < total.slots["count"])
    return [draft for draft in made if draft is not None]


def _of_them(clause: Clause, number: Mention) -> bool:
    """61 из них, из них 61."""
    tokens = clause.sentence.tokens
    behind = [t.norm for t in tokens[number.last : number.last + OF_THEM]]
    before = [t.norm for t in tokens[max(0, number.first - OF_THEM) : number.first]]
    return any(len(two) == OF_THEM and two[0] == "из" and two[1] in of_total.OF_THEM for two in (behind, before))


def _part(clause: Clause, total: Draft, number: Mention, memory: Memory) -> Draft | None:
    tokens = clause.sentence.tokens
    dash = next(
        (i for i in range(number.last, min(clause.last, number.last + OF_THEM + 1)) if tokens[i].text in DASHES), None
    )
    group = next((g for g in groups(clause) if dash is not None and g.first == dash + 1), None)
    if group is None:
        return None
    draft = Draft("Staffing", {}, number.start, group.end, "staffing-dashed-ru")
    roles.quantity(draft, "count", number)
    draft.say("profession", profession(group))
    draft.take_over(total, *CARRIED)
    return roles.finish(draft, clause, memory)
