"""Words that only bring up what was done: атап өткен жөн, айта кетуге болады."""

from __future__ import annotations

from kzhealthkg.model import Token


def brings_up(tokens: tuple[Token, ...], i: int) -> bool:
    """Say whether such words begin at a token: бөлінгенін [айта кетуге болады]."""
    behind = MENTIONING.get(tokens[i].norm)
    return behind is not None and i + 1 < len(tokens) and tokens[i + 1].norm.startswith(behind)


MENTIONING = {"айта": ("кет",), "атап": ("өт", "айт"), "ескере": ("кет",), "айтып": ("өт", "кет")}
