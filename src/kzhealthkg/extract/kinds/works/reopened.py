"""What only opens again: no word says that it was built."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document

ANEW = frozenset(lexicon.words("kinds.works.reopened", "anew"))
OPENING = lexicon.words("kinds.works.reopened", "opening")


def not_begun(draft: Draft) -> None:
    """20 жылдан бері жөндеу көрмеген емхана биыл жөнделеді: what is only planned does not go on since then."""
    planned = draft.kind == "Works" and draft.slots.get("status") == "planned"
    if planned and str(draft.slots.get("date", "")).endswith("/.."):
        draft.drop("date")


def reopened(draft: Draft, document: Document) -> None:
    """Take the type of work off what was opened again: шипажай қайта ашылды, вновь открылась поликлиника."""
    if draft.slots.get("workType") != "construction":
        return
    sentence = document.sentences[draft.sentence]
    if ANEW.isdisjoint(sentence.words):
        return
    told = [(a, b) for a, b in pairwise(sentence.tokens) if draft.start <= b.start and b.end <= draft.end]
    if any(a.norm in ANEW and is_lemma(b, *OPENING) for a, b in told):
        draft.drop("workType")
