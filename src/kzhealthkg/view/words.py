"""Kinds, slots, values and reasons in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kzhealthkg.messages import say
from kzhealthkg.shown import Reason
from kzhealthkg.view.tables import grouped
from kzhealthkg.vocab import CODE_SLOTS, CONCEPT_SLOTS, NUMBERS, decimal_text

_CODES = {("Staffing", "measure"): "measure", ("Capacity", "unit"): "capacity-unit"}
_NAMED = {"region": "region", "programme": "programme"}


@dataclass(frozen=True, slots=True)
class Words:
    """What things are called in one language: ``labels`` by name ("Works", "status/planned", "region/KZ-15")."""

    language: str
    labels: Mapping[str, str]

    def say(self, key: str, /, **values: object) -> str:
        """Return a message in the reader's language."""
        return say(self.language, key, **values)

    def name(self, term: str) -> str:
        """Return the label of a kind or slot, its first letter a capital."""
        label = self.labels.get(term, term)
        return label[:1].upper() + label[1:]

    def slot(self, slot: str) -> str:
        """Return the label of a slot."""
        return self.labels.get(slot, slot)

    def value(self, kind: str, slot: str, value: Any) -> str:
        """Return the value of a slot as people write it."""
        if isinstance(value, bool):
            return self.say("word.yes" if value else "word.no")
        if isinstance(value, list | tuple):
            return "; ".join(str(v) for v in value)
        if slot in NUMBERS:
            return _number(value)
        scheme = _CODES[kind, slot] if (kind, slot) in CODE_SLOTS else CONCEPT_SLOTS.get(slot) or _NAMED.get(slot)
        return self.labels.get(f"{scheme}/{value}", str(value))

    def slots(self, kind: str, slots: Mapping[str, Any]) -> str:
        """Return slots and values as one line."""
        return "; ".join(f"{self.slot(slot)}: {self.value(kind, slot, value)}" for slot, value in slots.items())

    def reason(self, reason: Reason) -> tuple[str, str]:
        """Return which kind and frame was nearest, and what it lacked."""
        head = self.name(reason.kind) if reason.kind else self.say("why.none")
        cue = f" «{reason.cue}»" if reason.cue else ""
        lacks = (self.say(f"why.{code.replace(':', '.')}") for code in reason.lacks)
        return f"{head}{cue}", "; ".join(lacks)


def _number(value: Any) -> str:
    try:
        return grouped(decimal_text(value))
    except (ArithmeticError, TypeError, ValueError):
        return str(value)
