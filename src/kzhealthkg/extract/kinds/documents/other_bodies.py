"""Agreements of bodies that have nothing to do with health."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.measures import medical

OTHERS = lexicon.words("kinds.documents.other_bodies", "others")


def of_others(draft: Draft, clause: Clause) -> bool:
    """Антикоррупционная служба и управление архитектуры: say whether a party is of another field and nothing told of health."""
    parties = " ".join(draft.slots.get("parties", ())).casefold()
    return any(word.startswith(OTHERS) for word in parties.split()) and not medical(
        clause.whole.tokens, clause.language
    )
