"""Staff by place: больше всего вакансий в A – 14, в B – 12; не хватает 120 врачей, из них в A – 40."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.figured_places import Pair, figured
from kzhealthkg.extract.clause.frames import every
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.people import groups
from kzhealthkg.extract.figures.people_names import profession
from kzhealthkg.extract.kinds.staffing.cues import fits, told

VACANT = lexicon.words("kinds.staffing.by_place", "vacant")
MOST = frozenset(lexicon.words("kinds.staffing.by_place", "most"))
CARRIED = ("measure", "profession", "status", "date", "due", "programme")


def by_place(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Return one draft for each place whose own figure of staff stands right behind it."""
    if not {"place", "number"} <= clause.sentence.named.keys():
        return []
    whole = clause.whole
    taken = (memory.used, *[d.used for d in drafts])
    numbers = ((p, n) for p, n in figured(whole, 1) if n.type == "number")
    rows = [(p, n) for p, n in numbers if not any(n.start in used for used in taken)]
    if not rows or not clause.first <= rows[-1][1].first < clause.last:
        return []
    base = _told(clause, drafts, memory) or _ranked(whole, rows[0][0].first)
    if base is None or any(n.value.value >= base.slots.get("count", n.value.value + 1) for _, n in rows):
        return []
    return [_at(clause, base, row, memory) for row in rows]


def _told(clause: Clause, drafts: list[Draft], memory: Memory) -> Draft | None:
    """Return the total that the places take apart: the one told in the same sentence before them."""
    last = drafts[-1] if drafts else memory.last_draft("Staffing", within=0, sentence=clause.index)
    return last if last is not None and "amount" not in last.slots else None


def _ranked(clause: Clause, before: int) -> Draft | None:
    """Больше всего вакансий в A – 14: what of which the most is told, before the first place."""
    tokens = clause.sentence.tokens[clause.first : before]
    if not any(t.norm in MOST for t in tokens):
        return None
    named = groups(clause, clause.first, before)
    slots: dict[str, object] = {"profession": profession(named[-1])} if named else {}
    if any(is_lemma(t, *VACANT) for t in tokens):
        return Draft("Staffing", slots | {"measure": "shortage", "status": "needed"}, 0, 0, RULE)
    hit = next((h for h in every("staffing", clause) if named and h.last <= before and fits(h) and told(h)), None)
    if hit is None:
        return None
    return Draft("Staffing", slots | dict(hit.frame.slots) | {"status": told(hit)}, 0, 0, RULE)


RULE = "staffing-place"


def _at(clause: Clause, base: Draft, row: Pair, memory: Memory) -> Draft:
    place, number = row
    draft = Draft("Staffing", {}, place.start, number.end, RULE)
    draft.take_over(base, *CARRIED)
    roles.quantity(draft, "count", number)
    say_place(draft, place.value)
    return roles.finish(draft, clause, memory)
