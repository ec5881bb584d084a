"""Shares in brackets of a list that a colon opens: негізгі себептері: X (51%), Y (17%)."""

from __future__ import annotations

from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.extract.figures.people import AND
from kzhealthkg.model import Mention


def in_brackets(clause: Clause, memory: Memory) -> list[Draft]:
    """Негізгі себептері: X (51%), Y (17%): shares of what the words before the colon name."""
    colon = _colon(clause) if "percent" in clause.sentence.named else -1
    if colon < 1:
        return []
    heading = Clause(clause.sentence, clause.index, 0, colon, clause.language)
    clause = Clause(clause.sentence, clause.index, colon + 1, clause.last, clause.language)
    if not (said := _listing(heading)):
        return []
    drafts = [_one_share(clause, m, said, memory) for m in clause.mentions("percent")]
    return [d for d in drafts if d is not None]


def _colon(clause: Clause) -> int:
    """Return the colon right before a clause, in Russian else the one inside it; -1 for none."""
    tokens = clause.sentence.tokens
    if clause.first > 1 and tokens[clause.first - 1].text == ":":
        return clause.first - 1
    inside = clause.language == "ru" and ":" in clause.words
    return next((i for i in range(clause.first, clause.last) if tokens[i].text == ":"), -1) if inside else -1


def _listing(heading: Clause) -> str:
    """Негізгі себептері, причины отказов: return what the words before a colon list, "" for anything else."""
    tokens, last = heading.sentence.tokens, heading.last
    if "list" in measures.sorts(heading, last - 1):
        return counted_names.singular_kk(tokens[measures.span(heading, last - 1)[0] : last])
    at = next((i for i in range(heading.first, last) if "list" in measures.sorts(heading, i)), None)
    owned = at is not None and all(any(r.case == "gen" for r in t.readings) for t in tokens[at + 1 : last])
    return heading.text(at, last).lower() if heading.language == "ru" and at is not None and owned else ""


def _one_share(clause: Clause, share: Mention, heading: str, memory: Memory) -> Draft | None:
    """Себептері: темекі (51%): the share of what stands right before a bracket."""
    tokens = clause.sentence.tokens
    if tokens[share.first - 1].text != "(" or share.last >= len(tokens) or tokens[share.last].text != ")":
        return None
    first = share.first - 1
    while first > clause.first and tokens[first - 1].text not in ",;)" and tokens[first - 1].norm not in AND:
        first -= 1
    measure = (f"{heading}: {clause.text(first, share.first - 1)}", first)
    draft = rates.drafted(clause, "indicator-share", measure, share, memory)
    draft.say("unit", "%")
    draft.cover(tokens[first].start, tokens[share.last].end)
    return draft
