"""Things told in general near those that are named: закупили новое оборудование. Это томограф, …; жаңа көліктердің кілті берілді."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.merge.sorts import things

GEAR = frozenset(lexicon.words("extract.merge.general_goods", "gear"))
CARS = frozenset(lexicon.words("extract.merge.general_goods", "cars"))
PLAIN = lexicon.words("extract.merge.general_goods", "plain")
NEW = lexicon.words("extract.merge.general_goods", "new")
NO_GEAR = lexicon.words("extract.merge.general_goods", "no_gear")
WHERE = ("region", "district", "place", "facility")
TAKEN = ("date", "due", "source", "programme", "speaker")
FIGURES = frozenset({"count", "amount"})
DONE = frozenset({"completed", "allocated"})
TO_COME = frozenset({"planned", "underway"})
BEHIND, BEFORE, CARS_FAR, SHARED_OUT = 4, 3, 12, 2
"""Sentences to what is named behind and before, to counted cars, and from these to what will be done with them, at most."""


def without_general_goods(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without equipment or cars told in general beside devices that are named, or cars that are counted."""
    drafts = _without_headline_device(drafts)
    bought = [d for d in drafts if d.kind == "Procurement"]
    general = [d for d in bought if _is_general(d)] if len(bought) > 1 else []
    named = [d for d in bought if not any(d is g for g in general)]
    gone: set[int] = set()
    for one in general:
        told = [d for d in named if _tells(d, one)]
        near = min((abs(d.sentence - one.sentence) for d in told), default=0)
        for detail in (d for d in told if abs(d.sentence - one.sentence) == near):
            _take(detail, one)
        gone |= {id(one)} if told else set()
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _without_headline_device(drafts: list[Draft]) -> list[Draft]:
    """Больнице подарили аппарат УЗИ. Районной больнице – аппарат ультразвуковой диагностики: a headline's one device is the lead's."""
    bought = [d for d in drafts if d.kind == "Procurement"]
    headline = [d for d in bought if d.sentence == 0 and not d.plural and FIGURES.isdisjoint(d.slots)]
    if len(bought) < len(headline) + 1 or len(headline) != 1:
        return drafts
    one = headline[0]
    again = [d for d in bought if 0 < d.sentence <= LEAD and _is_headline_device(d, one)]
    for draft in again[:1]:
        _take(draft, one)
    return [d for d in drafts if d is not one] if len(again) == 1 else drafts


def _take(draft: Draft, general: Draft) -> None:
    """Give a draft what the general telling adds, the place of it only where it has none of its own."""
    placed = {*LOCATED, "facility"} & draft.slots.keys()
    draft.take_over(general, *TAKEN, *(() if placed else (*LOCATED, "facility")))


def _is_headline_device(lead: Draft, headline: Draft) -> bool:
    """Say whether a device of the lead is of the headline's sort, at a house that the headline leaves out."""
    sorts = things(lead) - WIDE
    words = set(str(lead.slots["item"]).casefold().split())
    named = (sorts and sorts == things(headline) - WIDE) or str(headline.slots["item"]).casefold() in words
    alone = lead.slots.get("count", 1) == 1 and not lead.plural and "facility" not in headline.slots
    same = lead.slots.get("status") == headline.slots.get("status") and "facility" in lead.slots
    return bool(named) and alone and same and not any(_differ(lead, headline, slot) for slot in WHERE)


WIDE = frozenset({"equipment", "vehicle"})
LEAD = 2
"""Sentences below a headline that tell its device again."""


def _is_general(draft: Draft) -> bool:
    """Say whether a draft tells of several things by a word for any, without a number or a sum."""
    words = str(draft.slots["item"]).casefold().split()
    heads = [w for w in words if w in GEAR or w in CARS]
    plain = all(w in GEAR or w in CARS or w.startswith((*PLAIN, *NEW)) for w in words)
    return bool(heads) and plain and draft.plural and FIGURES.isdisjoint(draft.slots)


def _tells(named: Draft, general: Draft) -> bool:
    """Say whether a named purchase is among what was told in general: of the same sort, state, time and place."""
    words = set(str(general.slots["item"]).casefold().split())
    away = named.sentence - general.sentence or (1 if named.start > general.start else -1)
    if words & CARS:
        fits = "count" in named.slots and "vehicle" in things(named) and _cars_near(named, general, away)
        fits = fits and not _is_share(general, named)
    else:
        fits = _is_gear(named) and state_of(named) == state_of(general) and -BEFORE <= away <= BEHIND
    return fits and _same_time(named, general) and not any(_differ(named, general, slot) for slot in WHERE)


def _is_share(general: Draft, named: Draft) -> bool:
    """Передали 23 машины. Автомобили получили A и B больницы: what one house got of them is not where all of them are."""
    return "facility" in general.slots.keys() - general.inherited and "facility" not in named.slots


def _cars_near(named: Draft, general: Draft, away: int) -> bool:
    """Машины купили. Автомобили распределят по районам: what will be done with cars just bought, or the same state."""
    if state_of(named) == state_of(general):
        return abs(away) <= CARS_FAR
    bare = not any(w.startswith(NEW) for w in str(general.slots["item"]).casefold().split())
    return bare and state_of(general) == "to come" and -SHARED_OUT <= away < 0


def _is_gear(draft: Draft) -> bool:
    """Say whether a thing is a device of a name: no car, medicine or bed."""
    words = str(draft.slots["item"]).casefold().split()
    return "vehicle" not in things(draft) and not any(w.startswith(NO_GEAR) or w in CARS for w in words)


def state_of(draft: Draft) -> str:
    """Return whether a draft is done or to come, or else its status."""
    status = str(draft.slots.get("status", ""))
    return "done" if status in DONE else "to come" if status in TO_COME else status


def _same_time(named: Draft, general: Draft) -> bool:
    times = [
        str(d.slots[k]) for d in (named, general) for k in ("date", "due") if k in d.slots and k not in d.inherited
    ]
    return len(times) < 2 or times[0].startswith(times[1]) or times[1].startswith(times[0])


def _differ(one: Draft, other: Draft, slot: str) -> bool:
    return one.slots.get(slot, other.slots.get(slot)) != other.slots.get(slot, one.slots.get(slot))
