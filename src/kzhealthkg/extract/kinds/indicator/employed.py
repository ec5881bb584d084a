"""People who got work: a figure of labour offices, unless they are medics."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft

GOT_WORK = lexicon.words("kinds.indicator.employed", "got_work")
MEDICS = lexicon.words("kinds.indicator.employed", "medics")


def got_work(draft: Draft) -> bool:
    """Трудоустроено 96 человек: say whether what is counted are people of no medical calling who work now."""
    words = str(draft.slots.get("measure", "")).casefold().split()
    return any(w.startswith(GOT_WORK) for w in words) and not any(w.startswith(MEDICS) for w in words)
