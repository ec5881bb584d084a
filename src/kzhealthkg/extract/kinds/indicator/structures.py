"""Shares in a structure: в структуре заболеваемости первое место занимают болезни органов дыхания (38 %)."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.model import Mention, Token
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
    heading, end = _heading(whole, at) if at is not None else ("", 0)
    if not heading or not measures.near_health(clause, memory):
        return []
    named = [(share, _part(whole, share, end)) for share in shares]
    return [_draft(whole, share, part, heading, memory) for share, part in named if part is not None]


def _heading(clause: Clause, at: int) -> tuple[str, int]:
    """Return of what it is the structure: the Russian genitive behind the word, the Kazakh words before it; and its end."""
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        last = at + 1
        while (
            last < clause.last
            and any(r.case == "gen" for r in tokens[last].readings)
            and tokens[last].norm not in RANKING
            and not (last > at + 1 and _opens_part(clause, last))
        ):
            last += 1
        return (f"структура {clause.text(at + 1, last)}" if last > at + 1 else "", last)
    first = measures.span(clause, at)[0]
    return (f"{nominative(tokens[first : at + 1], 'kk')}" if first < at else "", at + 1)


def _opens_part(clause: Clause, at: int) -> bool:
    """В структуре смертности [болезни сердца] – 30%: an illness that may be a nominative is the first part."""
    token = clause.sentence.tokens[at]
    return token.norm.startswith(PARTS) and any(r.case == "nom" for r in token.readings)


PARTS = lexicon.words("kinds.indicator.structures", "parts")


def _part(clause: Clause, share: Mention, heading: int) -> tuple[int, int] | None:
    """Return the words before a share's bracket or dash, from the sign or the rank before them on."""
    tokens, last = clause.sentence.tokens, share.first
    while last > clause.first and tokens[last - 1].text in SIGNS:
        last -= 1
    first, low = last, heading if heading < last else clause.first
    while first > low and not (tokens[first - 1].text in SIGNS or _ranks(clause, first - 1)):
        first -= 1
    first = _listed_from(clause, first, last, low)
    words = [t for t in tokens[first:last] if t.text != ","]
    plain = last < share.first and 0 < len(words) <= LONGEST and all(t.text[0].isalpha() for t in words)
    held = clause.mentions("place", "date", "number", first=first, last=last)
    return (first, last) if plain and not held else None


def _listed_from(clause: Clause, first: int, last: int, low: int) -> int:
    """Онкология, травмы и отравления – 20%: return where the first of those begins that one share is of."""
    tokens, ends = clause.sentence.tokens, {m.last for m in clause.mentions("percent", "number")}
    joined = first - 2 >= low and tokens[first - 1].norm in AND and _is_noun(tokens[first - 2])
    if not joined and not any(t.norm in AND for t in tokens[first:last]):
        return first
    first -= 2 * joined
    while first - 1 > low and first not in ends:
        if tokens[first - 1].text == "," and first - 1 not in ends and _is_noun(tokens[first - 2]):
            first -= 2
        elif _is_noun(tokens[first - 1]) and not _ranks(clause, first - 1):
            first -= 1
        else:
            break
    return first


def _is_noun(token: Token) -> bool:
    return token.best.pos in ("NOUN", "ADJ", "PROPN") and not token.best.form


AND = frozenset(lexicon.words("kinds.indicator.structures", "and"))


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
