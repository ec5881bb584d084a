"""Oblasts whose noun stands before the brackets that name them: үш облыста (Атырау, Абай және Маңғыстау)."""

from __future__ import annotations

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.annotate.places.units import Unit, separator
from kzhealthkg.model import Sentence, Token

COUNTED = frozenset(lexicon.words("annotate.places.bracketed", "counted"))
FURTHEST = 40
"""Tokens in the longest brackets, their signs among them."""


def with_bracketed(sentence: Sentence, here: list[Unit]) -> list[Unit]:
    """Return the names of a sentence with the bare ones in brackets behind oblasts that are counted."""
    if "(" not in sentence.words or COUNTED.isdisjoint(sentence.words):
        return here
    named = _named(sentence.tokens)
    if len(named) < 2:
        return here
    first, last = named[0], named[-1]
    outside = [u for u in here if not first <= u.first <= last]
    units = [Unit(at, at + 1, sentence.tokens[at].text, "oblast", "nom", head="row") for at in named]
    return sorted([*outside, *units], key=lambda unit: unit.first)


def _named(tokens: tuple[Token, ...]) -> list[int]:
    """Return where the names in the brackets stand; [] where one of them is no oblast."""
    opened = next((i for i in range(1, len(tokens)) if tokens[i].text == "(" and tokens[i - 1].norm in COUNTED), None)
    if opened is None:
        return []
    closing = (i for i in range(opened, min(len(tokens), opened + FURTHEST)) if tokens[i].text == ")")
    inner = range(opened + 1, next(closing, opened))
    names = [i for i in inner if not separator(tokens[i])]
    return names if all(_is_oblast(tokens[i].text) for i in names) else []


def _is_oblast(name: str) -> bool:
    return name[0].isupper() and any(p.level == "oblast" for p in gazetteer.lookup(name))
