"""Whether specialists act in a clause: as its subject, as those whom a figure counts, or as who takes part."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.mission_words import group
from kzhealthkg.extract.kinds.mission.staff_words import is_staff
from kzhealthkg.model import Mention

ATTENDING = lexicon.words("kinds.mission.specialists", "attending")
REACH = 5
"""Words from a number to the specialists that it counts, at most."""


def specialists_at(clause: Clause, number: Mention) -> bool:
    """Say whether the specialists that a figure counts are the subject."""
    near = clause.sentence.tokens[number.last : number.last + REACH]
    staff = next((t for t in near if is_staff(t, clause.language)), None)
    wanted = {"nom", "gen"} if clause.language == "ru" else {"nom"}
    return staff is not None and (staff.best.case or "nom") in wanted


def specialists(clause: Clause) -> bool:
    """Say whether specialists are the subject of a clause, or took part in what it tells."""
    if nouns("professions", clause.language).isdisjoint(clause.words):
        return False
    staff = [(i, t) for i, t in enumerate(clause.tokens) if is_staff(t, clause.language)]
    if clause.language == "kk":
        tokens = (*clause.tokens, clause.tokens[-1])
        lessons = [word.split()[0] for word in group("teach", "kk")]  # хирургтердің шеберлік сағаты
        attended = any(t.best.case == "gen" and is_lemma(tokens[i + 1], *ATTENDING, *lessons) for i, t in staff)
        return attended or any(t.best.case in ("nom", "") and t.best.plural for _, t in staff)
    return any(
        (any(r.plural and r.case == "nom" for r in t.readings) and t.best.case != "gen")
        or (t.best.case == "gen" and _take_part(clause, i))
        for i, t in staff
    )


def _take_part(clause: Clause, at: int) -> bool:
    """С участием хирургов, с участием турецких хирургов, мастер-класс корейских врачей: whose part is told."""
    before = list(clause.tokens[max(0, at - DESCRIBED) : at])
    while before and before[-1].best.pos == "ADJ":
        before.pop()
    return bool(before) and is_lemma(before[-1], "участие", *group("teach", "ru"))


DESCRIBED = 4
"""Words before specialists that say which ones and what they take part in, at most."""
