"""Districts and oblasts whose noun is not said again: 6 – в Кордайском районе, 5 – в Меркенском."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg import lexicon
from kzhealthkg.annotate.places.forms import capital
from kzhealthkg.annotate.places.names import adjective_name
from kzhealthkg.annotate.words import IN_RU
from kzhealthkg.model import Token

ENDINGS = {
    "district": lexicon.words("annotate.places.elided", "district"),
    "oblast": lexicon.words("annotate.places.elided", "oblast"),
}


def elided(tokens: tuple[Token, ...], taken: set[int], level: str) -> Iterator[tuple[int, str]]:
    """Yield where the adjectives of districts (oblasts) without a noun of their own stand, and the names."""
    for at in range(1, len(tokens)):
        if at in taken or tokens[at - 1].norm not in IN_RU or not tokens[at].norm.endswith(ENDINGS[level]):
            continue
        alone = at + 1 == len(tokens) or not tokens[at + 1].text[0].isalpha() or tokens[at + 1].norm == "и"
        if alone and capital(tokens[at]) and (name := adjective_name(tokens, at + 1, level)):
            yield at, name[1]
