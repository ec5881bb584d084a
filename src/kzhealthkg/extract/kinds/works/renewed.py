"""A house that is only said to become new: аурухана жаңарып жатыр, where nothing tells of building or mending beside it."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.stems import Stems, begun_in
from kzhealthkg.model import Document


def only_renewed(hit: Hit, document: Document) -> bool:
    """Аурухана жаңаруда, больница обновляется. Томограф алынды: it is mended only where words of building stand near."""
    word = hit.clause.sentence.tokens[hit.last - 1].norm
    if hit.frame.name not in RENEWING or not word.startswith(OF_ITSELF) or BY_OTHERS in word:
        return False
    at = hit.clause.index
    near = document.sentences[max(0, at - 1) : at + NEAR + 1]
    return not any(begun_in(sentence) & BUILDING.bit for sentence in near)


RENEWING = frozenset({"works-renew", "works-repairing-ru"})
OF_ITSELF = lexicon.words("kinds.works.renewed", "of_itself")
(BY_OTHERS,) = lexicon.words("kinds.works.renewed", "by_others")
BUILDING = Stems(lexicon.words("kinds.works.renewed", "building"))
NEAR = 3
"""Sentences behind in which a renewal is told in detail."""
