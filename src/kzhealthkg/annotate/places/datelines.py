"""The city that a report opens with, which says where it was written and is no place of what it tells."""

from __future__ import annotations

from functools import lru_cache

from kzhealthkg import gazetteer
from kzhealthkg.annotate.places.units import Unit
from kzhealthkg.model import Token


def is_dateline(unit: Unit, tokens: tuple[Token, ...]) -> bool:
    """Whether a city in capitals opens a report (АСТАНА. KAZINFORM —), which says where it was written."""
    if unit.first or not is_city(unit.name):
        return False
    rest = [t.text for t in tokens[unit.last : unit.last + _DATELINE]]
    if not tokens[0].text.isupper():
        return unit.last == 1 and _signed(rest)
    return not rest or rest[0] in {".", "—", "–", "-", "/"} or (rest[0] == "," and any(t in "—–" for t in rest))


def is_label(unit: Unit, tokens: tuple[Token, ...]) -> bool:
    """Whether a town in capitals before a colon only labels a title with the oblast of its name: ПАВЛОДАР: …."""
    labels = not unit.first and tokens[0].text.isupper() and [t.text for t in tokens[unit.last : 2]] == [":"]
    return labels and any(r.kk == f"{unit.name.title()} облысы" for r in gazetteer.regions().values())


_DATELINE = 7
"""Tokens behind the city of a dateline, at most."""


def _signed(rest: list[str]) -> bool:
    """Астана.; Астана, МЕДИА.KZ.; Астана, Медиа —: behind the city only who writes from there, and no words of a sentence."""
    if rest == ["."]:
        return True
    whole = len(rest) < _DATELINE and rest[-1:] == ["."]
    end = next((i for i, text in enumerate(rest) if text in "—–"), len(rest) - 1 if whole else 0)
    names = [text for text in rest[1:end] if text != "."]
    return bool(names) and rest[0] == "," and all(t[0].isupper() and not is_city(t) for t in names)


@lru_cache(maxsize=10_000)
def is_city(name: str) -> bool:
    """Say whether any city bears a name."""
    return any(place.level == "city" for place in gazetteer.lookup(name))
