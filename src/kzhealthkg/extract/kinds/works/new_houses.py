"""New houses that are only said to be needed or planned, with no word of building: ауылға жаңа емхана керек."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit

NEW = frozenset(lexicon.words("kinds.works.new_houses", "new"))
PAST = frozenset(lexicon.words("kinds.works.new_houses", "past"))
ADVERBS = frozenset(lexicon.words("kinds.works.new_houses", "adverbs"))
REACH = 3
"""Words from "new" to the house, at most."""


def not_as_new(hit: Hit) -> bool:
    """Жаңа емханаға дәрігер керек, емхана керек емес: a frame of new houses wants one right before its word, and no past."""
    if not hit.frame.options.get("fresh"):
        return False
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    at = hit.first
    while at > clause.first and tokens[at - 1].norm in ADVERBS:
        at -= 1
    house = next((m for m in clause.mentions("facility") if m.last == at and m.case == "nom"), None)
    behind = tokens[hit.last : min(clause.last, hit.last + 2)]
    if house is None or any(t.norm in PAST or t.best.negative for t in (hit.verb, *behind)):
        return True
    before = tokens[max(clause.first, house.first - REACH) : house.last]
    return not any(t.norm in NEW for t in before)
