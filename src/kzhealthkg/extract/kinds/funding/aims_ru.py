"""Russian aims in a list: на профилактику, диагностику и лечение гепатита; на закуп лекарств, шприцев и мебели."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.model import Token
from kzhealthkg.morph import nominative

REACH = 24
ALSO = lexicon.words("kinds.funding.aims_ru", "also")


def next_aim(tokens: tuple[Token, ...], at: int, end: int) -> bool:
    """Say whether the comma at a token parts members of a list that "и" closes: aims, or what one aim is on."""
    first = _past_also(tokens, at + 1)
    if _is_member(tokens, first, end, genitive=False):
        return first > at + 1 or _closed(tokens, at, end, genitive=False)
    owned = "gen" in {r.case for r in tokens[at - 1].readings}
    return owned and first == at + 1 and _closed(tokens, at, end, genitive=True) and _of(tokens, first, end)


def _past_also(tokens: tuple[Token, ...], at: int) -> int:
    also = tuple(t.norm for t in tokens[at : at + len(ALSO)]) == ALSO
    return at + len(ALSO) if also else at


def _of(tokens: tuple[Token, ...], at: int, end: int) -> bool:
    return _is_member(tokens, at, end, genitive=True)


def _closed(tokens: tuple[Token, ...], at: int, end: int, *, genitive: bool) -> bool:
    """Say whether "и" and a noun of the same sort stand further on, with no other sign than commas before."""
    for i in range(at + 1, min(end, at + REACH)):
        if tokens[i].norm == "и" and _is_member(tokens, i + 1, end, genitive=genitive):
            return True
        if not tokens[i].text[0].isalpha() and tokens[i].text != ",":
            return False
    return False


def _is_member(tokens: tuple[Token, ...], at: int, end: int, *, genitive: bool) -> bool:
    """Say whether adjectives and a noun follow that is in the genitive, or in the accusative alone."""
    while at < end and tokens[at].best.pos == "ADJ":
        at += 1
    noun = tokens[at] if at < end and tokens[at].best.pos == "NOUN" else None
    cases = {r.case for r in noun.readings if r.pos == "NOUN"} if noun is not None else set()
    if genitive:
        return "gen" in cases and "ins" not in cases
    return "gen" not in cases and bool(cases & {"acc", "nom"})


def in_nominative(tokens: tuple[Token, ...]) -> str:
    """Return aims with each head turned: диагностику и лечение рака, диагностики и лечения рака → диагностика и лечение рака."""
    parts, first = [], 0
    for at in range(1, len(tokens) - 1):
        behind = _past_also(tokens, at + 1)
        if (tokens[at].text == "," or tokens[at].norm == "и") and _turns(tokens, behind):
            parts.append((tokens[first:at], tokens[at:behind]))
            first = behind
    said = "".join(f"{turned(words)}{_between(signs)} " for words, signs in parts)
    return f"{said}{turned(tokens[first:])}"


def _turns(tokens: tuple[Token, ...], at: int) -> bool:
    """Say whether an aim of its own begins at a token, not what the aim before is on."""
    if _is_member(tokens, at, len(tokens), genitive=False):
        return True
    noun = next((t for t in tokens[at:] if t.best.pos != "ADJ"), None)
    acts = noun is not None and (noun.best.lemma.endswith(ACTING) or noun.best.lemma in ACTIONS)
    return acts and _is_member(tokens, at, len(tokens), genitive=True)


ACTING = lexicon.words("kinds.funding.aims_ru", "acting")
ACTIONS = frozenset(lexicon.words("kinds.funding.aims_ru", "actions"))


def turned(words: tuple[Token, ...]) -> str:
    """Return an aim in the nominative; диагностику is no dative of somebody."""
    feminine = next((r.lemma for r in words[0].readings if r.case == "acc" and r.lemma[-1:] in "ая"), "")
    if feminine and words[0].norm == feminine[:-1] + {"а": "у", "я": "ю"}[feminine[-1]]:
        rest = "".join(f"{' ' if a.end < b.start else ''}{b.text}" for a, b in pairwise(words))
        return f"{feminine}{rest}"
    return nominative(words, "ru")


def _between(signs: tuple[Token, ...]) -> str:
    """Return the sign and the words that part two aims, spaced as they are written."""
    return "".join(t.text if t.text == "," else f" {t.norm}" for t in signs)
