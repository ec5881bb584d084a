"""A headline that a team came is what the body tells with figures and places."""

from __future__ import annotations

from kzhealthkg.extract.draft import PLACED, Draft
from kzhealthkg.extract.merge.measured_again import HEADLINE

OWN = frozenset({"count", "patients", "operations", "participants", "facility", "place"})


def without_announced(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without the headline's journeys that the body tells again with more."""
    journeys = [d for d in drafts if d.kind == "Mission" and d.sentence <= HEADLINE]
    if len(journeys) < 2:
        return drafts
    told = (other for other in journeys[1:] if _tells(other, journeys[0]) or _operated(other, journeys[0]))
    return drafts if next(told, None) is None else [d for d in drafts if d is not journeys[0]]


def without_departures(drafts: list[Draft]) -> list[Draft]:
    """Врачи выехали в A. За три дня они приняли 412 сельчан: who went out is the team whose figures are told next."""
    teams = [d for d in drafts if d.kind == "Mission"]
    went = [d for d in teams if d.rule.startswith("mission-crew") and not FIGURES & d.slots.keys()]
    gone = {id(d) for d in went if any(_goes_on(d, other) for other in teams)}
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _goes_on(went: Draft, team: Draft) -> bool:
    """Say whether a team with figures right behind is the one that went out, by its place and whose it is."""
    near = 0 < team.sentence - went.sentence <= BEHIND and bool(FIGURES & team.slots.keys())
    same = all(went.slots.get(k) == team.slots.get(k) for k in ("status", "region", "place", "organization"))
    return near and same


FIGURES = frozenset({"count", "patients", "operations", "participants"})
BEHIND = 2
"""Sentences from a departure to what the team did, at most."""


def _operated(body: Draft, headline: Draft) -> bool:
    """Врачи прооперировали 14 детей. … осмотрели 86 пациентов и выполнили 14 операций: a headline's patients are the operated ones."""
    same = all(body.slots.get(k) == headline.slots.get(k) for k in ("status", "region"))
    figure = headline.slots.get("patients", 0)
    alone = not headline.slots.keys() & {"operations", "count", "facility"}
    if headline.sentence or not same or not alone or figure == 0 or figure != body.slots.get("operations"):
        return False
    body.take_over(headline, *PLACED)
    return True


def _tells(body: Draft, headline: Draft) -> bool:
    """Say whether a later journey is the headline's: the same team, region and tense, and more said of it."""
    if headline.sentence or OWN & headline.slots.keys() or not OWN & body.slots.keys():
        return False
    same = all(body.slots.get(k) == headline.slots.get(k) for k in ("status", "region"))
    early, late = (str(d.slots.get("organization", "")).casefold() for d in (headline, body))
    return same and bool(early) and bool(late) and (late.endswith(early) or early.endswith(late))
