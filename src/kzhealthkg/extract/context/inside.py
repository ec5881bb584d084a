"""What lies inside a facility told of before: мұнда инсульт орталығы ашылды."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.hosts import HOSTS
from kzhealthkg.extract.clause.prepositions import IN_OR_ON
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import FacilityValue, Mention, Token

HERE = frozenset(lexicon.words("extract.context.inside", "here"))
CENTRES = lexicon.words("extract.context.inside", "centres")
INNER = ("centre", "laboratory")
"""Endings of the types that a part of a larger facility may be of."""


def here(clause: Clause, memory: Memory) -> FacilityValue | None:
    """Мұнда инсульт орталығы ашылды: the hospital of the sentence before, in which a centre opens."""
    opening = clause.sentence.tokens[clause.first : clause.first + 2]
    if clause.language != "kk" or HERE.isdisjoint(t.norm for t in opening) or clause.mentions("place"):
        return None
    found = memory.facility_just_before(clause.index)
    return found if found is not None and found.name and found.type.endswith(HOSTS) else None


def to_be_housed(clause: Clause, memory: Memory) -> bool:
    """Построят больницу. В основном здании откроют поликлинику: what a building not yet open will hold is none of its own."""
    opening = clause.sentence.tokens[clause.first : clause.first + OPENING]
    if "place" in clause.named:
        return False
    inside = in_it(opening) or _in_building(clause, opening)
    house = None if inside else _in_house(clause)
    if not inside and house is None:
        return False
    latest = memory.last_draft("Works", within=2, sentence=clause.index)
    coming = latest is not None and latest.slots.get("status") in COMING
    return (
        coming and latest is not None and (house is None or str(latest.slots.get("facilityType", "")).endswith(house))
    )


def _in_house(clause: Clause) -> str | None:
    """В центре построят поликлинику: the type of the bare house at the beginning of a clause in which something is to be."""
    if clause.language != "ru" or clause.sentence.tokens[clause.first].norm not in IN_OR_ON:
        return None
    named = clause.sentence.tokens[clause.first + 1 : clause.first + 3]
    if len(named) > 1 and is_lemma(named[0], "центр") and named[1].best.form:
        return "centre"
    found = next((m for m in clause.mentions("facility") if m.first == clause.first + 1), None)
    bare = found is not None and not (found.value.name or found.value.count or found.value.plural)
    return found.value.type if found is not None and bare else None


def in_it(opening: tuple[Token, ...]) -> bool:
    """В нём, в них: in what was told of before."""
    return len(opening) > 1 and opening[0].norm in IN_OR_ON and opening[1].norm in IT


def _in_building(clause: Clause, opening: tuple[Token, ...]) -> bool:
    """В основном здании, на первом этаже; негізгі ғимаратта."""
    if clause.language == "ru" and (not opening or opening[0].norm not in IN_OR_ON):
        return False
    return any(is_lemma(t, *BUILDINGS) and t.best.case == "loc" for t in opening)


OPENING = 4
"""Words at the beginning of a clause that tell in what building."""
BUILDINGS = lexicon.words("extract.context.inside", "buildings")
IT = frozenset(lexicon.words("extract.context.inside", "it"))
COMING = frozenset({"planned", "underway", "needed"})


def is_inner(mention: Mention) -> bool:
    """Say whether a facility may be a part of a larger one: a centre or a laboratory, one of its own."""
    whole = mention.value.plural or mention.value.definite or mention.value.count is not None
    part = mention.value.type.endswith(INNER) or mention.value.name.endswith(CENTRES)
    return part and mention.case in ("nom", "") and not whole


def housed(clause: Clause) -> bool:
    """Орталықта 1 120 бала қабылданды: in a house of health, and to no school or work."""
    inside = any(m.case == "loc" for m in clause.mentions("facility"))
    return inside and not any(t.best.case == "dat" and t.best.pos == "NOUN" for t in clause.tokens)
