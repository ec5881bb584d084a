"""Facilities that are needed in Russian: нам нужна новая поликлиника в A, селу необходима новая больница."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.lists_ru import preposition
from kzhealthkg.extract.clause.status_ru import denied
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.sites_ru import sites
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.drafts_ru import drafted
from kzhealthkg.model import Mention

NEW = lexicon.words("kinds.works.needs_ru", "new")
REACH = 3


def needed(hit: Hit, memory: Memory) -> list[Draft]:
    """Return the new facility that a word of need is said of."""
    clause = hit.clause
    found = [m for m in clause.mentions("facility") if _is_new(hit, m) and not preposition(clause, m)]
    if len(found) != 1 or denied(clause, hit.verb):
        return []
    places = sites(clause, found)[0] or ([found[0].value.place] if found[0].value.place else [])
    where = places[0] if len(places) == 1 else None
    return [drafted(hit, found[0], found[0].value, where, "needed", memory)]


def _is_new(hit: Hit, mention: Mention) -> bool:
    """The facility stands right beside the word of need, and "new" before it or in it."""
    tokens = hit.clause.sentence.tokens
    near = -REACH <= hit.first - mention.last <= 1 if mention.last <= hit.first else mention.first - hit.last <= REACH
    before = tokens[max(hit.clause.first, mention.first - REACH) : mention.last]
    return near and not mention.value.plural and any(is_lemma(t, *NEW) for t in before)
