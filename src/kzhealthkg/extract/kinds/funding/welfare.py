"""Money for people's work, homes and old age, which departments other than health's give."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft

AIMS = tuple(tuple(phrase.split()) for phrase in lexicon.words("kinds.funding.welfare", "aims"))
"""Beginnings of the words, one behind the other, of what is no health care."""
HELP = tuple(tuple(phrase.split()) for phrase in lexicon.words("kinds.funding.welfare", "help"))
"""Beginnings of words for support, which doctors get as well."""
HELPED = lexicon.words("kinds.funding.welfare", "helped")


STAFF = Stems(lexicon.words("kinds.funding.welfare", "staff"))


def of_welfare(clause: Clause, draft: Draft) -> bool:
    """На социальные рабочие места, жастар практикасына: say whether a purpose is one of labour and social departments."""
    purpose = [word.strip("«»,.()") for word in str(draft.slots.get("purpose", "")).casefold().split()]
    if not purpose or clause.whole.opens(STAFF):
        return False
    helped = any(word.startswith(HELPED) for word in purpose)
    return _holds(purpose, AIMS) or (helped and _holds(purpose, HELP))


def _holds(words: list[str], phrases: tuple[tuple[str, ...], ...]) -> bool:
    return any(
        all(word.startswith(stem) for word, stem in zip(words[at:], phrase, strict=False))
        for phrase in phrases
        for at in range(len(words) - len(phrase) + 1)
    )
