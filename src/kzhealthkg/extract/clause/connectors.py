"""Phrases that join a sentence to the one before and say nothing of their own: айта кетейік, сонымен қатар, напомним."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import FINITE, words
from kzhealthkg.model import Token

THAT = frozenset(lexicon.words("extract.clause.connectors", "that"))
ASIDE = frozenset(lexicon.words("extract.clause.connectors", "aside"))
FINITE_RU = FINITE | {"perf"}


@cache
def connectors(language: str) -> tuple[tuple[str, bool], ...]:
    """Return the phrases, longest first, and whether they take up what was said before."""
    rows = [r for r in lexicon.table("connectors") if r["language"] == language]
    return tuple((r["phrase"], r["inherits"] == "yes") for r in sorted(rows, key=lambda r: -len(r["phrase"])))


def connector(tokens: tuple[Token, ...], first: int, language: str) -> int:
    """Return how many tokens at ``first`` are such a phrase, 0 for none."""
    word = tokens[first].norm
    begun = _begun(language).get(word)
    if begun is None:
        return 0
    behind = tokens[first + 1].norm if first + 1 < len(tokens) else ""
    for phrase, count, second in begun:
        if word == phrase or (second == behind and words(tokens[first : first + count]).lower() == phrase):
            return count
    return 0


@cache
def _begun(language: str) -> dict[str, list[tuple[str, int, str]]]:
    """Return the first word of the phrases → these, with how many words each has and the second of them."""
    found: dict[str, list[tuple[str, int, str]]] = {}
    for phrase, _ in connectors(language):
        said = phrase.split()
        for word in {phrase, said[0]}:
            found.setdefault(word, []).append((phrase, len(said), (*said, "")[1]))
    return found


def beyond_connector(tokens: tuple[Token, ...], first: int, language: str) -> int:
    """Return where a sentence begins behind such a phrase at ``first`` and its comma: Отметим, что …

    One that takes up what was said before (оның ішінде) is no mere joint: the sentence begins with it.
    """
    if tokens[first].norm not in _begun(language):
        return first
    last = first + connector(tokens, first, language)
    if last == first:
        return first
    behind = tokens[last : last + 2]
    if not behind or behind[0].text != "," or words(tokens[first:last]).lower() in _taking_up(language):
        return first
    return last + 1 + (behind[-1].norm in THAT)


@cache
def _taking_up(language: str) -> frozenset[str]:
    return frozenset(phrase for phrase, inherits in connectors(language) if inherits)


def set_off(tokens: tuple[Token, ...], at: int) -> bool:
    """Материнская, наоборот, выросла: say whether a comma sets a word off from the subject before it."""
    first = at if tokens[at + 1 : at + 3] and tokens[at + 1].norm in ASIDE else at - 2
    if first < 1 or first + 2 >= len(tokens) or tokens[first + 1].norm not in ASIDE:
        return False
    if not tokens[first].text == tokens[first + 2].text == ",":
        return False
    before = next((i for i in range(first - 1, -1, -1) if tokens[i].text == ","), -1)
    return all(t.best.form not in FINITE_RU for t in tokens[before + 1 : first])
