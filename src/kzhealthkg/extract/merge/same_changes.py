"""A headline's change by as much, of an illness that the lead calls by the name of its field."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.measured_again import HEADLINE, KEPT

SAME = ("value", "unit", "change", "bound", "region")
ILLNESSES = [tuple(names.split()) for names in lexicon.words("extract.merge.same_changes", "illnesses")]
"""Beginnings of words for illnesses of one field."""


def one_change(one: Draft, other: Draft) -> bool:
    """Смертность от болезней сердца снизилась на 12%; … от болезней системы кровообращения: a headline's change."""
    early, late = sorted((one, other), key=lambda d: d.sentence)
    if early.sentence or not 0 < late.sentence < HEADLINE or "change" not in early.slots:
        return False
    same = all(early.slots.get(k) == late.slots.get(k) for k in SAME)
    said, again = (str(d.slots.get("measure", "")).casefold().split() for d in (early, late))
    akin = any(all(any(w.startswith(f) for w in words) for words in (said, again)) for f in ILLNESSES)
    return same and akin and (said[0][:KEPT] == again[0][:KEPT] or said[-1][:KEPT] == again[-1][:KEPT])
