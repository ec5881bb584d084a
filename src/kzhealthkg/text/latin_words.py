"""A few sentences of Kazakh in Latin letters that happen to hold no q, told by their words: Aýylda emhana salyndy."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from kzhealthkg import lexicon

OWN = lexicon.words("text.latin_words", "own")
OTHERS = frozenset(lexicon.words("text.latin_words", "others"))
SHORT = 400
"""Letters of a text that may well hold no q."""
FEWEST, SHARE = 2, 6
"""Kazakh words that such a text holds at least, and of how many words one is."""
PLAIN = str.maketrans("ıİýÝ", "iIuU")
WORD = re.compile(r"[A-Za-z]+")


def says_kazakh(letters: Counter[str], text: str) -> bool:
    """Tell whether a short text in Latin script says Kazakh words; ``letters`` are the counts of its lower-cased letters.

    A word with a capital may be a name of anywhere, and x, or ı beside ş and ñ, is of Turkish or of another alphabet.
    """
    turkish = letters["x"] or (letters["ı"] and letters["ş"] + letters["ñ"])
    if letters["q"] or turkish or len(text) > SHORT:
        return False
    plain = unicodedata.normalize("NFD", text.translate(PLAIN))
    words = WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))
    if not OTHERS.isdisjoint(word.lower() for word in words):
        return False
    said = {stem for word in words for stem in OWN if word.startswith(stem)}
    return len(said) >= FEWEST and len(said) * SHARE >= len(words)
