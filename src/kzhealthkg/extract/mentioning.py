"""Words that only bring up what was done: атап өткен жөн, айта кетуге болады."""

from __future__ import annotations

from kzhealthkg.model import Token


def brings_up(tokens: tuple[Token, ...], i: int) -> bool:
    """Say whether such words begin at a token: бөлінгенін [айта кетуге болады]."""
    pair = tuple(t.norm for t in tokens[i : i + 2])
    return len(pair) == 2 and pair[0] in MENTIONING and pair[1].startswith(MENTIONING[pair[0]])


MENTIONING = {"айта": ("кет",), "атап": ("өт", "айт"), "ескере": ("кет",), "айтып": ("өт", "кет")}
