"""A bare sort that only its size describes, told of the one just being built: 50 төсектік аурухана жыл соңында ашылады."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.standing import may_be
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import ANYTHING, Memory
from kzhealthkg.model import FacilityValue, Mention

SIZE = frozenset(lexicon.words("extract.context.sized", "size"))
AGO = 2


def sized_again(clause: Clause, mention: Mention, memory: Memory) -> Mention:
    """Return a facility that a sentence opens with its size as one pointed to, where one of its sort is being built."""
    if clause.language != "kk" or not memory.told_any("Works") or not _only_sized(clause, mention):
        return mention
    near = [d for d in memory.recent(AGO, clause.index) if d.kind == "Works" and d.sentence < clause.index]
    told = [d for d in near if d.sentence == near[0].sentence]
    if len(told) != 1 or "count" in told[0].slots or told[0].slots.get("status") == "completed":
        return mention
    same = may_be(mention.value, FacilityValue("", str(told[0].slots.get("facilityType", ""))))
    return replace(mention, value=replace(mention.value, definite=True)) if same else mention


def _only_sized(clause: Clause, mention: Mention) -> bool:
    value = mention.value
    bare = not (value.name or value.place or value.plural or value.definite or value.count or value.type in ANYTHING)
    before = clause.sentence.tokens[: mention.first] if bare else ()
    said = bool(before) and all(t.norm in SIZE or t.best.pos == "NUM" or t.text[0].isdigit() for t in before)
    return said and not any(m.type == "place" for m in clause.sentence.mentions)
