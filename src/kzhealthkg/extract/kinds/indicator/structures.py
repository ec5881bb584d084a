"""Shares in a structure: в структуре заболеваемости первое место занимают болезни органов дыхания (38 %)."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.model import Mention
from kzhealthkg.morph import nominative

STRUCTURE = lexicon.words("kinds.indicator.structures", "structure")
RANKING = frozenset(lexicon.words("kinds.indicator.structures", "ranking"))
RANKED = lexicon.words("kinds.indicator.structures", "ranked")
SIGNS = frozenset("–—-(,;:")
LONGEST = 7
"""Words in the longest name of a part of a structure."""


def in_structure(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the shares of the parts of what a sentence calls the structure of an illness, deaths or causes."""
    whole, shares = clause.whole, clause.mentions("percent")
    opened = enumerate(whole.tokens)
    at = next((i for i, t in opened if t.norm.startswith(STRUCTURE)), None)
    heading = _heading(whole, at) if at is not None else ""
    if not heading or not measures.near_health(clause, memory):
        return []
    named = [(share, _part(whole, share)) for share in shares]
    return [_draft(whole, share, part, heading, memory) for share, part in named if part is not None]


def _heading(clause: Clause, at: int) -> str:
    """Return of what it is the structure: the Russian genitive behind the word, the Kazakh words before it."""
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        last = at + 1
        while (
            last < clause.last
            and any(r.case == "gen" for r in tokens[last].readings)
            and tokens[last].norm not in RANKING
        ):
            last += 1
        return f"структура {clause.text(at + 1, last)}" if last > at + 1 else ""
    first = measures.span(clause, at)[0]
    return f"{nominative(tokens[first : at + 1], 'kk')}" if first < at else ""


def _part(clause: Clause, share: Mention) -> tuple[int, int] | None:
    """Return the words before a share's bracket or dash, from the sign or the rank before them on."""
    tokens, last = clause.sentence.tokens, share.first
    while last > clause.first and tokens[last - 1].text in SIGNS:
        last -= 1
    first = last
    while first > clause.first and not (tokens[first - 1].text in SIGNS or _ranks(clause, first - 1)):
        first -= 1
    words = tokens[first:last]
    plain = last < share.first and 0 < len(words) <= LONGEST and all(t.text[0].isalpha() for t in words)
    held = clause.mentions("place", "date", "number", first=first, last=last)
    return (first, last) if plain and not held else None


def _ranks(clause: Clause, at: int) -> bool:
    """Первое место занимают, екінші орында: words that only say which of the parts is the largest."""
    token = clause.sentence.tokens[at]
    return token.norm in RANKING or token.norm.startswith(RANKED) or token.best.pos == "ORD"


def _draft(clause: Clause, share: Mention, part: tuple[int, int], heading: str, memory: Memory) -> Draft:
    said = f"{heading}: {clause.text(*part)}"
    draft = rates.drafted(clause, "indicator-structure", (said, part[0]), share, memory)
    draft.say("unit", "%")
    draft.cover(clause.sentence.tokens[part[0]].start, share.end)
    return draft
