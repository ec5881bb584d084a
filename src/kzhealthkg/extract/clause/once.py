"""Functions whose answers are found when they are first asked for, and then kept by whom they are asked of."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

Owner = TypeVar("Owner")
Found = TypeVar("Found")
Asked = ParamSpec("Asked")


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
