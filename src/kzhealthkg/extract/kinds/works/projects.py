"""Works that only an apposition names: жобалардың бірі – F; ашылған нысандардың соңғысы – F."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import hits
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import QUOTING, Clause, forms, is_lemma
from kzhealthkg.extract.clause.themes import PARTICIPLE
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import nearest_place, say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.drafts import say_name
from kzhealthkg.model import Mention

ORDINALS = frozenset(lexicon.words("kinds.works.projects", "ordinals"))
NUMBERED = ORDINALS - {"тағы"}
TRAIL = ORDINALS.union(lexicon.words("kinds.works.projects", "trailing"))
"""What may stand behind the name of one of several projects."""
PROJECTS = lexicon.words("kinds.works.projects", "projects")


def project(clause: Clause, memory: Memory) -> list[Draft]:
    """Жобалардың бірі – F, ашылған нысандардың бірі – F: a thing that only its apposition names."""
    tokens = clause.sentence.tokens
    if not clause.first or tokens[clause.first - 1].text not in "–—-":
        return []
    if "facility" not in clause.named and tokens[clause.first - 2].norm not in NUMBERED:
        return []
    last = next((i for i in range(clause.first, clause.last) if tokens[i].norm in QUOTING), clause.last)
    named = [m for m in clause.mentions("facility") if all(t.norm in TRAIL for t in tokens[m.last : last])]
    said = _said_before(clause) if named else ""
    if not said:
        return one_of_them(clause, named, last, memory)
    facility = memory.resolve(named[0].value)
    if not (facility.name or facility.type):
        return []
    start = tokens[clause.first].start
    draft = Draft("Works", {"workType": "construction", "status": said}, start, named[0].end, "works-project")
    _say_thing(draft, clause, named[0], memory)
    return [roles.finish(draft, clause, memory)]


def one_of_them(clause: Clause, named: list[Mention], last: int, memory: Memory) -> list[Draft]:
    """Екі нысан салынуда. Бірі – F, екіншісі – X ауылында: each of the things told just before, named or placed."""
    tokens = clause.sentence.tokens
    counted = (d for d in memory.recent(1, clause.index) if d.kind == "Works" and d.slots.get("count", 0) > 1)
    total = next(counted, None) if tokens[clause.first - 2].norm in NUMBERED else None
    if total is None:
        return []
    trail = TRAIL | {"."}
    places = [
        m for m in clause.mentions("place") if m.case == "loc" and all(t.norm in trail for t in tokens[m.last : last])
    ]
    thing = named[0] if named and named[0].case == "nom" and named[0].value.count is None else None
    if thing is None and not places:
        return []
    span = tokens[clause.first].start, (thing or places[0]).end
    draft = Draft("Works", {"workType": total.slots["workType"]}, *span, "works-one")
    draft.take_over(total, "status")
    if thing is not None:
        _say_thing(draft, clause, thing, memory)
    else:
        draft.take_over(total, "facilityType")
        say_place(draft, places[0].value)
    return [roles.finish(draft, clause, memory)]


def _say_thing(draft: Draft, clause: Clause, thing: Mention, memory: Memory) -> None:
    """Say which facility a work is on, and where that is."""
    facility = memory.resolve(thing.value)
    where = facility.place or nearest_place(clause, thing.first)
    say_name(draft, memory.remember_place(facility, where))
    say_place(draft, where)


def _said_before(clause: Clause) -> str:
    """Return the status that the words before the dash give: a project is planned, ашылған is completed."""
    tokens = clause.sentence.tokens
    if any(is_lemma(t, *PROJECTS) for t in tokens[max(0, clause.first - 4) : clause.first]):
        return "planned"
    ordinal = any(t.norm in ORDINALS for t in tokens[max(0, clause.first - 2) : clause.first])
    whole = replace(clause, first=0, last=clause.first)
    cues = [h for h in hits("works", whole) if forms(h.verb) & PARTICIPLE] if ordinal else []
    return status(whole, cues[0].last - 1, cues[0].last) if cues else ""
