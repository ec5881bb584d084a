"""So many more of the same people, with another object of their verb: почку ждут 320 человек, печень – 45."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.indicator.elided_causes_ru import OPENING
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

OBLIQUE = frozenset({"acc", "ins", "gen", "dat"})


def objects(clause: Clause, first: Draft, used: set[int]) -> Iterator[tuple[Mention, str]]:
    """Yield the numbers behind a draft's own that have only another object and a dash before them, with their measures."""
    words = str(first.slots.get("measure", "")).split()
    said = next((t for t in clause.tokens if t.norm == words[1]), None) if len(words) == WORDS else None
    cases = _cases(said) if said is not None else set()
    for number in clause.mentions("number") if cases else ():
        noun = _before_dash(clause, number) if number.end > first.end and number.start not in used else None
        if noun is not None and _cases(noun) & cases:
            yield number, f"{words[0]} {noun.norm} {words[2]}"


WORDS = 3
"""Words of a measure that an object can be taken out of: ждущие почку люди."""


def _cases(token: Token) -> set[str]:
    return {r.case for r in token.readings if r.pos == "NOUN"} & OBLIQUE


def _before_dash(clause: Clause, number: Mention) -> Token | None:
    """Return the one noun between a comma and the dash before a number."""
    tokens, at = clause.sentence.tokens, number.first - 2
    alone = at > clause.first and tokens[at + 1].text in DASHES and tokens[at - 1].norm in OPENING
    return tokens[at] if alone and tokens[at].best.pos == "NOUN" else None
