"""Figures that a minister gives on a visit to a region: they are of the country unless he says that they are of the region."""

from __future__ import annotations

from itertools import takewhile

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.stems import Stems, begun_in
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.model import Document, Sentence

STATE = frozenset({"president", "prime-minister", "deputy-prime-minister", "minister", "vice-minister"})
COUNTED = frozenset({"Indicator", "Staffing", "Procurement"})
"""Kinds whose figures may be of the whole country as well as of a region."""
AREA = Stems(lexicon.words("extract.context.national_tellers", "area"))


def of_country(drafts: list[Draft], sentence: Sentence, speaker: str, memory: Memory) -> None:
    """Take the area from figures that only inherited it, where a member of the government gives them and names none."""
    inherited = [draft for draft in drafts if _placed_by_context(draft)]
    if not inherited or _local(sentence):
        return
    at = inherited[0].sentence
    teller = speaker or (memory.speakers[at - 1] if at else "")
    if teller and teller in _of_state(memory.document) and not _area_told(at, teller, memory):
        for draft in inherited:
            draft.drop(*LOCATED)


def _placed_by_context(draft: Draft) -> bool:
    placed = set(LOCATED).intersection(draft.slots)
    own = draft.kind == "Works" or "facility" in draft.slots
    return draft.kind in COUNTED and not own and bool(placed) and placed <= draft.inherited


def _local(sentence: Sentence) -> bool:
    """В области, өңірде: an area is spoken of."""
    return begun_in(sentence) & AREA.bit != 0 or "place" in sentence.named


def _area_told(at: int, teller: str, memory: Memory) -> bool:
    """Say whether the same one has spoken of an area in the sentences right before."""
    before = range(at - 1, -1, -1)
    his = takewhile(lambda i: memory.speakers[i] == teller, before)
    return any(_local(memory.document.sentences[i]) for i in his)


@once_each
def _of_state(document: Document) -> set[str]:
    """Return the names of the members of the government that an article names."""
    people = (m.value for s in document.sentences for m in s.named.get("person", ()))
    return {p.name for p in people if any(post.role in STATE for post in p.posts)}
