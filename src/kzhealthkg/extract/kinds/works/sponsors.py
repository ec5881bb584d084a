"""Whose money a sponsor's is: демеуші салған емхана beside investment, or a partnership, is no charity."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft

SPONSOR = lexicon.words("kinds.works.sponsors", "sponsor")
INVESTED = lexicon.words("kinds.works.sponsors", "invested")
NEAR = 2
"""Sentences around a sponsor that tell what his money is, at most."""


def sponsored(drafts: list[Draft], memory: Memory) -> None:
    """Leave out the charity of a sponsor where the sentences around tell of an investment."""
    for draft in drafts:
        if draft.slots.get("source") != "charity":
            continue
        sentences = memory.document.sentences
        own = sentences[draft.sentence]
        near = sentences[max(0, draft.sentence - NEAR) : draft.sentence + NEAR + 1]
        sponsor = any(t.norm.startswith(SPONSOR) for t in own.tokens)
        if sponsor and any(t.norm.startswith(INVESTED) for s in near for t in s.tokens):
            draft.drop("source")
