"""What a capacity may not take from the article at large: the town of a house that has a name of its own."""

from __future__ import annotations

from kzhealthkg.extract.draft import PLACED, Draft


def without_guess(draft: Draft) -> None:
    """Аудандық аурухана 90 төсекке арналған: a house with a name stands where its name or its sentence says, or nobody knows."""
    if draft.kind == "Capacity" and "facility" in draft.slots and "place" in draft.inherited:
        draft.drop(*PLACED)
