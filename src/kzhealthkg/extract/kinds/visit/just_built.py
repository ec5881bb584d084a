"""A new facility that only points to the one just told to have opened: жаңа нысанды аралады."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Mention
from kzhealthkg.model.frozen import replace

NEW = lexicon.words("kinds.visit.just_built", "new")
REACH = 3
"""Words from "new" to the noun of the facility, at most."""


def as_just_built(hit: Hit, mention: Mention, memory: Memory) -> Mention:
    """Return a bare new facility as the one that the sentence before says has opened, else as it is."""
    value, clause = mention.value, hit.clause
    bare = not (value.name or value.plural or value.count or value.place) and value.type in ("", "medical-facility")
    before = clause.sentence.tokens[max(clause.first, mention.last - REACH) : mention.last]
    if value.definite or not bare or not any(is_lemma(t, *NEW) for t in before):
        return mention
    if clause.mentions("place", last=mention.first):
        return mention
    built = memory.last_draft("Works", within=1, sentence=clause.index)
    opened = built is not None and built.slots.get("status") == "completed" and "count" not in built.slots
    return replace(mention, value=replace(value, definite=True)) if opened else mention
