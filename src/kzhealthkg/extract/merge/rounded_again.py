"""An exact figure that is told again roughly below: не хватает 312 врачей. … «Нужно более 300 специалистов»."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.measure_words import WORD
from kzhealthkg.extract.merge.names import ANYBODY
from kzhealthkg.extract.merge.rounded import FIGURES

FAR = 6
"""Sentences from an exact figure to its rough telling, at most."""
LEAST = 100
"""Figures below are rounded by chance."""
CLOSE = 20
"""A figure told roughly is off by a twentieth at most."""
SAME = ("status", "measure", "level", "unit", "change", "facilityType", "workType")
WHERE = ("region", "place", "district", "facility", "date", "source")


def without_rounded_again(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without the rough figures that only tell an exact one above them again."""
    rough = [d for d in drafts if d.kind in FIGURES and d.slots.get("bound") in ("atLeast", "about")]
    told = [d for d in drafts if d.kind in FIGURES and "bound" not in d.slots] if rough else []
    gone = {id(d) for d in rough if any(_tells(one, d) for one in told)}
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _tells(one: Draft, again: Draft) -> bool:
    """Say whether an exact figure stands a little above its rough one, of the same thing and of nowhere else."""
    slot = FIGURES[again.kind]
    if one.kind != again.kind or not 0 < again.sentence - one.sentence <= FAR:
        return False
    if slot not in one.slots or slot not in again.slots or not _near(one.slots[slot], again):
        return False
    same = all(one.slots.get(k) == again.slots.get(k) for k in SAME if k != "measure" or again.kind == "Staffing")
    there = all(one.slots.get(k, again.slots[k]) == again.slots[k] for k in WHERE if k in again.slots)
    return same and there and _of_one_thing(one, again)


def _near(exact: float, again: Draft) -> bool:
    figure: float = again.slots[FIGURES[again.kind]]
    if exact < LEAST or figure < LEAST:
        return False
    unit = 10 ** (len(str(int(figure))) - len(str(int(figure)).rstrip("0")))
    cut = unit > 1 and figure <= exact and exact // unit * unit == figure
    return cut or (again.slots["bound"] == "about" and abs(figure - exact) * CLOSE <= figure)


def _of_one_thing(one: Draft, again: Draft) -> bool:
    """Say whether two figures are of the same people or things, who may be told by a wider word."""
    if again.kind == "Staffing":
        names = [str(d.slots.get("profession", "")).casefold() for d in (one, again)]
        return names[0] == names[1] or names[1] in ANYBODY
    slot = {"Indicator": "measure", "Procurement": "item", "Funding": "purpose"}.get(again.kind)
    if slot is None:
        return again.kind in ("Works", "Capacity") or "patients" in again.slots
    first, second = (_stems(str(d.slots.get(slot, ""))) for d in (one, again))
    return bool(first & second) or (again.kind == "Funding" and not second)


def _stems(words: str) -> set[str]:
    return {word[:WORD] for word in words.casefold().split() if len(word) >= WORD - 1}
