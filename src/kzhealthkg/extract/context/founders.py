"""What somebody once founded, as the story of a life tells it: он создал систему, ол орталық құрды."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import forms, is_lemma
from kzhealthkg.extract.context.memory import Memory

FOUNDING = lexicon.words("extract.context.founders", "founding")
SOMEBODY = frozenset(lexicon.words("extract.context.founders", "somebody"))
PAST = frozenset({"past", "perf"})


def founded(hit: Hit, memory: Memory) -> bool:
    """Say whether somebody without an office set a thing up, at no time that is the article's own year."""
    spanned = hit.clause.sentence.tokens[hit.first : hit.last]
    if not any(is_lemma(t, *FOUNDING) and forms(t) & PAST for t in spanned):
        return False
    today = (memory.document.article.date or "")[:4]
    now = any(m.value.edtf[:4] == today for m in hit.clause.mentions("date"))
    return not now and _by_somebody(hit)


def _by_somebody(hit: Hit) -> bool:
    """Say whether a person or a pronoun stands before the verb as its subject, in this clause or one that it shares."""
    sentence = hit.clause.sentence
    people = (m for m in sentence.mentions if m.type == "person" and m.last <= hit.first and not m.value.posts)
    subject = next((m.last for m in people if m.case in ("nom", "")), None)
    tokens = sentence.tokens[: hit.first]
    at = next((i for i, t in enumerate(tokens) if t.norm in SOMEBODY), subject)
    return at is not None and not any(t.norm in SAID for t in tokens[at:])


SAID = frozenset(lexicon.words("extract.context.founders", "said"))
