"""People named by no name who do what a clause says: any plural in the nominative before its object."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import JOINS
from kzhealthkg.extract.clause.syntax import Clause


def others(clause: Clause, at: int) -> bool:
    """Желі қолданушылары дәрігерлерді сынға алды: any plural in the nominative before an object is who acts on it."""
    if clause.language == "ru":
        return _unlisted(clause, at) or _others_ru(clause, at)
    tokens = clause.sentence.tokens
    held = {i for m in clause.mentions("facility", "place", "person") for i in range(m.first, m.last)}
    marked = (i for i in range(clause.first, at) if tokens[i].best.case in ("acc", "gen"))
    before = range(clause.first, next(marked, clause.first))
    many = (i for i in before if tokens[i].best.plural and tokens[i].best.case == "nom" and i not in held)
    return any(not modifies(clause, i) and tokens[i + 1].norm not in JOINS for i in many)


def _others_ru(clause: Clause, at: int) -> bool:
    """Волонтёры посетили больницу: a plural in the nominative before a verb in the plural."""
    tokens = clause.sentence.tokens
    if at >= len(tokens) or not (tokens[at].best.form == "past" and tokens[at].best.plural):
        return False
    held = {i for m in clause.mentions("facility", "place", "person", "date") for i in range(m.first, m.last)}
    words = ((i, tokens[i].best) for i in range(clause.first, at) if i not in held)
    return any(b.pos == "NOUN" and b.plural and b.case == "nom" and tokens[i - 1].best.pos != "ADP" for i, b in words)


def several(clause: Clause) -> bool:
    """Олар барды, они посетили: more than one acts, never one alone that was spoken of."""
    return clause.says(*THEY)


THEY = lexicon.words("extract.context.others", "they")


def modifies(clause: Clause, at: int) -> bool:
    """Мердігер жұмысы, топтар рейдін: what the noun behind it owns is no subject."""
    following = clause.sentence.tokens[at + 1 : at + 2]
    owned = (
        r for t in following for i, r in enumerate(t.readings[:2]) if r.pos == "NOUN" and (i == 0 or r.case == "acc")
    )
    return any(r.possessive for r in owned)


def _unlisted(clause: Clause, at: int) -> bool:
    """Ранее Скляр поручил …: a capital right before a Russian verb that is no known name is somebody else's."""
    tokens = clause.sentence.tokens
    before = tokens[at - 1] if 0 < at < len(tokens) and at - 1 > clause.first else None
    if before is None or not before.text.istitle() or len(before.text) < SHORTEST:
        return False
    return not any(m.first < at <= m.last for m in clause.sentence.mentions) and before.best.pos in (
        "NOUN",
        "PROPN",
        "X",
    )


SHORTEST = 4
"""Letters of the shortest surname that no list has."""
