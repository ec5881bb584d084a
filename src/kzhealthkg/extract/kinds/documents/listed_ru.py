"""Bodies that a Russian list of sides names beside one that is known: подписали A, B и C; КазНМУ, A и B подписали."""

from __future__ import annotations

import re

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.kinds.documents.sides import Party
from kzhealthkg.model import Mention

SHORT = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]{0,3}[А-ЯЁӘҒҚҢӨҰҮҺІ]+|[А-ЯЁӘҒҚҢӨҰҮҺІ]{3,}")
"""An abbreviation of a body's name: КазНМУ, СКМА."""
SIGNS = frozenset({",", "и"})
PARTY = frozenset({"nom", "acc"})


def in_row(hit: Hit, found: list[Mention], sides: list[Mention]) -> list[Mention]:
    """Return the sides with those that stand in one row with them."""
    if not sides or any("inf" in t.forms for t in hit.clause.tokens):
        return sides
    for mention in (*found, *reversed(found)):
        if mention not in sides and mention.type != "place" and mention.case in PARTY and _beside(hit, mention, sides):
            sides = [*sides, mention]
    return sides


def _beside(hit: Hit, mention: Mention, sides: list[Mention]) -> bool:
    norms = hit.clause.sentence.tokens
    rows = [(a, b) for a, b in ((mention, s) if mention.first < s.first else (s, mention) for s in sides)]
    return any(b.first - a.last == 1 and norms[a.last].norm in SIGNS and a.case in PARTY for a, b in rows)


def abbreviated(hit: Hit, taken: list[tuple[int, int]]) -> list[Party]:
    """Return the bodies told by an abbreviation beside a side that is known."""
    tokens, found = hit.clause.sentence.tokens, []
    edges = {at for first, last in taken for at in (first - 2, last + 1)}
    for at in sorted(edges):
        if not 0 <= at < len(tokens) or any(first <= at < last for first, last in taken):
            continue
        joined = tokens[at + 1 : at + 2] if any(first - 2 == at for first, _ in taken) else tokens[at - 1 : at]
        if SHORT.fullmatch(tokens[at].text) and all(t.norm in SIGNS for t in joined):
            found.append(Party(tokens[at].text, at, at + 1))
    return found
