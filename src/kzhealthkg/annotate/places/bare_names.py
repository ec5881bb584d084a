"""Names of places that no type word stands beside: Өскеменде, в Жезказгане."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg.annotate.marks import PLACE
from kzhealthkg.annotate.places.forms import LONGEST
from kzhealthkg.annotate.places.readings import opens, reading
from kzhealthkg.annotate.places.units import Unit
from kzhealthkg.model import Token


def bare(tokens: tuple[Token, ...], taken: set[int], endings: str) -> Iterator[Unit]:
    """Yield the names that stand on no word taken already, read with one sort of endings."""
    after = 0
    for i in [i for i, token in enumerate(tokens) if token.marks & PLACE and token.text[0].isupper()]:
        unit = _bare_at(tokens, i, taken, endings) if i >= after and i not in taken else None
        if unit:
            yield unit
            after = unit.last


def _bare_at(tokens: tuple[Token, ...], i: int, taken: set[int], endings: str) -> Unit | None:
    word = tokens[i].text
    words = tuple([token.text for token in tokens[i : _reach(tokens, i, taken)]]) if opens(word) else (word,)
    for count in range(len(words), 0, -1):
        read = reading(words[:count], endings)
        if read:
            return Unit(i, i + count, *read)
    return None


def _reach(tokens: tuple[Token, ...], i: int, taken: set[int]) -> int:
    """Return the end of the longest name that a word may open: it holds words only, none of another name."""
    last, end = i + 1, min(i + LONGEST, len(tokens))
    while last < end and last not in taken and tokens[last].text[0].isalnum():
        last += 1
    return last
