"""What opens in a house that was another's is no new building: открыли в здании бывшего санатория; бұрынғы мектеп ғимаратында орналасқан."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document, Sentence, Token

AS = frozenset(lexicon.words("kinds.works.old_houses", "as"))
FORMER = frozenset(lexicon.words("kinds.works.old_houses", "former"))
OTHERS = lexicon.words("kinds.works.old_houses", "others")
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
    if not _in_former(sentence):
        return False
    stands = any(is_lemma(t, *STANDING) for t in sentence.tokens)
    own = (m for m in sentence.named.get("facility", ()) if m.value.name and not m.value.definite)
    return stands and not any(m.first == 0 for m in own)


def _in_former(sentence: Sentence) -> bool:
    """Say whether a sentence speaks of something in a former house, where it has not been only till now."""
    tokens = sentence.tokens
    if not TILL_NOW.isdisjoint(sentence.words):
        return False
    if FORMER.isdisjoint(sentence.words):
        return any(t.norm.startswith(OTHERS) for t in tokens) and _made_of_other(tokens)
    former = [i for i, t in enumerate(tokens) if not FORMER.isdisjoint(t.words)]
    near = (tokens[j] for i in former for j in range(max(0, i - REACH + 1), min(len(tokens), i + REACH + 1)))
    return any((is_lemma(t, *HOUSES) or t.norm.startswith(OTHERS)) and t.best.case == "loc" for t in near)


def _made_of_other(tokens: Sequence[Token]) -> bool:
    """Say whether something opens in a house of another use, or such a house opens as another."""
    return any(_of_other_use(a, b) for a, b in pairwise(tokens)) or _opened_as(tokens)


def _of_other_use(one: Token, after: Token) -> bool:
    """В здании санатория, жатақхана ғимаратында: a house of another use, though nobody calls it former."""
    if after.norm.startswith(OTHERS):
        return is_lemma(one, *HOUSES) and one.best.case == "loc"
    return one.norm.startswith(OTHERS) and is_lemma(after, *HOUSES) and after.best.case == "loc"


def _opened_as(tokens: Sequence[Token]) -> bool:
    """Шипажай инфекциялық аурухана болып ашылды: a house of another use has become one that heals."""
    other = next((i for i, t in enumerate(tokens) if t.norm.startswith(OTHERS) and t.best.case == "nom"), len(tokens))
    return any(t.norm in AS for t in tokens[other + 1 :])
