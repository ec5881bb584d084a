"""Of how many people or samples something was found in: тексерілгендердің 9 пайызында анемия, 412 сынаманың 39-ынан ауытқу анықталды."""

from __future__ import annotations

import re

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.participles import participle
from kzhealthkg.extract.clause.syntax import is_case
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.extract.figures.asserted import asserts
from kzhealthkg.model import Mention


def found(hit: Hit, memory: Memory) -> list[Draft]:
    """Return a share for each finding of a list, all of the people told before the first."""
    shares = [m for m in hit.clause.mentions("percent", "number", last=hit.first) if _held(hit, m)]
    people = _people(hit, shares[0]) if shares and asserts(hit) else ""
    ends = [*(m.first for m in shares[1:]), hit.first]
    segments = [(m, m.last, end) for m, end in zip(shares, ends, strict=True)] if people else []
    drafts = [_draft(hit, share, (first, end), people, memory) for share, first, end in segments]
    return [d for d in drafts if d is not None]


def _held(hit: Hit, share: Mention) -> bool:
    """Say whether a share stands in the case that its people have: 9 пайызында, 39-ынан, 52-сінде."""
    last = hit.clause.sentence.tokens[share.last - 1]
    return hit.clause.language == "kk" and is_case(last, "loc", "abl") and bool(last.best.possessive)


def _people(hit: Hit, share: Mention) -> str:
    """Return whose share it is: the noun, or the participle of those examined, in the genitive before it."""
    clause, at = hit.clause, share.first - 1
    token = clause.sentence.tokens[at]
    if at < clause.first or not is_case(token, "gen"):
        return ""
    first = measures.span(clause, at)[0]
    told = counted_names.singular_kk(clause.sentence.tokens[first : at + 1]).lower()
    examined = EXAMINED.match(token.norm)
    if examined and ({"part", "perf"} & token.forms):
        before = clause.text(first, at).lower()
        return f"{before} {examined.group()} адам".strip()
    return told if measures.sorts(clause, at) & COUNTED or token.norm.startswith(SAMPLES) else ""


COUNTED = frozenset({"people", "facility"})
SAMPLES = lexicon.words("kinds.indicator.found_shares", "samples")
EXAMINED = re.compile(r".+?(ған|ген|қан|кен)(?=дар|дер|тар|тер|дың|дің)")
THERE = frozenset(lexicon.words("kinds.indicator.found_shares", "there"))
NAMING = frozenset({"NOUN", "ADJ", "PROPN", "CCONJ", "ORD"})
LONGEST = 4
"""Words in the longest name of what was found."""


def _draft(hit: Hit, share: Mention, words: tuple[int, int], people: str, memory: Memory) -> Draft | None:
    clause, (first, last) = hit.clause, words
    tokens = clause.sentence.tokens
    last -= tokens[last - 1].norm in LIST_SIGNS
    plain = all(
        t.text[0].isalpha() and t.best.pos in NAMING and not t.best.form and t.norm not in THERE
        for t in tokens[first:last]
    )
    known = measures.of_health(clause, first, last) or (
        last - first <= LONGEST and measures.near_health(clause, memory)
    )
    if last <= first or not plain or not known:
        return None
    said = f"{clause.text(first, last)} {participle(hit.verb)} {people}"
    draft = rates.drafted(clause, hit.frame.name, (said, share.first), share, memory)
    draft.say("unit", "%" if share.type == "percent" else "")
    return draft
