"""When two drafts of works are one work: a shorter name, a headline's bare sort, a work told again."""

from __future__ import annotations

from functools import lru_cache

from kzhealthkg.extract.clause.standing import CALLED_APART
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.districts import holds, is_district, okrug_of
from kzhealthkg.extract.merge.names import called_otherwise, shortened, without_town

HEADLINE = 2
"""Sentences at the top that may be an article's headline."""
AGAIN = 4
"""Sentences within which a work is told again, with less of its place or its name."""
WISHED = ("planned", "needed")


def settle(one: Draft, other: Draft, full: Draft) -> None:
    """Give the draft that two works fold into the later status and the narrower place."""
    thin = other if full is one else one
    _without_need(full, thin)
    said = [d.slots["status"] for d in (full, thin) if d.slots.get("status", "planned") not in WISHED]
    if said:  # what has been done or goes on is no plan any more
        if said[0] == "completed" and full.slots.get("status") in WISHED:
            full.start, full.end = thin.start, thin.end  # построена, откроется в мае
        full.slots["status"] = said[0]
        for draft in (full, thin) if said[0] == "completed" else ():
            draft.slots.pop("due", None)  # құрылысы аяқталды, сәуірде ашылады
    elif {full.slots.get("status"), thin.slots.get("status")} == set(WISHED):
        full.slots["status"] = "planned"
    begun = {d.slots.get("status"): d for d in (one, other)}
    if begun.keys() == {"completed", "underway"} and begun["completed"].rule in OPENED:
        _opened(full, begun["completed"], begun["underway"])
    if okrug_of(full, thin) is full:
        full.slots |= {slot: thin.slots[slot] for slot in ("place", "placeCode") if slot in thin.slots}
    if is_district(full) and not is_district(thin) and "place" in thin.slots:
        full.drop("placeCode")
        full.slots |= {slot: thin.slots[slot] for slot in ("place", "placeCode") if slot in thin.slots}


OPENED = frozenset({"works-construct", "works-construct-ru", "works-opening-ru"})
"""Rules that tell of a house that is there."""


def _without_need(full: Draft, thin: Draft) -> None:
    """Сегодня больнице нужен ремонт, он запланирован на 2025 год: the time of the need is not that of the work."""
    if full.slots.get("status") != thin.slots.get("status"):
        for draft in (d for d in (full, thin) if d.slots.get("status") == "needed"):
            draft.drop("date")


def _other_lot(one: Draft, other: Draft) -> bool:
    """13 нысан салынды. … Тағы 13 орталық салынады: as many that are built and as many still to come are two lots."""
    early = min(one.sentence, other.sentence) < HEADLINE
    counted = one.slots.get("count", 1) == other.slots.get("count", 1) != 1
    states = {d.slots.get("status") for d in (one, other)}
    sorts = {d.slots.get("facilityType", "") for d in (one, other)}
    return counted and (
        (not early and states == {"completed", "planned"})
        or (len(sorts) == 2 and "completed" in states and len(states) == 2)
    )


def _opened(full: Draft, opened: Draft, begun: Draft) -> None:
    """Емхана ашылды. Құрылысы 2014 жылы басталған еді: what has opened is no longer being built."""
    full.slots["status"] = "completed"
    if full.slots.get("date") == begun.slots.get("date") != opened.slots.get("date"):
        full.slots.pop("date", None)
        full.say("date", opened.slots.get("date"))
    begun.slots.pop("date", None)
    full.start, full.end = opened.start, opened.end


def two_works(one: Draft, other: Draft) -> bool:
    """Say whether two drafts are told of different things, though they share a place or a sort."""
    return (
        _other_lot(one, other)
        or _typed_otherwise(one, other)
        or _counted_and_named(one, other)
        or _counted_and_sort(one, other)
        or _side_by_side(one, other)
        or _sort_and_place(one, other)
        or _done_before(one, other)
        or _total_and_member(one, other)
        or _in_another_part(one, other)
    )


def _in_another_part(one: Draft, other: Draft) -> bool:
    """Поликлиника открыта в городе, завершены поликлиники в его районе A: one of many there is not the one told of."""
    apart = one.slots.get("district") != other.slots.get("district")
    return apart and one.listed != other.listed and one.sentence != other.sentence


