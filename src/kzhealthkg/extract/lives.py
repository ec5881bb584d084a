"""Where somebody once worked, which the story of a life names in passing."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.phrases import nouns
from kzhealthkg.extract.syntax import is_lemma
from kzhealthkg.model import Mention, Sentence


def once_worked(sentence: Sentence, mention: Mention) -> bool:
    """Ауруханада хирург болып бастаған: where somebody once worked is not what the text goes on about."""
    after = sentence.tokens[mention.last : mention.last + LIFE]
    at = next((i for i, t in enumerate(after) if t.norm in WORKED), 0)
    return mention.case == "loc" and at > 0 and is_lemma(after[at - 1], *nouns("professions", "kk"))


LIFE = 4
WORKED = frozenset(lexicon.words("extract.lives", "worked"))


def of_life(sentence: Sentence, mention: Mention) -> bool:
    """A town in the name of a facility where somebody once worked."""
    held = (
        m for m in sentence.mentions if m.type == "facility" and m.first <= mention.first and mention.last <= m.last
    )
    return any(once_worked(sentence, m) for m in held)
