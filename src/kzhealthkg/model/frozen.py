"""A dataclass that the type checker keeps from being changed, and that is made as fast as any other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Made]) -> type[Made]:
    """Make a class a dataclass with slots that mypy takes for a frozen one.

    To refuse changes while the program runs, ``dataclass(frozen=True)`` sets every field by a call, which makes it
    four times as slow to make; an article has an object a word, and more for what is found in it.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)


class Keeping:
    """What may keep what is found of it: a ``frozen`` class of this base has a ``__dict__`` beside its slots."""
