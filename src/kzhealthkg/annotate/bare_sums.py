"""Sums without their currency, which only a later one says: A қорынан 2 млрд, B бюджетінен 300 млн теңге."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.model import Mention, Token

FUNDS = lexicon.words("annotate.bare_sums", "funds")
FUND_REACH = 4
SCALES = lexicon.words("annotate.bare_sums", "scales")


def as_money(tokens: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """A қорынан 2 млрд, B бюджетінен 300 млн теңге: a sum whose currency only a later one says."""
    done: list[Mention] = []
    unit = ""
    for mention in reversed(found):
        if mention.type == "money":
            unit = mention.value.unit
        elif unit and mention.type == "number" and _bare_sum(tokens, mention):
            mention = replace(mention, type="money", value=replace(mention.value, unit=unit))
        done.append(mention)
    return done[::-1]


def _bare_sum(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether a number ends in млн, млрд, a fund or who gets it stands before it and nothing that it counts follows."""
    near = tokens[max(0, mention.first - FUND_REACH) : mention.first]
    if not any(t.norm.startswith(FUNDS) for t in near) and not any(_gets(t) for t in near[-1:]):
        return False
    last = mention.last - 1 - (tokens[mention.last - 1].text == ".")
    return tokens[last].norm.startswith(SCALES) and mention.last < len(tokens) and tokens[mention.last].text in ",;"


def _gets(token: Token) -> bool:
    """Облысына, Атырауға, жөндеуге, 2023 жылы: an area, an aim or a year; a person gets a payment of his own."""
    best = token.best
    action = any(r.form == "inf" for r in token.readings)
    dated = best.lemma == "жыл"
    return dated or (best.case == "dat" and (best.possessive or action or token.text[0].isupper()))
