"""Companies that no annotator knows: names in quotes, with the noun that they belong to, or in Latin letters."""

from __future__ import annotations

import re

from kzhealthkg.extract.clause.syntax import words
from kzhealthkg.extract.kinds.documents.sides import FORM, Party
from kzhealthkg.model import Token
from kzhealthkg.morph import nominative


def name_before(tokens: tuple[Token, ...], end: int) -> Party | None:
    """Return the name that ends before a token, None where none does."""
    first = end
    if FORM.fullmatch(tokens[first - 1].text):
        first -= 1
    if first and tokens[first - 1].text in "»”":
        first = next((i for i in range(first - 1, -1, -1) if tokens[i].text in "«“"), first)
    else:
        while first and latin(tokens[first - 1]):
            first -= 1
    return _loose_party(tokens, first, end) if first < end else None


def name_after(tokens: tuple[Token, ...], first: int) -> Party | None:
    """Return the name that begins at a token, None where none does."""
    last = first
    if tokens[first].text in "«“":
        last = next((i + 1 for i in range(first, len(tokens)) if tokens[i].text in "»”"), first)
        last += 1 if last < len(tokens) and (FORM.fullmatch(tokens[last].text) or owned(tokens[last])) else 0
    else:
        while last < len(tokens) and latin(tokens[last]):
            last += 1
    return _loose_party(tokens, first, last) if last > first else None


def _loose_party(tokens: tuple[Token, ...], first: int, last: int) -> Party | None:
    text = nominative(tokens[first:last], "kk") if owned(tokens[last - 1]) else words(tokens[first:last])
    return Party(text, first, last) if any(c.isalpha() for c in text) else None


def owned(token: Token) -> bool:
    """«Самұрық» қоры: the noun that the name in quotes belongs to."""
    return token.best.pos == "NOUN" and token.best.possessive and token.best.case in ("nom", "ins")


def latin(token: Token) -> bool:
    """Roche, General: a capitalised word in Latin letters."""
    return bool(re.fullmatch(r"[A-Z][\w&.-]*", token.text))
