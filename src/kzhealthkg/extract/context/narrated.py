"""What an article tells itself before it quotes: открылась поликлиника: «Мы рады», – говорит X."""

from __future__ import annotations

from kzhealthkg.model import Sentence
from kzhealthkg.text.quotation import SPEECH

OPENING = frozenset(("«", "“", "„", SPEECH))
CLOSING = frozenset(("»", "”", SPEECH))
QUOTES = OPENING | CLOSING
COLON = ":"
BEHIND = 2
"""Words behind a quotation that tell whose it is, at least."""


def narrated_until(sentence: Sentence, speaker: str) -> int:
    """Return where a sentence begins to quote who is named only behind the quotation; 0 where it does not."""
    if COLON not in sentence.words or QUOTES.isdisjoint(sentence.words):
        return 0
    tokens = sentence.tokens
    at = next((i for i in range(1, len(tokens)) if tokens[i].text in OPENING and tokens[i - 1].text == COLON), 0)
    if not at:
        return 0
    closed = next((i for i in range(len(tokens) - 1, at, -1) if tokens[i].text in CLOSING), len(tokens))
    surname = speaker.rsplit(" ", 1)[-1][:STEM].casefold()
    named = any(t.norm.startswith(surname) for t in tokens[:at])
    return tokens[at].start if closed + BEHIND < len(tokens) and not named else 0


STEM = 5
"""Letters of a surname that its cases share, at most."""
