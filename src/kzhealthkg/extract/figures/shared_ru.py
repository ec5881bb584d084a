"""Of which people a Russian percentage is told: 80 % жителей, из числа заболевших 89 %."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.people_ru import is_part, is_people
from kzhealthkg.extract.figures.totals_ru import past_total
from kzhealthkg.model import Mention


def shared(clause: Clause, share: Mention) -> int | None:
    """Return the noun of the people of whom a percentage is told: 80 % жителей, 83 % заболевших."""
    tokens, first = clause.sentence.tokens, past_total(clause, share.last)
    for at in range(first, min(clause.last, first + 4)):
        if measures.sorts(clause, at) & PEOPLE or is_people(clause, at):
            return at
        if tokens[at].best.pos != "ADJ" and tokens[at].best.form != "part":
            break
    return _of_whole(clause, share)


def _of_whole(clause: Clause, share: Mention) -> int | None:
    """Из числа заболевших 89 % не привиты: the people of whom a bare percentage is told, before it."""
    tokens = clause.sentence.tokens
    bare = share.last >= clause.last or tokens[share.last].best.pos not in ("NOUN", "ADJ")
    for at in range(share.first - 1, max(clause.first, share.first - OPENING) - 1, -1) if bare else ():
        if measures.sorts(clause, at) & PEOPLE or is_part(tokens[at]):
            opened = [t.norm for t in tokens[max(clause.first, at - OPENING) : at]]
            return None if OF_WHOLE.isdisjoint(opened) else at
        if tokens[at].best.pos not in ("NOUN", "ADJ"):
            return None
    return None


PEOPLE = frozenset({"people", "staff"})
OPENING = 4
"""Words from an opening to the people it tells of, at most."""
OF_WHOLE = frozenset(lexicon.words("extract.figures.shared_ru", "of_whole"))
