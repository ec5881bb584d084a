"""Marks around what somebody says, told apart from marks around a name.

«Биыл екі емхана салынды», – деді X: the marks here say no more than the dash of direct speech does, while those
of «Дарын» ЖШС belong to the name. Where the marks are of speech, a text has the quotation dash (U+2015) for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzhealthkg import lexicon

SPEECH = "―"
"""The quotation dash, which opens and closes what is said."""

HYPHEN, DASH = "-", "–"
DASHES = frozenset("–—-")
OPEN, CLOSE = "«“„", "»”"
"""The marks of a text made legible: it has no straight ones."""
_MARK = re.compile('[«»“”„"]')
_TYPED = re.compile(r'["“”„]|(?<= )-(?= )|^-(?= )', re.MULTILINE)
_BEGINS = re.compile(r"(?:^|[.!?…:;»”])[ ]*(?:[–—-][ ]*)?$")
"""What stands before the opening mark: nothing, or the end of another sentence."""
TOLD, CALLED = lexicon.words("text.quotation", "told"), lexicon.words("text.quotation", "called")
_TOLD = re.compile(rf"[ ]*(?:{'|'.join(TOLD)})(?!\w)")
_CALLED = re.compile(rf"[ ]*деп[ ]+(?:{'|'.join(CALLED)})")
_ASIDE = re.compile(r"[ ]*[,.!?…]*[ ]*[–—-]")
_STOPPED = re.compile(r"[.!?…,]$")
_SENTENCES = re.compile(r"\w{2,}[.!?…]+[ ]+[^\W\d_a-zа-яё]")
SHORT, LONG = 3, 8
"""Words in the shortest speech before who says it, and before nothing."""


def marks(text: str) -> Iterator[tuple[int, str]]:
    """Yield where another mark than «» or a hyphen between blanks stands, with the mark or dash of print for it."""
    for match in _TYPED.finditer(text):
        at = match.start()
        yield at, DASH if match[0] == HYPHEN else ("«" if _opens(text, at) else "»")


def speech_marks(text: str) -> Iterator[int]:
    """Yield where the marks of speech stand in a text, in order."""
    at = 0
    for line in text.split("\n"):
        if _MARK.search(line):
            yield from sorted(at + mark for mark in _of_line(line))
        at += len(line) + 1


def _of_line(line: str) -> Iterator[int]:
    """Yield the marks of speech in a line: those of pairs, and those whose other one stands in another line."""
    opened: list[int] = []
    for match in _MARK.finditer(line):
        at = match.start()
        if _opens(line, at):
            opened.append(at)
        elif opened:
            begin = opened.pop()
            if _is_speech(line, begin, at):
                yield from (begin, at)
        elif _said_behind(line[:at], line[at + 1 :]):
            yield at
    if opened and _begins(line, opened[0]) and len(line[opened[0] :].split()) >= LONG:
        yield opened[0]


def _opens(line: str, at: int) -> bool:
    """Say whether a mark opens: “ and a straight one do before a letter and behind a blank, for “ also closes („…“)."""
    if line[at] not in ('"', "“"):
        return line[at] in OPEN
    return (
        line[at + 1 : at + 2].isalnum() and not line[at - 1 : at].isalnum() and line[at - 1 : at] not in (".", ",", "»")
    )


def _begins(line: str, at: int) -> bool:
    return bool(_BEGINS.search(line[:at]))


def _is_speech(line: str, begin: int, end: int) -> bool:
    """Say whether what stands between two marks was said: it is a sentence, or who says it follows."""
    inside, behind = line[begin + 1 : end], line[end + 1 :]
    words = len(inside.split())
    if words < SHORT or not _begins(line, begin):
        return False
    if _SENTENCES.search(inside) or _said_behind(inside, behind):
        return True
    return words >= LONG and (not behind.strip(" .!?…") or bool(_STOPPED.search(inside)))


def _said_behind(inside: str, behind: str) -> bool:
    """…», – деді X; …» деп атап өтті X; but «X» деп аталады gives a name."""
    aside = _ASIDE.match(behind)
    if aside and (_STOPPED.search(inside) or any(sign in aside[0] for sign in ",.!?…")):
        return True
    return bool(_TOLD.match(behind)) and not _CALLED.match(behind)
