"""Works in places that are only counted or wide: three villages, somewhere in the region."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import FacilityValue, Mention, Token

INSIDE = lexicon.words("kinds.works.over_places", "inside")
LYING = lexicon.words("kinds.works.over_places", "lying")
HAVING = frozenset(lexicon.words("kinds.works.over_places", "having"))
UNITS = frozenset(lexicon.words("kinds.works.over_places", "units"))


def per_place(clause: Clause, mention: Mention, facility: FacilityValue) -> FacilityValue:
    """Үш ауылда ФАП ашылды: as many facilities as places."""
    if facility.count is not None or facility.name or facility.type in ("", "medical-facility") or facility.definite:
        return facility
    tokens = clause.sentence.tokens
    if _lists_on(clause, mention) or any(
        m.value.count is not None for m in clause.mentions("facility", last=mention.first)
    ):
        return facility
    counted = [m for m in clause.mentions("number", last=mention.first) if counts_places(tokens, m)]
    if counted and clause.mentions("facility", first=counted[0].last, last=mention.first):
        return facility
    one = len(counted) == 1 and not any(
        m.first >= counted[0].last for m in clause.mentions("place", last=mention.first)
    )
    return replace(facility, count=counted[0].value, place=None) if one and counted[0].value.value > 1 else facility


WIDE = lexicon.words("kinds.works.over_places", "wide")


def in_wide(clause: Clause, mention: Mention) -> bool:
    """Өңірде онкодиспансер ашылады: somewhere in the region, not in the one town that an article names."""
    before = clause.sentence.tokens[clause.first : mention.first]
    wide = (t for t in before if t.best.case == "loc" and t.norm.endswith(INSIDE))
    return any(is_lemma(t, *WIDE) for t in wide) and "place" not in clause.named


def apart_of(clause: Clause, mention: Mention) -> bool:
    """Перзентхана, X ауданында емхана салынады: only the next member of the list stands in the place told of."""
    behind = clause.mentions("facility", first=mention.last)
    between = clause.mentions("place", first=mention.last, last=behind[0].first) if behind else []
    return bool(between) and not clause.mentions("place", last=mention.first)


def _lists_on(clause: Clause, mention: Mention) -> bool:
    """Үш ауылда ФАП, амбулатория салынады: of each sort there are fewer than places."""
    others = clause.mentions("facility", first=mention.last)
    return bool(others) and not clause.mentions("number", first=mention.last, last=others[0].first)


def in_many(clause: Clause, mention: Mention) -> bool:
    """16 ауылда ФАП, амбулатория салынады: in so many places, none of which is named."""
    found = clause.mentions("number", last=mention.first)
    return any(m.value.value > 1 and counts_places(clause.sentence.tokens, m) for m in found)


def of_each_place(clause: Clause, mention: Mention) -> Mention:
    """Жеті елді мекенде амбулатория ашылады: what opens in so many places is nothing spoken of before."""
    if not mention.value.definite or mention.value.type in ("", "medical-facility") or not in_many(clause, mention):
        return mention
    return replace(mention, value=replace(mention.value, definite=False))


def counts_places(tokens: tuple[Token, ...], number: Mention) -> bool:
    """Say whether a number counts settlements or districts in which something is."""
    after = tokens[number.last : number.last + 3]
    at = next((i for i, t in enumerate(after) if is_lemma(t, *UNITS)), None)
    if at is None or any(t.norm in HAVING or t.best.possessive or t.best.form for t in after[:at]):
        return False
    unit = after[at]
    return unit.best.case in ("loc", "locadj") or unit.norm.endswith(LYING)


def per_settlement(clause: Clause, mention: Mention, facility: FacilityValue) -> FacilityValue:
    """В 12 сёлах построены медпункты: the one sort that several villages get is as many as they are."""
    if not facility.plural or facility.count is not None or facility.name or facility.type in ("", "medical-facility"):
        return facility
    if SETTLED.isdisjoint(clause.words) or len(clause.mentions("facility")) > 1:
        return facility
    counted = [m for m in clause.mentions("number") if _in_settlements(clause, m)]
    lone = len(counted) == 1 and counted[0].value.value > 1 and counted[0].value.low is None
    return replace(facility, count=counted[0].value) if lone else facility


def _in_settlements(clause: Clause, number: Mention) -> bool:
    """В 12 сёлах, в пяти отдалённых аулах: say whether a number counts the settlements in which something is."""
    tokens = clause.sentence.tokens
    before = tokens[number.first - 1].norm if number.first > clause.first else ""
    behind = tokens[number.last : min(clause.last, number.last + 3)]
    at = next((i for i, t in enumerate(behind) if t.norm in SETTLED), None)
    return before in IN and at is not None and all(t.norm.endswith("х") for t in behind[:at])


SETTLED = frozenset(lexicon.words("kinds.works.over_places", "settled"))