def _done_before(one: Draft, other: Draft) -> bool:
    """Емхана салынып жатыр. … Былтыр емхана ашылған: what was finished at its own time is not the one still going on."""
    done = [d for d in (one, other) if d.slots.get("status") == "completed" and "date" in d.slots.keys() - d.inherited]
    still = [d for d in (one, other) if d.slots.get("status") in ("underway", "planned")]
    if not (done and still) or any(d.slots.keys() & {"count", "facility"} for d in (one, other)):
        return False
    date, due = str(done[0].slots["date"]), str(still[0].slots.get("due", ""))
    later = due[:4] > date[:4] or (
        min(one.sentence, other.sentence) >= HEADLINE and done[0].sentence > still[0].sentence
    )
    return later and "/" not in date


def _total_and_member(one: Draft, other: Draft) -> bool:
    """Шесть поликлиник в A и B районах города: what one of the districts has is not all of them."""
    several = [d for d in (one, other) if d.slots.get("count", 1) != 1]
    return len(several) == 1 and any(d.listed and "count" not in d.slots for d in (one, other))


def _sort_and_place(one: Draft, other: Draft) -> bool:
    """14 объектов: 4 – в A, 10 – в B. Из них 4 ФАПа: parts of a total by place and by sort are not the same ones."""
    placed = [d for d in (one, other) if "place" in d.slots and "facilityType" not in d.slots]
    typed = [d for d in (one, other) if "place" not in d.slots and "facilityType" in d.slots]
    near = 0 < abs(one.sentence - other.sentence) <= 1 and min(one.sentence, other.sentence) > 0
    counted = all(d.slots.get("count", 1) != 1 for d in (one, other))
    return bool(placed and typed) and counted and (near or any(d.rule == "works-details-ru" for d in typed))


def one_work(one: Draft, other: Draft) -> bool:
    """A headline's bare "hospital" and the body's named one, in one place and state, are one work."""
    if "count" in one.slots or "count" in other.slots:
        return False
    equal = all(one.slots.get(k) == other.slots.get(k) for k in ("workType", "region"))
    equal = equal and (_at_once(one, other) or one.slots.get("status") == other.slots.get("status"))
    places = {d.slots["place"] for d in (one, other) if "place" in d.slots and not holds(d, one, other)}
    names = sorted({without_town(d) for d in (one, other) if "facility" in d.slots}, key=len)
    named = bool(names) and (len(names) == 1 or (bool(places) and shortened(*names)) or called_otherwise(one, other))
    types = sorted((str(d.slots.get("facilityType", "")) for d in (one, other)), key=len)
    akin = types[0] == types[1] or (types[1].endswith(f"-{types[0]}") and types[1] not in CALLED_APART)
    districts = {d.slots["district"] for d in (one, other) if "district" in d.slots}
    if equal and len(places) <= 1 and _tail(one, other):
        return True
    return equal and len(places) <= 1 and len(districts) <= 1 and named and bool(types[0]) and akin


def loosely_placed(one: Draft, other: Draft) -> bool:
    """A headline names only the region's city for the centre that the body places in a village: «A» орталығы."""
    early, late = sorted((one, other), key=lambda d: d.sentence)
    name = str(early.slots.get("facility", ""))
    same = name == late.slots.get("facility") and early.slots.get("region") == late.slots.get("region")
    narrower = "district" in late.slots and "district" not in early.slots
    return same and narrower and name[:1] in QUOTES and early.sentence < min(HEADLINE, late.sentence)


QUOTES = frozenset("«“")


def _tail(one: Draft, other: Draft) -> bool:
    """«A» онкология орталығы, онкология орталығы: the same without its quotation, told a little later."""
    early, late = sorted((one, other), key=lambda d: d.sentence)
    name, rest = str(early.slots.get("facility", "")), key(late.slots.get("facility", ""))
    words = key(name).split()
    near = 0 < late.sentence - early.sentence <= AGAIN and bool(rest) and name[:1] in QUOTES
    ends = [" ".join(words[i:]) for i in range(1, len(words))]
    return near and any(end.startswith(rest[:-1]) and len(end) - len(rest) <= 2 for end in ends)


def _at_once(one: Draft, other: Draft) -> bool:
    """A work told as going on, and promised, in one place is one."""
    dated = any("due" in d.slots for d in (one, other) if d.slots.get("status") == "planned")
    building = one.slots.get("workType") == "construction" or dated
    placed = building and one.slots.get("place") == other.slots.get("place") and "place" in one.slots
    return placed and {d.slots.get("status") for d in (one, other)} == {"planned", "underway"}


