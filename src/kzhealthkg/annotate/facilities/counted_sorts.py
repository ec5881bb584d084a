"""Sorts of facility that share one head, each with a number of its own: 5 аудандық және 2 қалалық аурухана."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from kzhealthkg.model import Mention, Sentence, Token


def counted_sorts(
    sentence: Sentence, whole: Mention, floor: int, joins: Collection[str], sort: Callable[[tuple[Token, ...]], str]
) -> list[Mention]:
    """Return the sorts counted before the last one: 3 городские и 5 районных больниц.

    ``joins`` part the members of the list; ``sort`` makes a type of the words between a number and its sign.
    """
    tokens, found = sentence.tokens, list[Mention]()
    if whole.value.count is None or whole.value.name:
        return found
    numbers = [m for m in sentence.mentions if m.type == "number" and floor <= m.first and m.last <= whole.first]
    if len(numbers) < 2:
        return found
    end = numbers.pop().first - 1
    while numbers and tokens[end].norm in joins:
        number = numbers.pop()
        own = tokens[number.last : end]
        kind = sort(own)
        if not kind:
            break
        value = replace(whole.value, type=kind, count=number.value)
        part = replace(whole, first=number.last, last=end, start=own[0].start, end=own[-1].end, value=value)
        found, end = [part, *found], number.first - 1
    return found
