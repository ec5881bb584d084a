"""Names of bodies that begin before their conjunction: Ядролық медицина және онкология орталығының директоры."""

from __future__ import annotations

from kzhealthkg.extract.clause.groups import AND
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document, Sentence

REACH = 3
"""Words from a conjunction back to the capital that a name begins with, at most."""


def with_whole_names(drafts: list[Draft], document: Document) -> list[Draft]:
    """Return the drafts of offices, with the whole name of the house of which a name is the end, or without a cut one."""
    for draft in drafts:
        name = str(draft.slots.get("organization", ""))
        if not name[:1].islower():
            continue
        sentence = document.sentences[draft.sentence]
        held = [m for m in sentence.named.get("facility", ()) if m.start < draft.start < m.end]
        if held and held[0].value.name.endswith(name):
            draft.say("organization", held[0].value.name)
        elif _is_cut(draft, sentence):
            draft.drop("organization")
    return drafts


def _is_cut(draft: Draft, sentence: Sentence) -> bool:
    """Say whether a conjunction stands right before an office, and before that a name of no person or place."""
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.start >= draft.start), 0) - 1
    if at < 1 or tokens[at].norm not in AND:
        return False
    held = {i for m in sentence.mentions if m.type in NAMED for i in range(m.first, m.last)}
    before = range(max(1, at - REACH), at)
    return at - 1 not in held and any(tokens[i].text[0].isupper() and i not in held for i in before)


NAMED = frozenset({"person", "place", "facility", "organization"})
