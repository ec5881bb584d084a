"""What stands around a piece of news and is none itself: напомним, айта кетейік; who says it, who passes it on."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import FINITE, words
from kzhealthkg.model import Sentence, Token

ATTRIBUTING = frozenset(lexicon.words("extract.clause.connectors", "attributing"))
AS, THUS, DASHES = "как", "деп", "–—-"
SIGNS = frozenset((",", *DASHES))
RELAYING = lexicon.words("extract.clause.connectors", "relaying")
RELAYING_RU = frozenset(lexicon.words("extract.clause.connectors", "relaying_ru"))
THAT = frozenset(lexicon.words("extract.clause.connectors", "that"))


@cache
def connectors(language: str) -> tuple[tuple[str, bool], ...]:
    """Return the phrases, longest first, and whether they take up what was said before."""
    rows = [r for r in lexicon.table("connectors") if r["language"] == language]
    return tuple((r["phrase"], r["inherits"] == "yes") for r in sorted(rows, key=lambda r: -len(r["phrase"])))


def connector(tokens: tuple[Token, ...], first: int, language: str) -> int:
    """Return how many tokens at ``first`` are such a phrase, 0 for none."""
    for phrase, count in _begun(language).get(tokens[first].norm, ()):
        if tokens[first].norm == phrase or (count > 1 and words(tokens[first : first + count]).lower() == phrase):
            return count
    return 0


@cache
def _begun(language: str) -> dict[str, list[tuple[str, int]]]:
    """Return the first word of the phrases → these, with how many words each has."""
    found: dict[str, list[tuple[str, int]]] = {}
    for phrase, _ in connectors(language):
        first = phrase.split()
        for word in {phrase, first[0]}:
            found.setdefault(word, []).append((phrase, len(first)))
    return found


def beyond_connector(tokens: tuple[Token, ...], language: str) -> int:
    """Return where a sentence begins behind such a phrase and its comma (Отметим, что …), 0 where none opens it.

    One that takes up what was said before (оның ішінде) is no mere joint: the sentence begins with it.
    """
    count = connector(tokens, 0, language)
    behind = tokens[count : count + 2]
    if not count or not behind or behind[0].text != "," or words(tokens[:count]).lower() in _taking_up(language):
        return 0
    return count + 1 + (behind[-1].norm in THAT)


@cache
def _taking_up(language: str) -> frozenset[str]:
    return frozenset(phrase for phrase, inherits in connectors(language) if inherits)


def attributed(tokens: tuple[Token, ...]) -> int | None:
    """По словам главы управления, …: return where the comma behind who says it stands, None where nobody opens so."""
    if words(tokens[:2]).lower() not in ATTRIBUTING:
        return None
    return next((at for at, token in enumerate(tokens) if token.text == ","), None)


def unrelayed(sentence: Sentence, language: str) -> Sentence:
    """Return a sentence without the words of who passes it on: деп хабарлайды X; сообщает X; как сообщили в A."""
    last = _relayed(sentence, language)
    if last == len(sentence.tokens):
        return sentence
    tokens, mentions = sentence.tokens[:last], tuple(m for m in sentence.mentions if m.last <= last)
    return replace(sentence, tokens=tokens, mentions=mentions, end=tokens[-1].end, words=frozenset(), marks=0)


def _relayed(sentence: Sentence, language: str) -> int:
    """Return where the words of who passes a sentence on begin, its length where there are none."""
    tokens, end = sentence.tokens, len(sentence.tokens)
    if language == "ru":
        commas = (at for at in range(1, end - 1) if tokens[at].text == ",") if RELAYING_RU & sentence.words else ()
        return next((at for at in commas if _relays_ru(tokens[at + 1 + (tokens[at + 1].text in DASHES) :])), end)
    thus = [at for at in range(1, end - 1) if tokens[at].norm == THUS] if THUS in sentence.words else []
    at = next((at for at in thus if _relays_kk(tokens[at + 1])), end)
    while at < end and tokens[at - 1].text in SIGNS and at > 1:
        at -= 1
    return at


def _relays_ru(behind: tuple[Token, ...]) -> bool:
    """Say whether the last verb behind a comma is one of passing on, which opens it, or stands behind "как"."""
    said = behind[1:] if behind and behind[0].norm == AS else behind
    return bool(said) and said[0].norm in RELAYING_RU and not any(t.best.form in FINITE for t in said[1:])


def _relays_kk(behind: Token) -> bool:
    return behind.best.pos == "VERB" and behind.norm.startswith(RELAYING)
