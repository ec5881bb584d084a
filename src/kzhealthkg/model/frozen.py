"""Dataclasses that the type checker keeps from being changed, made as fast as any other, and what such a one may keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, Generic, TypeVar, dataclass_transform, overload

Made = TypeVar("Made")
Owner = TypeVar("Owner")
Found = TypeVar("Found")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Made]) -> type[Made]:
    """Make a class a dataclass with slots that mypy takes for a frozen one.

    To refuse changes while the program runs, ``dataclass(frozen=True)`` sets every field by a call, which makes it
    four times as slow to make; an article has an object a word, and more for what is found in it.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)


def replace(made: Made, **changes: Any) -> Made:
    """Return a copy with some fields changed, as ``dataclasses.replace`` does, for what is changed by the hundred.

    It reads all fields at once and asks none of them how it is made, which is three times as fast.
    """
    kind: Any = type(made)
    read, places = _fields(kind)
    values = [*read(made)]
    for name, value in changes.items():
        values[places[name]] = value
    copy: Made = kind(*values)
    return copy


@cache
def _fields(kind: type) -> tuple[Callable[[Any], tuple[Any, ...]], dict[str, int]]:
    """Return what reads the fields of a class, two at least, and where each of them stands."""
    names = [each.name for each in fields(kind)]
    return attrgetter(*names), {name: at for at, name in enumerate(names)}


class Keeping:
    """What may keep what is found of it: a ``frozen`` class of this base has a ``__dict__`` beside its slots."""


class once(Generic[Owner, Found]):  # noqa: N801 - written like the property that it is
    """A method as a property, called once for each object that has a ``__dict__``.

    Before Python 3.12 ``functools.cached_property`` takes a lock for every object, which costs more than most answers.
    """

    def __init__(self, find: Callable[[Owner], Found]) -> None:
        self._find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> once[Owner, Found]: ...

    @overload
    def __get__(self, instance: Owner, owner: type) -> Found: ...

    def __get__(self, instance: Any, owner: type) -> Any:
        if instance is None:
            return self
        found = instance.__dict__[self._name] = self._find(instance)
        return found
