"""What stands behind the genitives of a Russian document's name and belongs to it: протокол лечения рака [у детей]."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.figures import measures

CASES = {"у": "gen", "при": "loc", "с": "ins", "со": "ins", "для": "gen", "среди": "gen"}
"""Prepositions before whom a document is for, or the illness it is of, and the case of that."""
AND = "и"
MOST = 4
"""Words from a preposition to its noun, at most."""
AMENDING = lexicon.words("kinds.documents.policy_complements", "amending")


def complemented(clause: Clause, last: int) -> int:
    """Return where a name ends that goes on with people or an illness behind a preposition, else ``last``."""
    while (end := _one(clause, last)) > last:
        last = end
    return last


def _one(clause: Clause, last: int) -> int:
    tokens = clause.sentence.tokens
    if last < clause.last and is_lemma(tokens[last - 1], *HELP) and _is_given(clause, last):
        return last + 1
    case = CASES.get(tokens[last].norm, "") if last + 1 < clause.last else ""
    if last + 1 < clause.last and tokens[last].norm == "по" and is_lemma(tokens[last - 1], *STEPS):
        aim = _noun(clause, last + 1, "dat")
        return last if aim is None else phrase(clause, aim).last  # о мерах по улучшению помощи
    head = _noun(clause, last + 1, case) if case else None
    if head is None or is_lemma(tokens[head], *AMENDING):
        return last
    known = measures.of_health(clause, last + 1, head + 1) or measures.sorts(clause, head) & {"people", "illness"}
    if not known or clause.mentions("date", "organization", "post", "facility", first=last, last=head + 1):
        return last
    end = max(head + 1, phrase(clause, head).last)
    joined = _noun(clause, end + 1, case) if end + 1 < clause.last and tokens[end].norm == AND else None
    return joined + 1 if joined is not None else end


def _is_given(clause: Clause, at: int) -> bool:
    """Порядок оказания помощи [больным] с инсультом: people in the dative behind help."""
    people = "people" in measures.sorts(clause, at) or is_lemma(clause.sentence.tokens[at], *SICK)
    return people and any(r.case == "dat" and r.plural for r in clause.sentence.tokens[at].readings)


STEPS = lexicon.words("kinds.documents.policy_complements", "steps")
HELP = lexicon.words("kinds.documents.policy_complements", "help")
SICK = lexicon.words("kinds.documents.policy_complements", "sick")


def _noun(clause: Clause, first: int, case: str) -> int | None:
    """Return the noun in a case that stands behind nothing but adjectives of that case."""
    tokens = clause.sentence.tokens
    for at in range(first, min(clause.last, first + MOST)):
        cases = {r.case for r in tokens[at].readings}
        if case not in cases:
            return None
        if tokens[at].best.pos == "NOUN" or any(r.pos == "NOUN" and r.case == case for r in tokens[at].readings):
            return at
    return None