def without_begun(drafts: list[Draft]) -> list[Draft]:
    """Строительство началось в 2012 году, сегодня больница открылась: what has been finished is not going on."""
    done = [d for d in drafts if d.kind == "Works" and d.slots.get("status") == "completed" and "count" not in d.slots]
    return [d for d in drafts if not (_has_begun(d) and any(_finished(d, one) for one in done))]


def without_devices(drafts: list[Draft]) -> list[Draft]:
    """Больница оснащена оборудованием. Установлены томограф, маммограф: devices that follow tell the equipping."""
    things = [d for d in drafts if d.kind == "Procurement" and "item" in d.slots]
    return [d for d in drafts if not (_fits_out(d) and any(_spells_out(one, d) for one in things))]


def _fits_out(draft: Draft) -> bool:
    return draft.kind == "Works" and draft.slots.get("workType") == "equipping"


def _spells_out(thing: Draft, equipping: Draft) -> bool:
    """Say whether a thing installed in the sentence behind an equipping, or bought right below a headline, is a part of it."""
    headline = equipping.sentence == 0 < thing.sentence < HEADLINE and "facility" not in equipping.slots
    if headline and "facility" in thing.slots and thing.slots.get("status") == equipping.slots.get("status"):
        return thing.slots.get("region") == equipping.slots.get("region")
    near = equipping.sentence <= thing.sentence <= equipping.sentence + 1 and equipping.end <= thing.end
    same = all(thing.slots.get(k) in (None, equipping.slots.get(k)) for k in ("facility", "place"))
    return near and same and thing.slots.get("status") == equipping.slots.get("status")


def _has_begun(draft: Draft) -> bool:
    going = draft.kind == "Works" and draft.slots.get("status") == "underway" and "count" not in draft.slots
    return going and "date" in draft.slots


def _finished(draft: Draft, one: Draft) -> bool:
    """Say whether a work that has begun at some time is the finished one; of the same name and place if it is not open."""
    keys = ("workType", "facility", "facilityType", "place")
    alike = all(draft.slots[k] == one.slots[k] for k in keys if k in draft.slots and k in one.slots)
    begun = str(draft.slots["date"])
    same = all(draft.slots.get(k) == one.slots.get(k) for k in keys) and draft.slots.keys() & {"facility", "place"}
    earlier = bool(same) and begun[:4] < str(one.slots.get("date", "9999"))[:4]
    return (
        alike
        and draft.slots.get("facilityType") == one.slots.get("facilityType")
        and (begun.endswith("/..") or earlier)
    )


def _counted_and_named(one: Draft, other: Draft) -> bool:
    """14 мекеме жаңғыртылады, №16 емхана жаңғыртылуда: so many of a sort are not the one that has a name."""
    several = [d for d in (one, other) if d.slots.get("count", 1) != 1]
    return len(several) == 1 and any("facility" in d.slots for d in (one, other) if d is not several[0])


def _counted_and_sort(one: Draft, other: Draft) -> bool:
    """Открыт 21 объект. Откроется поликлиника: so many are not the one of a known sort."""
    several = [d for d in (one, other) if d.slots.get("count", 1) != 1]
    single = [d for d in (one, other) if "count" not in d.slots and "facilityType" in d.slots]
    return bool(several and single) and not (single[0].general and "facilityType" in several[0].slots)


def _side_by_side(one: Draft, other: Draft) -> bool:
    """A ауданында емхана және травматологиялық пункт салынады: two members of one list are two works."""
    sorts = [{k: d.slots[k] for k in ("facility", "facilityType") if k in d.slots} for d in (one, other)]
    return one.sentence == other.sentence and one.start != other.start and sorts[0] != sorts[1]


def key(value: object) -> str:
    """Return a value as it is compared: lower case, without quotation marks."""
    return _key(str(value))


@lru_cache(maxsize=10_000)
def _key(value: str) -> str:
    return value.lower().replace("«", "").replace("»", "")


def _typed_otherwise(one: Draft, other: Draft) -> bool:
    """A name of no known type and a bare type are not one facility: приёмный комплекс and поликлиника."""
    named = [d for d in (one, other) if "facility" in d.slots and "facilityType" not in d.slots]
    typed = [d for d in (one, other) if "facility" not in d.slots and "facilityType" in d.slots]
    return bool(named) and bool(typed)
