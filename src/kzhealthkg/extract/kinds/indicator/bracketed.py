"""Cases in brackets behind illnesses: сүт безі обыры (164 жағдай), өкпе обыры (151); рак груди (164 случая)."""

from __future__ import annotations

from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.extract.figures.people import AND
from kzhealthkg.extract.kinds.indicator.dashes import of_cases
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

ILL = frozenset({"rate", "health", "finding"})
LONGEST = 6
"""Words in the longest name of an illness."""


def cases(clause: Clause, memory: Memory) -> list[Draft]:
    """Return how many cases of each illness there were, where a bracket says that they are cases."""
    if "(" not in clause.sentence.words:
        return []
    whole = clause.whole
    numbers = [m for m in clause.mentions("number") if _alone(whole, m)]
    if not any(of_cases(whole, m) for m in whole.mentions("number") if _alone(whole, m)):
        return []
    named = [(m, _illness(whole, m.first - 1)) for m in numbers]
    return [rates.drafted(whole, "indicator-case-bracket", said, m, memory) for m, said in named if said is not None]


def coverage(clause: Clause, memory: Memory) -> list[Draft]:
    """Привито 40 детей (охват – 91 %), скринингтен 40 әйел өтті (қамту – 91%): the coverage that a bracket tells."""
    whole, tokens = clause.whole, clause.sentence.tokens
    if "(" not in clause.sentence.words or rates.COVERAGE.isdisjoint(clause.sentence.words):
        return []
    drafts = []
    for share in whole.mentions("percent"):
        head = share.first - 1 - (tokens[share.first - 1].text in DASHES)
        closed = share.last < len(tokens) and tokens[share.last].text == ")"
        if not closed or head < 1 or tokens[head].norm not in rates.COVERAGE or tokens[head - 1].text != "(":
            continue
        if said := rates.said_of_health(whole, head, (head, head + 1), memory):
            drafts.append(rates.drafted(whole, "indicator-coverage-bracket", (said, head), share, memory))
            drafts[-1].say("unit", "%")
    return drafts


def _alone(clause: Clause, number: Mention) -> bool:
    """Say whether brackets hold a number and nothing but the word for cases."""
    tokens = clause.sentence.tokens
    end = number.last + of_cases(clause, number)
    return (
        number.first > 0 and tokens[number.first - 1].text == "(" and [t.text for t in tokens[end : end + 1]] == [")"]
    )


def _named(token: Token) -> bool:
    return any(r.case in ("nom", "") for r in token.readings)


def _illness(clause: Clause, bracket: int) -> rates.Measure | None:
    """Return the illness that stands right before a bracket."""
    tokens, first = clause.sentence.tokens, bracket
    while first > clause.first and tokens[first - 1].text not in ",;:)(" and tokens[first - 1].norm not in AND:
        first -= 1
    ill = [i for i in range(first, bracket) if measures.sorts(clause, i) & ILL and _named(tokens[i])]
    if clause.language == "kk":
        first = measures.span(clause, bracket - 1)[0] if ill and ill[-1] == bracket - 1 else bracket
    else:
        first = ill[0] if ill else bracket
    held = clause.mentions("place", "date", first=first, last=bracket)
    held = held or clause.mentions("percent", "number", first=first, last=bracket)  # отказ – 66% (33 случая)
    return (clause.text(first, bracket), first) if 0 < bracket - first <= LONGEST and not held else None
