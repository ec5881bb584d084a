"""Names of villages in two words that no gazetteer holds: село Улкен Сулутор, Жаңа Сулутор ауылы."""

from __future__ import annotations

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.places.forms import capital
from kzhealthkg.annotate.words import ru_ordinary
from kzhealthkg.model import Token

OPENING = frozenset(lexicon.words("annotate.places.two_words", "opening"))
ADJECTIVAL = lexicon.words("annotate.places.two_words", "adjectival")


def opens(token: Token) -> bool:
    """Үлкен, Жаңа: say whether a capitalised word is one that names of two words begin with."""
    return capital(token) and token.norm in OPENING


def goes_on(tokens: tuple[Token, ...], at: int) -> bool:
    """Say whether the word at ``at`` is nobody's name, and no word or place by itself, so that it belongs to the name before it."""
    word, behind = tokens[at], tokens[at + 1 : at + 2]
    if not capital(word) or word.norm.endswith(ADJECTIVAL) or any(capital(t) or t.text in JOINED for t in behind):
        return False
    person = names.given(word.text, "ru") or names.surname_like(word.text, "ru")
    own = gazetteer.known(word.text) or ru_ordinary(word.norm)
    return not person and (opens(tokens[at - 1]) or not own)


JOINED = frozenset('«"(')
"""Signs before the name of a body."""
