"""What is found when it is first asked for and then kept: properties, and functions of an object."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, overload

Owner = TypeVar("Owner")
Found = TypeVar("Found")
Asked = ParamSpec("Asked")


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


def once_each(
    find: Callable[Concatenate[Owner, Asked], Found],
) -> Callable[Concatenate[Owner, Asked], Found]:
    """A function called once for each object that has a ``__dict__`` and each choice of the other arguments.

    What it returns is shared: nobody may change it.
    """
    name = f"{find.__module__}.{find.__qualname__}"
    if find.__code__.co_argcount == 1:
        return _once_alone(find, name)

    @wraps(find)
    def found(owner: Any, *asked: Any) -> Found:
        known = owner.__dict__.get(name)
        if known is None:
            known = owner.__dict__[name] = {}
        elif asked in known:
            answer: Found = known[asked]
            return answer
        known[asked] = answer = find(owner, *asked)  # type: ignore[call-arg]
        return answer

    return found  # type: ignore[return-value]


def _once_alone(find: Callable[..., Found], name: str) -> Callable[..., Found]:
    """A function of an object alone, which needs no table for other arguments."""

    @wraps(find)
    def found(owner: Any) -> Found:
        kept: dict[str, Found] = owner.__dict__
        if name not in kept:
            kept[name] = find(owner)
        return kept[name]

    return found
