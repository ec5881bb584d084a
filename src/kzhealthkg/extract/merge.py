"""One statement an article: drafts that say the same thing become one, the fuller one leading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft

IDENTITY = {
    "Works": ("workType", "facility", "facilityType", "place", "count"),
    "Funding": ("amount",),
    "Procurement": ("item", "count", "place", "facility"),
    "Staffing": ("measure", "count", "amount", "profession"),
    "Training": ("count", "profession", "place", "topic"),
    "Grant": ("count", "level"),
    "Agreement": ("agreementType", "parties", "signatories", "topics"),
    "Post": ("person", "role", "organization"),
    "Appointment": ("person", "role", "change"),
    "Visit": ("person", "stop", "facility", "place", "region"),
    "Instruction": ("person", "topic"),
    "Mission": ("count", "patients", "operations", "participants", "facility", "place"),
    "Service": ("item",),
    "Capacity": ("facility", "facilityType", "place", "value"),
    "Indicator": ("measure", "value"),
    "Policy": ("document",),
}
"""The slots that tell two statements of one kind apart."""

COMMON = frozenset({"workType", "facilityType", "measure", "change", "region"})
"""Identity slots that too many statements share to make two of them one."""

LONE = {"Visit": ("stop",), "Mission": ("count", "patients", "operations", "participants")}
"""Slots that make a statement another one where the other has none of them: a stop, a sentence with figures."""


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """Fold drafts that agree wherever both speak, and share what identifies them."""
    drafts = _without_general(_without_served(list(drafts)))
    kept: dict[int, Draft] = {}
    shelves: dict[object, list[int]] = {}
    figures: dict[int, str] = {}
    for number, draft in enumerate(drafts):
        marks, figure = list(_marks(draft)), _figure(draft)
        near = sorted(
            {at for mark in marks for at in shelves.get(mark, ()) if not figure or figures[at] in ("", figure)}
        )
        home = next((at for at in near if _same(kept[at], draft)), number)
        kept[home] = draft if home == number else _fold(kept[home], draft)
        figures[home] = _figure(kept[home])
        for mark in {*marks, *_marks(kept[home])}:
            shelf = shelves.setdefault(mark, [])
            if home not in shelf:
                shelf.append(home)
    return list(kept.values())


SHORTEST_TASK = 3
HEADLINE = 2
"""Sentences at the top that may be an article's headline."""


def _without_served(drafts: list[Draft]) -> list[Draft]:
    """A headline's centre that opens is no work where the body says that it opens inside a hospital."""
    services = [d for d in drafts if d.kind == "Service" and "facility" in d.slots]
    return [d for d in drafts if not (_is_opening(d) and any(_serves(d, service) for service in services))]


def _without_general(drafts: list[Draft]) -> list[Draft]:
    """A headline's bare "new ambulatory" is no work beside the one of the same sort that the body places or names."""
    works = [d for d in drafts if d.kind == "Works"]
    return [d for d in drafts if not (_is_bare(d) and any(_details(one, d) for one in works))]


def _is_bare(draft: Draft) -> bool:
    """Say whether a headline's work has neither a name nor a place nor a figure, but a sort."""
    said = {"facility", "place", "district", "count", "amount", "percent"} & (set(draft.slots) - draft.inherited)
    return draft.kind == "Works" and draft.sentence < HEADLINE and not said and "facilityType" in draft.slots


def _details(one: Draft, headline: Draft) -> bool:
    same = all(one.slots.get(k) == headline.slots.get(k) for k in ("workType", "facilityType", "status"))
    return (
        same
        and one.sentence > headline.sentence
        and "count" not in one.slots
        and bool({"place", "facility"} & set(one.slots))
    )


def _serves(work: Draft, service: Draft) -> bool:
    return work.sentence < service.sentence and _key(service.slots["item"]).endswith(_key(work.slots["facility"]))


def _is_opening(draft: Draft) -> bool:
    heading = draft.kind == "Works" and draft.sentence < HEADLINE and draft.slots.get("workType") == "construction"
    return heading and "facility" in draft.slots and "amount" not in draft.slots


DECIDING = ("count", "amount", "value", "person")
"""Slots that no two statements folded into one differ in."""


def _figure(draft: Draft) -> str:
    """Return the value that a draft and its twin share unless one lacks it; "" where this one does."""
    slot = next((slot for slot in IDENTITY[draft.kind] if slot in DECIDING), None)
    return _key(draft.slots[slot]) if slot in draft.slots else ""


