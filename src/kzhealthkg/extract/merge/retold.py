"""What a sentence below tells again in other words: "the device", "the sides", a headline's polyclinic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.makes import bare, with_make
from kzhealthkg.extract.merge.names import ANYBODY
from kzhealthkg.extract.merge.opened_again import any_opening, has_opened, moved_in, was_built
from kzhealthkg.extract.merge.retold_headlines import (
    VEHICLES,
    bare_lack,
    bare_paper,
    begun_there,
    counted,
    first_time,
    housed,
    lacking,
    named_paper,
    named_team,
    named_unit,
    plenty,
    received,
    same_first,
    staff_headline,
    teamless,
    trained,
    uncounted,
    unplaced,
    unplaced_unit,
    vehicles,
)
from kzhealthkg.extract.merge.sorts import things
from kzhealthkg.extract.merge.works import key

NEAR = 4
"""Sentences between a purchase and what is said of "the device", at most."""
DEVICES = frozenset(lexicon.words("extract.merge.retold", "devices"))
CARS = lexicon.words("extract.merge.retold", "cars")
CARS_AGAIN = 6
"""Sentences between cars and what is said of "the cars", at most."""
ADDED = ("amount", "source", "due", "date", "bound")
"""What the second telling may add to the first."""


def without_told_again(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without those that tell an earlier one again, which takes over what they add."""
    often = Counter([draft.kind for draft in drafts])
    for rule in RULES:
        drafts = _without(drafts, *rule) if often.get(rule[0], 0) > 1 else drafts
    return drafts


def _without(
    drafts: list[Draft],
    kind: str,
    again: Callable[[Draft], bool],
    tells: Callable[[Draft, Draft], bool],
    slots: tuple[str, ...],
) -> list[Draft]:
    """Drop the drafts of a kind that only tell again what one draft of the sentence nearest to them has told."""
    gone: set[int] = set()
    known = [d for d in drafts if d.kind == kind]
    for draft in filter(again, known):
        earlier = [d for d in known if d is not draft and id(d) not in gone and tells(d, draft)]
        earlier = _nearest(earlier)
        if len(earlier) == 1 or (earlier and not slots):
            earlier[0].take_over(draft, *slots)
            gone.add(id(draft))
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _nearest(told: list[Draft]) -> list[Draft]:
    """Return the drafts of the last sentence; behind several parts of it the total that was told before them."""
    last = max((d.sentence for d in told), default=0)
    near = [d for d in told if d.sentence == last]
    parts = sum(d.slots.get("count", 0) for d in near)
    whole = [d for d in told if d.sentence < last and d.slots.get("count", 0) >= parts > 0]
    return whole[-1:] if len(near) > 1 and whole else near


# Procurement -----------------------------------------------------------------------------------------


def _any_device(draft: Draft) -> bool:
    """Аппарат, құрылғы, оборудование: a bare word for any device, of which neither number nor receiver is said."""
    return _bare(draft, DEVICES)


def _any_car(draft: Draft) -> bool:
    """Машины, көліктер: the bare word for a car, of which neither number nor receiver is said."""
    return _bare(draft, CARS)


def _bare(draft: Draft, words: Collection[str]) -> bool:
    where = {"facility"} if "facility" in draft.inherited else {"facility", "place"}
    own = {"count", *where} & (draft.slots.keys() - draft.inherited)
    return not own and str(draft.slots["item"]).casefold() in words


def _is_device(one: Draft, again: Draft) -> bool:
    """Томограф жеткізілді. Аппарат 480 млн теңгеге алынды: one device, bought or to be bought, right before."""
    single = one.slots.get("count", 1) == 1 and not str(one.slots["item"]).casefold().endswith(VEHICLES)
    differ = any(one.slots.get(k, v) != v for k, v in again.slots.items() if k in ("amount", "region"))
    return single and not differ and _right_before(one, again, NEAR)


def _called_so(draft: Draft) -> bool:
    """Аппарат КТ: a device by the name of its sort, of which neither number nor receiver is said."""
    named = str(draft.slots["item"]).casefold()
    return bool(things(draft) - WIDE) and len(named.split()) <= SHORT and _bare(draft, {named})


def _same_device(one: Draft, again: Draft) -> bool:
    """Компьютерный томограф поступил. Аппарат КТ приобрели за …: the device of that sort told right before."""
    several = again.plural and one.slots.get("count", 1) > 1 and one.slots.get("region") == again.slots.get("region")
    near = _is_device(one, again) or (several and "amount" not in one.slots and _right_before(one, again, NEAR))
    return things(one) - WIDE == things(again) - WIDE and near


WIDE = frozenset({"equipment", "vehicle"})
"""Sorts of too many things."""
SHORT = 3
"""Words of a name that tells no more than the sort, at most."""


def _is_car(one: Draft, again: Draft) -> bool:
    """15 автомобилей поступило. Машины закупили по лизингу: those counted right before."""
    words = key(one.slots["item"]).split()
    return (
        _right_before(one, again, CARS_AGAIN) and bool(words) and any(w.endswith(CARS) for w in (words[0], words[-1]))
    )


def _right_before(one: Draft, again: Draft, most: int) -> bool:
    """Say whether a draft stands in one of the last ``most`` sentences before another of the same status."""
    near = 0 < again.sentence - one.sentence <= most
    here = one.sentence == again.sentence and one.end <= again.start and again.slots.get("status") == "planned"
    told = {"planned", "allocated"} if here else {again.slots.get("status")}
    return (near or here) and one.slots.get("status") in told


# Agreement -------------------------------------------------------------------------------------------


def _only_topics(draft: Draft) -> bool:
    """Стороны договорились об обмене: what was agreed, without who has."""
    return draft.rule.startswith("agreement-agree") and not {"parties", "signatories"} & draft.slots.keys()


