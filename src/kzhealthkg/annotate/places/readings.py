"""Which known name some words are a form of."""

from __future__ import annotations

import re
from functools import lru_cache

from kzhealthkg import gazetteer
from kzhealthkg.annotate.places.forms import cities_first, joined_words
from kzhealthkg.annotate.places.outside import begins, special
from kzhealthkg.gazetteer import forms


def may_begin(word: str, endings: str) -> bool:
    """Say whether a known name may begin with a word, or be it."""
    return word[0].isupper() and (opens(word) or reading((word,), endings) is not None)


@lru_cache(maxsize=50_000)
def opens(word: str) -> bool:
    """Say whether a known name of several words may begin with this one."""
    return any(begins(form) or gazetteer.opens(form) for form in (word, *_agreeing((word, ""))[:1]))


@lru_cache(maxsize=50_000)
def reading(words: tuple[str, ...], endings: str) -> tuple[str, str, str] | None:
    """Return the known name that some words are a form of, no level, and its case; None for others."""
    found = [
        (name, case)
        for nominative, case in forms(words[-1].replace("‑", "-"), endings)
        for name in dict.fromkeys((joined_words(words, nominative), joined_words(_agreeing(words), nominative)))
        if special(name) or gazetteer.known(name)
    ]
    name, case = next(iter(cities_first(found) if endings == "ru" and len(found) > 1 else found), ("", ""))
    return (name, "", case) if name else None


def _agreeing(words: tuple[str, ...]) -> tuple[str, ...]:
    """В Восточном Казахстане: the adjective of a Russian name goes into the nominative with its noun."""
    return (re.sub("(?:ого|ому|ым|ом)$", "ый", words[0]), *words[1:]) if len(words) > 1 else words
