"""A name in a sentence that may be a place's: its words, level and case, and what its list and quotation marks say."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kzhealthkg.annotate.places.forms import TypeWord
from kzhealthkg.annotate.places.names import AND
from kzhealthkg.model import Token

COMMA: Final = frozenset({",", ";"})
QUOTES: Final = {"«": 1, "“": 1, "„": 1, "»": -1, "”": -1}


@dataclass(slots=True)
class Unit:
    """A name in a sentence: its tokens with and without the type word, its level and case.

    ``level`` is empty for a bare name; ``governor`` is the unit that the text says it lies in.
    """

    first: int
    last: int
    name: str
    level: str
    case: str
    governor: Unit | None = None
    quoted: bool = False
    head: str = ""
    """How the level is known: after, adjective, before, both; empty for a bare name."""


def separator(token: Token) -> bool:
    """Say whether a token parts two members of a list of places."""
    return token.norm in COMMA or token.norm in AND


def mark_quotes(tokens: tuple[Token, ...], found: list[Unit]) -> None:
    """Mark the units that stand inside quotation marks."""
    signs = [(at, QUOTES[token.norm]) for at, token in enumerate(tokens) if token.norm in QUOTES]
    for unit in found:
        depth = 0
        for step in [step for at, step in signs if at <= unit.first]:
            depth = max(0, depth + step)
        unit.quoted = depth > 0


def share_case(tokens: tuple[Token, ...], found: list[Unit]) -> None:
    """Give the members of a list the case that its last member carries."""
    for left, right in reversed(list(pairwise(found))):
        listed = right.first - left.last == 1 and separator(tokens[left.last])
        if listed and left.case == "nom" and not left.level and right.case not in {"nom", ""}:
            left.case = right.case


def past_figure(tokens: tuple[Token, ...], at: int, word: TypeWord) -> int:
    """В A (10,9) и B (9,3) областях: return where the brackets begin that part a name from its noun at token ``at``."""
    if not word.plural or at < FIGURED or tokens[at - 1].text != ")":
        return at
    opened = next((i for i in range(at - 2, max(0, at - FIGURED), -1) if tokens[i].text == "("), at)
    return opened if opened < at - 1 and tokens[opened + 1].text[0].isdigit() else at


FIGURED = 6
"""Words of a figure in brackets behind a place's name, at most, with the signs."""
