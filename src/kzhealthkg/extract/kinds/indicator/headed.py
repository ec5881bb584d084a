"""What a line says of its figures before its colon or dash: 2-санат: 12 мың шақырту; четвёртая категория – 8 тысяч вызовов."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Token

GRADES = lexicon.words("kinds.indicator.headed", "grades")
SIGNS = frozenset(":–—-")
NEAR = 2
"""Words from a grade to its colon, at most: 4-санат бойынша:."""


def graded(clause: Clause, drafts: list[Draft]) -> None:
    """Add to each measure the grade that heads its line, which alone it is of."""
    for draft in drafts:
        said = _grade(clause, min(draft.used, default=0))
        measure = str(draft.slots["measure"])
        if said and said.lower() not in measure.lower():
            draft.slots["measure"] = f"{measure} ({said})"


def _grade(clause: Clause, before: int) -> str:
    """Return the grade nearest before a place in the text that a colon or a dash follows, "" for none."""
    tokens = clause.sentence.tokens
    last = next((i for i, t in enumerate(tokens) if t.start >= before), len(tokens))
    for at in range(last - 1, -1, -1):
        if tokens[at].norm.endswith(GRADES):
            signed = any(t.text in SIGNS for t in tokens[at + 1 : min(last, at + 1 + NEAR)])
            first = _first(tokens, at)
            return clause.text(first, at + 1).lower() if signed and first is not None else ""
    return ""


def _first(tokens: tuple[Token, ...], at: int) -> int | None:
    """Return where a grade begins that is told by its number: 2-санат, 4 категория, төртінші санат."""
    if tokens[at].text[0].isdigit():
        return at
    before = tokens[at - 1] if at else None
    ranked = before is not None and (before.text[0].isdigit() or before.best.pos in ("ADJ", "ORD"))
    return at - 1 if ranked else None
