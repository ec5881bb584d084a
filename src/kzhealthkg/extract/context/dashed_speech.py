"""Speech that a dash opens inside a paragraph: Аким представил главврача. – Поручаю … . Это важно, – сказал X."""

from __future__ import annotations

from collections.abc import Sequence

from kzhealthkg.model import Sentence
from kzhealthkg.text.quotation import DASHES

FURTHEST = 8
"""Sentences of such speech, at most."""
STOPS = frozenset(",!?…")
MARKS = frozenset("«“„»”―")


def speak_on(sentences: Sequence[Sentence], named: list[str]) -> None:
    """Give the sentences between an opening dash and who is told to have said them to the one told."""
    opened = -1
    for at, sentence in enumerate(sentences):
        own = sentence.tokens[0].text in DASHES
        if own:
            opened = at if at and sentence.paragraph == sentences[at - 1].paragraph else -1
        if opened < 0 or (at > opened and own) or sentence.paragraph != sentences[opened].paragraph:
            continue
        if at - opened > FURTHEST or not MARKS.isdisjoint(sentence.words):
            opened = -1
        elif named[at]:
            if _closes(sentence):
                named[opened:at] = [who or named[at] for who in named[opened:at]]
            opened = -1


def _closes(sentence: Sentence) -> bool:
    """…, – сказал X: say whether a dash stands behind the end of what is said."""
    pairs = zip(sentence.tokens, sentence.tokens[1:], strict=False)
    return any(second.text in DASHES and first.text in STOPS for first, second in pairs)
