"""What opens in a house that was another's is no new building: открыли в здании бывшего санатория; бұрынғы мектеп ғимаратында орналасқан."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document, Sentence

FORMER = frozenset(lexicon.words("kinds.works.old_houses", "former"))
HOUSES = lexicon.words("kinds.works.old_houses", "houses")
STANDING = lexicon.words("kinds.works.old_houses", "standing")
TILL_NOW = frozenset(lexicon.words("kinds.works.old_houses", "till_now"))
REACH = 4
"""Words between "former" and the house that is meant, at most."""


def in_old_house(draft: Draft, document: Document) -> None:
    """Call a conversion what opens in a former house, by its own sentence or by the one behind it."""
    slots = draft.slots
    if draft.kind != "Works" or slots.get("workType") != "construction" or slots.get("count", 1) != 1:
        return
    sentences, at = document.sentences, draft.sentence
    if _in_former(sentences[at]) or (at + 1 < len(sentences) and _stands_in_former(sentences[at + 1])):
        slots["workType"] = "conversion"


def _stands_in_former(sentence: Sentence) -> bool:
    """Ол бұрынғы шипажайдың ғимаратында орналасқан, он располагается в здании бывшей школы: of no other house."""
    if FORMER.isdisjoint(sentence.words) or not _in_former(sentence):
        return False
    stands = any(is_lemma(t, *STANDING) for t in sentence.tokens)
    own = (m for m in sentence.named.get("facility", ()) if m.value.name and not m.value.definite)
    return stands and not any(m.first == 0 for m in own)


def _in_former(sentence: Sentence) -> bool:
    """Say whether a sentence speaks of something in a former house, where it has not been only till now."""
    if FORMER.isdisjoint(sentence.words) or not TILL_NOW.isdisjoint(sentence.words):
        return False
    tokens = sentence.tokens
    former = [i for i, t in enumerate(tokens) if not FORMER.isdisjoint(t.words)]
    near = (tokens[j] for i in former for j in range(max(0, i - REACH + 1), min(len(tokens), i + REACH + 1)))
    return any(is_lemma(t, *HOUSES) and t.best.case == "loc" for t in near)