def _marks(draft: Draft) -> Iterator[object]:
    """Yield what a draft shares with any draft that it can be one with, so that only those are compared."""
    yield draft.kind, *((k, _key(draft.slots[k])) for k in IDENTITY[draft.kind] if k in draft.slots)
    if draft.kind == "Works" and "count" not in draft.slots:
        family = str(draft.slots.get("facilityType", "")).rsplit("-", 1)[-1]
        yield (draft.kind, family, *(draft.slots.get(k) for k in ("workType", "status", "region")))
    for slot in IDENTITY[draft.kind]:
        value = draft.slots.get(slot)
        for one in value if isinstance(value, list) else [value]:
            if one is not None and slot not in COMMON:
                yield draft.kind, slot, _key(one).rsplit(" ", 1)[-1] if slot == "item" else _key(one)


def _same(one: Draft, other: Draft) -> bool:
    if one.kind != other.kind:
        return False
    if one.kind == "Works" and (_one_work(one, other) or _narrowed(one, other)):
        return True
    keys = IDENTITY[one.kind]
    shared = [k for k in keys if k in one.slots and k in other.slots]
    if one.kind == "Agreement" and "parties" in shared:
        shared = [k for k in shared if k != "topics"]  # a headline words them in another way
    if _one_delivery(one, other):
        shared = [k for k in shared if k != "item"]  # көлік, машина: one thing under two names
    agree = all(_alike(one.slots[k], other.slots[k]) or (k == "topic" and _one_task(one, other)) for k in shared)
    named = [k for k in shared if k not in COMMON]
    same_size = {k for k in keys if k in one.slots} == {k for k in keys if k in other.slots}
    return agree and (bool(named) or same_size) and not _contradict(one, other) and not _apart(one, other)


def _one_task(one: Draft, other: Draft) -> bool:
    """A headline words a task with fewer of the same words."""
    short, long = sorted((set(_key(d.slots["topic"]).split()) for d in (one, other)), key=len)
    return one.kind == "Instruction" and len(short) >= SHORTEST_TASK and short <= long


def _one_delivery(one: Draft, other: Draft) -> bool:
    """As many things for the same facility, or one service with and without what describes it, are one."""
    if one.kind == "Service":
        short, long = sorted((_key(d.slots["item"]) for d in (one, other)), key=len)
        return long.endswith(f" {short}")
    if one.kind != "Procurement" or one.slots.get("count") is None or one.slots["count"] != other.slots.get("count"):
        return False
    placed = all("facility" in d.slots for d in (one, other))
    return placed or (one.slots["count"] != 1 and bool(_things(one) & _things(other)))


def _things(draft: Draft) -> set[str]:
    """Return the sorts of thing that an item's words name: машина, көлік are one."""
    groups = {row["form"]: row["group"] for row in lexicon.table("same_things")}
    return {groups[word] for word in _key(draft.slots["item"]).split() if word in groups}


def _typed_otherwise(one: Draft, other: Draft) -> bool:
    """A name of no known type and a bare type are not one facility: приёмный комплекс and поликлиника."""
    named = [d for d in (one, other) if "facility" in d.slots and "facilityType" not in d.slots]
    typed = [d for d in (one, other) if "facility" not in d.slots and "facilityType" in d.slots]
    return bool(named) and bool(typed)


def _apart(one: Draft, other: Draft) -> bool:
    if one.kind == "Works" and _typed_otherwise(one, other):
        return True
    if one.kind == "Works" and _counted_and_named(one, other):
        return True
    if one.kind == "Procurement":
        return _total_and_part(one, other) or {d.slots.get("status") for d in (one, other)} == {"planned", "completed"}
    if one.kind == "Mission" and {d.slots.get("status") for d in (one, other)} == {"planned", "completed"}:
        return True
    if one.kind in ("Staffing", "Training") and _other_figures(one, other):
        return True
    first, second = ({k for k in LONE.get(one.kind, ()) if k in d.slots} for d in (one, other))
    return first != second and not first & second


def _counted_and_named(one: Draft, other: Draft) -> bool:
    """14 мекеме жаңғыртылады, №16 емхана жаңғыртылуда: so many of a sort are not the one that has a name."""
    several = [d for d in (one, other) if d.slots.get("count", 1) != 1]
    return len(several) == 1 and any("facility" in d.slots for d in (one, other) if d is not several[0])


def _other_figures(one: Draft, other: Draft) -> bool:
    """So many doctors, and so much money for each, are two things; so are a rule and what was done by it."""
    first, second = ({k for k in ("count", "amount") if k in d.slots} for d in (one, other))
    if first and second:
        return not (first <= second or second <= first)
    return first != second and one.slots.get("status") != other.slots.get("status")


def _total_and_part(one: Draft, other: Draft) -> bool:
    """A counted total and what one receiver of several gets of it are two things."""
    first, second = (d.slots.get("region") if "region" not in d.inherited else None for d in (one, other))
    return _is_total(one, other) or _is_total(other, one) or bool(first and second and first != second)


def _is_total(one: Draft, other: Draft) -> bool:
    receiver = {"facility", "place", "region"}
    whole = "count" in one.slots and not receiver & (set(one.slots) - one.inherited)
    return whole and "count" not in other.slots and bool(receiver & (set(other.slots) - other.inherited))


