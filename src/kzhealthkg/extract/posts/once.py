"""Each office of a person once an article, by its fullest words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft

VAGUE = 2
"""Words in "аудан әкімдігі", which names no district."""
SINGLE = frozenset({"president", "prime-minister", "minister", "vice-minister", "akim", "deputy-akim", "deputy"})
"""Roles that a person holds in one body only, so that its name said in another way is the same office."""


def _vagueness(draft: Draft) -> int:
    """Return how little of a body an office names: 0 for a name, 1 for "аудан әкімдігі", 2 for nothing."""
    body = str(draft.slots.get("organization", ""))
    return 2 if not body else int(len(body.split()) <= VAGUE and body.endswith("әкімдігі") and body[:1].islower())


def once(drafts: Sequence[Draft]) -> list[Draft]:
    """Keep the fullest draft of every office of a person; an office without a body gives way to one with it."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.kind, _vagueness(d), d.start)):
        other = next((o for o in kept if _same(draft, o)), None)
        if other is None:
            kept.append(draft)
        elif draft.kind == other.kind == "Appointment" and "date" not in other.slots:
            other.say("date", draft.slots.get("date"))  # X ушёл. Указом от 20 мая X освобождён
    return sorted(kept, key=lambda d: (d.start, d.end))


def _same(draft: Draft, other: Draft) -> bool:
    for slot in ("person", "role", "change"):
        if draft.slots.get(slot) != other.slots.get(slot):
            return False
    body, known = draft.slots.get("organization", ""), other.slots.get("organization", "")
    return not body or draft.slots.get("role") in SINGLE or _key(body) == _key(known) or _holds(body, known)


def _key(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower())) - _forms()


@cache
def _forms() -> frozenset[str]:
    """Return the legal forms, which tell no body from another."""
    return frozenset(row["word"].lower() for row in lexicon.table("organisations") if row["kind"] == "form")


def _holds(body: str, known: str) -> bool:
    return bool(known) and (_within(body, known) or _within(known, body))


def _within(short: str, long: str) -> bool:
    """Say whether every word of one name is in another, or is the first letters of its words: бюро ВОЗ."""
    letters = "".join(word[0] for word in re.findall(r"\w+", long.lower()))
    initials = {w.lower() for w in re.findall(r"\b[А-ЯЁӘІҢҒҮҰҚӨҺ]{2,}\b", short) if w.lower() in letters}
    return _key(short) <= _key(long) | initials
