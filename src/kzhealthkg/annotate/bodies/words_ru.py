"""What a Russian word may be inside the name of a body: an adjective, a genitive, an abbreviation."""

from __future__ import annotations

import re
from functools import lru_cache

from kzhealthkg.annotate.bodies.bodies import forms
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.words import ru_tags


@lru_cache(maxsize=20_000)
def is_adjective(word: str) -> bool:
    """Say whether a word may be an adjective or a participle."""
    return bool(re.search(r"(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ую|юю|ей|ом|ем)$", word)) and any(
        pos in ("ADJF", "PRTF") for _, pos, _ in ru_tags(word.lower())
    )


_SHORTENED = re.compile(r"[A-Z][A-Za-z]+|[А-ЯЁ][а-яё]{1,3}[А-ЯЁ]{2,6}$")
"""Mayo, КазНМУ: what bears no case."""


@lru_cache(maxsize=20_000)
def is_genitive(word: str) -> bool:
    """Say whether a word may stand in the genitive, or bears no case."""
    if word == "делами" or word in forms() or (word.isupper() and len(word) < 6) or _SHORTENED.match(word):
        return True
    tags = ru_tags(word.lower())
    if any(pos in ("VERB", "PREP", "CONJ", "INFN", "GRND", "ADVB", "PRED", "PRCL", "NPRO") for _, pos, _ in tags[:1]):
        return False
    return any(case == "gent" for _, _, case in tags) or (word[0].isupper() and names.place(word))
