"""The words of a measure as they are compared: one name for children, for surgery and for those who were examined."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft

WORD = 5
"""Letters that two forms of one word share."""
CHILDREN = frozenset(lexicon.words("extract.merge.measure_words", "children"))
SURGERY = frozenset(lexicon.words("extract.merge.measure_words", "surgery"))
EXAMINED = lexicon.words("extract.merge.measure_words", "examined")


def plain(draft: Draft) -> list[str]:
    """Return the words of a draft's measure, children and surgery under one name each."""
    words = str(draft.slots.get("measure", "")).casefold().split()
    return ["бала" if word in CHILDREN else "ота" if word in SURGERY else word for word in words]


def stems(draft: Draft, letters: int = WORD) -> set[str]:
    """Return the beginnings of the longer words of a draft's measure."""
    words = str(draft.slots.get("measure", "")).casefold().split()
    return {EXAMINED[0] if w.startswith(EXAMINED) else w[:letters] for w in words if len(w) >= WORD - 1}
