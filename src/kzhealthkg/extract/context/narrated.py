"""What an article tells itself before it quotes: открылась поликлиника: «Мы рады», – говорит X."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.model import Sentence
from kzhealthkg.text.quotation import DASHES, SPEECH

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


def narrated_from(sentence: Sentence) -> int:
    """«Құтты болсын», – деді емхананың ашылуына қатысқан X: return where the article tells who has spoken, -1 where it does not."""
    if TOLD.isdisjoint(sentence.words) or DASHES.isdisjoint(sentence.words):
        return -1
    tokens = sentence.tokens
    at = next((i for i in range(len(tokens) - 1, 1, -1) if tokens[i - 1].text in DASHES and tokens[i].norm in TOLD), 0)
    again = any(t.text in DASHES or t.text in OPENING for t in tokens[at + 1 :])
    return tokens[at].start if at and tokens[at - 2].text in ENDS and not again else -1


TOLD = frozenset(row["word"] for row in lexicon.table("speech") if row["side"] == "after")
ENDS = frozenset(",!?.…»”") | {SPEECH}
STEM = 5
"""Letters of a surname that its cases share, at most."""
