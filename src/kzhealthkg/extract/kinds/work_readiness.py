"""How far a work has got: Нысанның дайындығы 70 %-ға жетті."""

from __future__ import annotations

from kzhealthkg.extract import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit
from kzhealthkg.extract.kinds.work_drafts import AGAIN, name
from kzhealthkg.extract.memory import Memory


def _for_another(hit: Hit) -> bool:
    """Жүктілікке дайындықпен қамту, қысқа дайындық: what is made ready is no building."""
    before = hit.clause.sentence.tokens[hit.first - 1 : hit.first] if hit.first > hit.clause.first else ()
    measured = any(m.last == hit.first for m in hit.clause.mentions("percent"))  # 58 пайызға дайын
    aimed = not measured and any(t.best.case == "dat" and t.best.pos == "NOUN" for t in before)
    return hit.clause.language == "kk" and (hit.verb.best.case == "ins" or aimed)


def readiness(hit: Hit, memory: Memory) -> list[Draft]:
    """Нысанның дайындығы 70 %-ға жетті: progress of the work named last."""
    clause = hit.clause
    percents = clause.mentions("percent")
    if not percents or _for_another(hit):
        return []
    named = [m for m in clause.mentions("facility") if not m.value.definite]
    latest = memory.last_draft("Works", within=3, sentence=clause.index)
    start = clause.sentence.tokens[clause.first].start
    draft = Draft("Works", dict(hit.frame.slots), start, clause.sentence.tokens[clause.last - 1].end, hit.frame.name)
    if named:
        facility = memory.resolve(named[-1].value)
        name(draft, facility)
        roles.place(draft, facility.place or roles.nearest_place(clause, named[-1].first))
    elif latest is not None:
        draft.slots.update({k: v for k, v in latest.slots.items() if k in AGAIN})
    elif memory.facilities:
        name(draft, memory.facilities[-1])
        roles.place(draft, memory.facilities[-1].place)
    else:
        return []
    roles.quantity(draft, "percent", percents[0])
    draft.say("status", "underway" if draft.slots["percent"] < 100 else "completed")
    return [roles.finish(draft, clause, memory)]
