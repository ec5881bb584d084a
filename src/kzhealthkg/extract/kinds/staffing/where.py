"""Which place a clause tells staff of."""

from __future__ import annotations

from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import events, regions
from kzhealthkg.extract.context.colons import before_colon
from kzhealthkg.extract.context.places_ru import places_of
from kzhealthkg.extract.context.where import say_place, sole_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.model import Mention, PlaceValue


def situate(draft: Draft, clause: Clause, at: int, number: Mention | None) -> None:
    """A facility's own district (Шу аудандық ауруханасы) is its district, not the place that lacks staff."""
    if regions.several_regions(clause) or _labelled(clause, number):
        return
    value = sole_place(clause, at) or before_colon(clause)
    if clause.language == "ru" and len(places_of(clause)) > 1:
        return  # требуются в A, B и C: in none of them alone
    if clause.language == "kk" and len(events.listed(clause.mentions("place", last=at), clause)) > 1:
        return  # A, B аудандарында
    say_place(draft, value)
    if value is not None and value.level == "district" and _named_by(clause, value):
        draft.slots.pop("place", None)


def each_place(draft: Draft, clause: Clause) -> list[Draft]:
    """Не хватает врачей в A и B районах, A және B аудандарына маман жетіспейді: a lack without a figure is one of each place."""
    places = _listed(clause) if "count" not in draft.slots else []
    if len(places) < LISTED or draft.slots["measure"] != "shortage" or draft.slots.keys() & {"place", "facility"}:
        return [draft]
    made = [draft.copy() for _ in places]
    for member, place in zip(made, places, strict=True):
        member.drop(*LOCATED)
        say_place(member, place)
    return made


def _listed(clause: Clause) -> list[PlaceValue]:
    if clause.language == "ru":
        return places_of(clause)
    return [m.value for m in events.listed(clause.mentions("place"), clause)]


LISTED = 2


def _named_by(clause: Clause, value: PlaceValue) -> bool:
    held = [m for m in clause.mentions("place") if m.value == value]
    return any(f.first <= m.first and m.last <= f.last for m in held for f in clause.mentions("facility"))


def _labelled(clause: Clause, number: Mention | None) -> bool:
    """Панфилов – 31, Ақсу – 9 маман жетіспейді: a name that no list of places knows stands before the dash."""
    tokens, at = clause.sentence.tokens, number.first - 2 if number is not None else 0
    dashed = at > 0 and tokens[at + 1].text in "–—-" and tokens[at].text[0].isupper()
    return dashed and not any(m.first <= at < m.last for m in clause.sentence.mentions if m.type == "place")