def _signed(one: Draft, again: Draft) -> bool:
    """Меморандум подписан. Стороны договорились о …: what the sides of the paper just signed have agreed on."""
    return "parties" in one.slots and _right_before(one, again, SIGNED)


SIGNED = 3
"""Sentences between a signing and what the sides have agreed on, at most."""


def _begun_once(draft: Draft) -> bool:
    """Құрылысы 2021 жылы басталған болатын, келесі жылы ашылуы керек: a work begun at some time, or due to open."""
    said = draft.slots.get("status")
    return said == "needed" or (said == "underway" and "date" in draft.slots and "percent" not in draft.slots)


def _halted(one: Draft, begun: Draft) -> bool:
    """Құрылыс тоқтап қалды: the one work of its sort there that stands still now."""
    same = all(one.slots.get(k) == begun.slots.get(k) for k in ("workType", "facilityType", "region", "place"))
    return same and one.slots.get("status") == "stopped" and "count" not in {*one.slots, *begun.slots}


def _same_object(draft: Draft) -> bool:
    """Жөндеу жүргізіліп жатқан нысан: work going on in a facility that only what was said before names."""
    own = {"facility", "place", "count", "percent"} & (draft.slots.keys() - draft.inherited)
    return draft.slots.get("workType") in MENDING and not own and "facilityType" in draft.inherited


def _being_mended(one: Draft, again: Draft) -> bool:
    """Қайта жаңғыртылып жатқан емхана: the one work in the sentences right before that makes the same facility new."""
    sort = one.slots.get("facilityType") == again.slots["facilityType"] and "count" not in one.slots
    return sort and one.slots.get("workType") in MENDING and _right_before(one, again, OBJECT)


OBJECT = 4
"""Sentences between a work and what is said of "the object", at most."""
MENDING = frozenset({"repair", "reconstruction"})


def _so_many_done(draft: Draft) -> bool:
    """Все 19 объектов сдадут до ноября: so many of no sort and in no place."""
    own = {"facility", "facilityType", "place", "amount"} & (draft.slots.keys() - draft.inherited)
    return draft.slots["workType"] == "construction" and draft.slots.get("count", 1) > FEW and not own


def _so_many_mended(one: Draft, again: Draft) -> bool:
    """Отремонтируют 19 объектов: as many that are being mended, whose end is told, to which the closer term passes."""
    mended = one.slots["workType"] in MENDING and one.slots.get("count") == again.slots["count"]
    near = 0 < again.sentence - one.sentence <= OBJECT + 1 and one.slots.get("region") == again.slots.get("region")
    open_ = {one.slots.get("status"), again.slots.get("status")} <= {"planned", "underway"}
    if mended and near and open_ and str(again.slots.get("due", "")).startswith(str(one.slots.get("due", ""))):
        one.say("due", again.slots.get("due"))
        return True
    return False


FEW = 2

# Staffing --------------------------------------------------------------------------------------------


def _vague_benefit(draft: Draft) -> bool:
    """Дәрігерлерге қолдау көрсетіледі, медикам вручили ключи: support or homes of no number and no sum."""
    return draft.slots.get("measure") in BENEFITS and not {"count", "amount"} & draft.slots.keys()


def _benefit_detailed(one: Draft, vague: Draft) -> bool:
    """Say whether a benefit with its number or sum stands right behind a vague one, or right before one of any staff."""
    if not {"count", "amount"} & one.slots.keys() or one.slots.get("measure") not in BENEFITS:
        return False
    same = one.slots["measure"] == vague.slots["measure"]
    elsewhere = any(k in one.slots and k in vague.slots and one.slots[k] != vague.slots[k] for k in ("region", "place"))
    steps = one.sentence - vague.sentence
    ahead = 0 < steps <= DETAILED and (same or vague.slots["measure"] == "social-support")
    anybody = str(vague.slots.get("profession", "")).casefold() in ANYBODY
    again = -2 <= steps <= 0 and same and anybody and one.slots.get("status") == vague.slots.get("status")
    return not elsewhere and (ahead or again)


BENEFITS = frozenset({"social-support", "housing"})
DETAILED = 3
"""Sentences from a benefit told in general to its details, at most."""

RULES = (
    ("Procurement", _any_device, _is_device, ADDED),
    ("Procurement", _any_car, _is_car, ADDED),
    ("Procurement", _called_so, _same_device, ADDED),
    ("Procurement", bare, with_make, ADDED),
    ("Procurement", uncounted, vehicles, ("place", "placeCode")),
    ("Procurement", plenty, counted, ("place", "placeCode", "district", "region", "due", "date")),
    ("Agreement", _only_topics, _signed, ("topics",)),
    ("Works", any_opening, has_opened, ADDED),
    ("Works", moved_in, was_built, ()),
    ("Works", _begun_once, _halted, ("amount", "source")),
    ("Staffing", staff_headline, housed, ("amount",)),
    ("Staffing", bare_lack, lacking, ()),
    ("Staffing", _vague_benefit, _benefit_detailed, ()),
    ("Works", _same_object, _being_mended, ADDED),
    ("Training", uncounted, trained, ("date", "countries")),
    ("Procurement", unplaced, received, ("source",)),
    ("Service", unplaced, begun_there, ("date",)),
    ("Service", unplaced_unit, named_unit, ("date",)),
    ("Policy", bare_paper, named_paper, ()),
    ("Works", _so_many_done, _so_many_mended, ()),
    ("Service", first_time, same_first, ("date",)),
    ("Mission", teamless, named_team, ("place", "placeCode", "district", "date")),
)
"""Kinds, what may be told again, what tells it, and the slots that pass to the one that stays."""
