"""Works told one by one of a number: оның бірі A ауылында, екіншісі B ауылында бой көтерді."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import hits
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.among import INHERITED, STANDING, sites
from kzhealthkg.extract.kinds.works.projects import NUMBERED
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

IDIOMS = frozenset(lexicon.words("kinds.works.ones", "idioms"))
OTHERS = frozenset({"facility", "number", "percent", "money", "person"})


def ones(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the facilities of a number told just before, each in its own place; [] where a clause tells none."""
    may_tell = memory.told_any("Works") and OTHERS.isdisjoint(clause.named) and not NUMBERED.isdisjoint(clause.words)
    starts = _starts(clause) if may_tell else []
    if len(starts) < 2:
        return []
    parts = [replace(clause, first=first, last=last) for first, last in pairwise([*starts, clause.last])]
    stands = [site for part in parts for site in _stands(part)]
    recent = memory.recent(1, clause.index)
    total = next((d for d in recent if d.kind == "Works" and d.slots.get("count", 0) >= len(parts)), None)
    if total is None or len(stands) != len(parts):
        return []
    said = next((status(clause, h.last - 1) for h in hits("works", clause)), "")
    return [_one(clause, site, total, said, memory) for site in stands]


def _starts(clause: Clause) -> list[int]:
    """Return where each of them is told: at бірі, екіншісі, or right behind the dash after the first."""
    tokens, first = clause.sentence.tokens, clause.first
    dashed = first > 1 and tokens[first - 1].text in DASHES and tokens[first - 2].norm in NUMBERED
    return [first] * dashed + [i for i in range(first, clause.last) if tokens[i].norm in NUMBERED]


def _stands(part: Clause) -> list[Mention]:
    """Return the place of one of them, where its part of the clause says no more than that it stands there."""
    found = [m for m in sites(part) if m.case == "loc"]
    if len(found) != 1:
        return []
    rest = part.sentence.tokens[found[0].last : part.last]
    bare = all(not t.text[0].isalpha() or t.norm in IDIOMS or is_lemma(t, *STANDING) for t in rest)
    return found if bare else []


def _one(clause: Clause, site: Mention, total: Draft, said: str, memory: Memory) -> Draft:
    draft = Draft("Works", {}, site.start, site.end, "works-one")
    draft.take_over(total, "facilityType", *INHERITED)
    if said:
        draft.slots["status"] = said
    say_place(draft, site.value)
    return roles.finish(draft, clause, memory)
