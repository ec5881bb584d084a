"""A statement in the making: its slots, and the clean-text span that will be its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

PLACED = ("place", "district", "placeCode")
LOCATED = (*PLACED, "region")
"""Slots of where something is, without and with its region."""


@dataclass(slots=True)
class Draft:
    """One statement before its evidence is quoted; ``start`` and ``end`` count the clean text."""

    kind: str
    slots: dict[str, Any]
    start: int
    end: int
    rule: str
    sentence: int = 0
    inherited: set[str] = field(default_factory=set)
    """Slots that came from context and give way to said ones when two drafts are merged."""

    general: bool = False
    """Whether it is said of many, so that one place named elsewhere is not theirs."""
    plural: bool = False
    """Whether it is said of several whose number is not told."""
    listed: bool = False
    """Whether it is one of a list of districts that have each a work of the sort."""
    wished: bool = False
    """Whether it is only said to be needed, and nobody is told who must do it."""
    used: set[int] = field(default_factory=set)
    """Clean-text starts of the figures that the draft has taken."""

    def say(self, slot: str, value: Any) -> None:
        """Fill a slot unless the value is empty."""
        if value not in (None, "", (), []):
            self.slots[slot] = value

    def inherit(self, slot: str, value: Any) -> None:
        """Fill an empty slot from context."""
        if slot not in self.slots and value not in (None, "", (), []):
            self.slots[slot] = value
            self.inherited.add(slot)

    def take_over(self, told: Draft | None, *slots: str) -> None:
        """Fill the empty ones of some slots from a statement told before, where there is one."""
        if told is not None:
            for slot in slots:
                self.inherit(slot, told.slots.get(slot))

    def copy(self) -> Draft:
        """Return a draft that says the same and can be changed apart from this one."""
        return replace(self, slots=dict(self.slots), inherited=set(self.inherited), used=set(self.used))

    def drop(self, *slots: str) -> None:
        """Empty some slots."""
        for slot in slots:
            self.slots.pop(slot, None)

    def forget_past(self) -> None:
        """A plan takes no date over from what was done before."""
        if self.slots.get("status") == "planned" and "date" in self.inherited:
            del self.slots["date"]
            self.inherited.discard("date")

    def cover(self, start: int, end: int) -> None:
        """Widen the evidence so that it holds the span as well."""
        self.start, self.end = min(self.start, start), max(self.end, end)