def _one_work(one: Draft, other: Draft) -> bool:
    """A headline's bare "hospital" and the body's named one, in one place and state, are one work."""
    if "count" in one.slots or "count" in other.slots:
        return False
    equal = all(one.slots.get(k) == other.slots.get(k) for k in ("workType", "status", "region"))
    places = {d.slots["place"] for d in (one, other) if "place" in d.slots}
    names = sorted({_key(d.slots["facility"]) for d in (one, other) if "facility" in d.slots}, key=len)
    named = bool(names) and (len(names) == 1 or (bool(places) and _shortened(*names)))
    types = sorted((str(d.slots.get("facilityType", "")) for d in (one, other)), key=len)
    akin = types[0] == types[1] or types[1].endswith(f"-{types[0]}")
    return equal and len(places) <= 1 and named and bool(types[0]) and akin


def _narrowed(one: Draft, other: Draft) -> bool:
    """A ауданында ФАП ашылды … Б ауылында ашылған ФАП: the village said after its district is where the one work is."""
    if any({"count", "facility"} & set(d.slots) for d in (one, other)) or "facilityType" not in one.slots:
        return False
    equal = all(one.slots.get(k) == other.slots.get(k) for k in ("workType", "facilityType", "status", "region"))
    wide, narrow = sorted((one, other), key=lambda d: not _is_district(d))
    near = 0 < narrow.sentence - wide.sentence <= NARROWING
    inside = narrow.slots.get("district", wide.slots.get("district")) == wide.slots.get("district")
    return equal and near and inside and _is_district(wide) and "place" in narrow.slots and not _is_district(narrow)


def _is_district(draft: Draft) -> bool:
    place, district = str(draft.slots.get("place", "")), str(draft.slots.get("district", ""))
    return bool(district) and place.startswith(district) and place.endswith((" ауданы", " район"))


NARROWING = 3
"""Sentences within which a district is narrowed down to its village."""


def _shortened(short: str, long: str) -> bool:
    """Қалалық аурухана, қалалық көпсалалы аурухана: a name without some of the words before its last."""
    rest = iter(long.split())
    return short.split()[-1] == long.split()[-1] and all(word in rest for word in short.split())


def _begun(full: Draft, thin: Draft) -> None:
    """Решено открыть …, центр открыт: what has been done or goes on is no plan any more."""
    said = [d.slots["status"] for d in (full, thin) if d.slots.get("status", "planned") != "planned"]
    if said:
        full.slots["status"] = said[0]


def _alike(one: object, other: object) -> bool:
    """Lists agree where one holds the other: a headline names fewer parties."""
    if isinstance(one, list) and isinstance(other, list):
        first, second = {_key(v) for v in one}, {_key(v) for v in other}
        return first <= second or second <= first
    return _key(one) == _key(other)


def _key(value: object) -> str:
    return str(value).lower().replace("«", "").replace("»", "")


def _contradict(one: Draft, other: Draft) -> bool:
    """Different places, counts or amounts are different things."""
    for slot in ("region", "place", "district", "count", "amount", "value", "date", "patients"):
        a, b = one.slots.get(slot), other.slots.get(slot)
        if slot == "date" and one.kind == "Works" and one.slots.get("status") == "underway":
            continue
        if a is not None and b is not None and a != b and slot not in one.inherited | other.inherited:
            if slot == "place" and one.kind == "Works" and _narrowed(one, other):
                continue
            return not ((slot == "date" and str(a).startswith(str(b))) or str(b).startswith(str(a)))
    return False


FULLER = {"Works": "facility", "Instruction": "topic"}
"""Slots whose longer wording is kept."""


def _fold(one: Draft, other: Draft) -> Draft:
    """Return the fuller draft with the other's slots where it has none."""
    full, thin = (one, other) if len(one.slots) >= len(other.slots) else (other, one)
    if one.kind == "Works" and "planned" in (one.slots.get("status"), other.slots.get("status")):
        _begun(full, thin)
    if len(str(thin.slots.get("facilityType", ""))) > len(str(full.slots.get("facilityType", ""))):
        full.slots["facilityType"] = thin.slots["facilityType"]
    name = FULLER.get(one.kind, "")
    if len(str(thin.slots.get(name, ""))) > len(str(full.slots.get(name, ""))):
        full.slots[name] = thin.slots[name]
    if one.kind == "Works" and _is_district(full) and not _is_district(thin) and "place" in thin.slots:
        full.slots |= {slot: thin.slots[slot] for slot in ("place", "placeCode") if slot in thin.slots}
    for slot, value in thin.slots.items():
        if slot not in full.slots:
            full.slots[slot] = value
        elif slot in full.inherited and slot not in thin.inherited:
            full.slots[slot] = value
            full.inherited.discard(slot)
    return full
