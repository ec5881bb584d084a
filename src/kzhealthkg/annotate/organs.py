"""Words that the dictionary takes for a verb and that name an organ: жатыр мойны."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.model import Reading, Token


def with_organs(tokens: list[Token]) -> list[Token]:
    """Жатыр мойны обыры: the noun that is spelt as an auxiliary verb, before what only an organ has."""
    behind = [t.norm for t in tokens[1:]] + [""]
    return [_organ(t) if t.norm == ORGAN and b.startswith(OF_ORGAN) else t for t, b in zip(tokens, behind, strict=True)]


def _organ(token: Token) -> Token:
    noun = Reading(ORGAN, "NOUN", case="nom")
    return replace(token, readings=(noun,), words=frozenset({ORGAN}), best=noun, forms=frozenset(), keys=(ORGAN,))


ORGAN = "жатыр"


OF_ORGAN = lexicon.words("annotate.organs", "of_organ")
