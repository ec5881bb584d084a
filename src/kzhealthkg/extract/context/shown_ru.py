"""A building that was only shown or spoken of: министру представлен ход строительства центра крови. Готовность – 95 %."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Mention

BUILDING = lexicon.words("extract.context.shown_ru", "building")
REACH = 3
"""Words from the noun of the work to the facility, at most."""


def shown_since(memory: Memory, clause: Clause, sentence: int) -> tuple[Clause, Mention] | None:
    """Return the facility whose building was told of since a sentence that told of a work, with its sentence."""
    if clause.language != "ru":
        return None
    for at in range(clause.index - 1, sentence, -1):
        told = memory.document.sentences[at]
        named = [m for m in told.mentions if m.type == "facility" and m.value.name and not m.value.plural]
        built = [
            m for m in named if any(is_lemma(t, *BUILDING) for t in told.tokens[max(0, m.first - REACH) : m.first])
        ]
        if len(built) == 1:
            return Clause(told, at, 0, len(told.tokens), clause.language), built[0]
    return None
