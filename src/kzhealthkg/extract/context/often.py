"""How often a figure comes again: so many a year are of no one day, so many a day are no figure by themselves."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Token

YEARLY = [tuple(phrase.split()) for phrase in lexicon.words("extract.context.often", "yearly")]
SHORTER = [tuple(phrase.split()) for phrase in lexicon.words("extract.context.often", "shorter")]
OPENING = frozenset(phrase[0] for phrase in (*YEARLY, *SHORTER))
ONE = frozenset(lexicon.words("extract.context.often", "one"))
STOCK = "stock"
"""In the rules of what is there: күніне 31 бригада шығады is how many there are."""
BEHIND = 4
"""Words from a figure to how often it comes, at most: 300 вызовов в сутки."""


def as_often(drafts: list[Draft], clause: Clause, today: str) -> list[Draft]:
    """Return the drafts without measures of so many a day or a month; those of so many a year are not of today."""
    measured = [d for d in drafts if d.kind == "Indicator"]
    if not measured or OPENING.isdisjoint(clause.sentence.words):
        return drafts
    gone = [d for d in measured if not _stays(d) and _comes(d, clause, SHORTER)]
    for draft in measured:
        if draft.slots.get("date") == today and _comes(draft, clause, YEARLY):
            draft.drop("date")
    return [d for d in drafts if not any(d is one for one in gone)]


def _stays(draft: Draft) -> bool:
    """Say whether a figure is one however often it comes: what is there, a rate, a change, what is told per what."""
    return STOCK in draft.rule or not {"unit", "change"}.isdisjoint(draft.slots) or "(" in str(draft.slots["measure"])


def _comes(draft: Draft, clause: Clause, phrases: list[tuple[str, ...]]) -> bool:
    """Say whether words of how often stand before a draft's figure, nothing else told between, or right behind it."""
    tokens = clause.sentence.tokens
    own = [m for m in clause.mentions("number", "percent") if m.start in draft.used]
    if len(own) != 1:
        return False
    figure = own[0]
    norms = [t.norm for t in tokens]
    before = range(_from(clause, figure.first), figure.first)
    behind = range(figure.last, min(clause.last, figure.last + BEHIND))
    said = ((i, len(p)) for i in (*before, *behind) for p in phrases if tuple(norms[i : i + len(p)]) == p)
    return any(not _named(tokens, i, i + length) for i, length in said)


def _named(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """В день открытия, үш күнде: say whether it is the day of something, or so many days, and so one time."""
    before = tokens[first - 1] if first else None
    if before is not None and before.best.pos == "NUM" and before.norm not in ONE:
        return True
    behind = tokens[last : last + 1] if tokens[first].norm in IN else ()
    return any(t.best.pos in ("NOUN", "ADJ", "VERB") and any(r.case == "gen" for r in t.readings) for t in behind)


def _from(clause: Clause, at: int) -> int:
    """Return where the words begin that may tell of the figure at a token: behind a comma, a participle, another figure."""
    figures = {i for m in clause.mentions("number", "percent", "money", last=at) for i in range(m.first, m.last)}
    first = at
    while first > clause.first and not _parts(clause, first - 1, figures):
        first -= 1
    return first


def _parts(clause: Clause, at: int, figures: set[int]) -> bool:
    token = clause.sentence.tokens[at]
    attributive = clause.language == "kk" and token.best.form in ("part", "perf", "conv") and token.norm not in OPENING
    return at in figures or token.text in ",;:" or attributive
