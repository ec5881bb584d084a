"""One statement an article: drafts that say the same thing become one, the fuller one leading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.arrivals import without_announced
from kzhealthkg.extract.merge.districts import mark_lists, narrowed
from kzhealthkg.extract.merge.handed import without_handed
from kzhealthkg.extract.merge.headlines import (
    agreed,
    delivered,
    described,
    groups,
    same_years,
    things,
    town_of,
    visited_town,
    whole_district,
    without_district_towns,
    without_missions_heralded,
    without_uncounted,
)
from kzhealthkg.extract.merge.retold import without_told_again
from kzhealthkg.extract.merge.rounded import without_rounded
from kzhealthkg.extract.merge.sums import without_retold
from kzhealthkg.extract.merge.words import alike, worded
from kzhealthkg.extract.merge.works import (
    HEADLINE,
    key,
    loosely_placed,
    one_work,
    settle,
    two_works,
    without_begun,
    without_devices,
    without_general,
)

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
    drafts = without_missions_heralded(list(drafts))
    drafts = without_told_again(without_handed(without_announced(_without_served(drafts)), groups()))
    drafts = without_devices(
        without_begun(without_rounded(without_general(without_district_towns(without_uncounted(drafts)))))
    )
    mark_lists(drafts)
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
        for mark in marks if home == number else {*marks, *_marks(kept[home])}:
            shelf = shelves.setdefault(mark, [])
            if home not in shelf:
                shelf.append(home)
    return without_retold(list(kept.values()))


def _without_served(drafts: list[Draft]) -> list[Draft]:
    """A headline's centre that opens is no work where the body says that it opens inside a hospital."""
    services = [d for d in drafts if d.kind == "Service" and "facility" in d.slots]
    return [d for d in drafts if not (_is_opening(d) and any(_serves(d, service) for service in services))]


def _serves(work: Draft, service: Draft) -> bool:
    return work.sentence < service.sentence and key(service.slots["item"]).endswith(key(work.slots["facility"]))


def _is_opening(draft: Draft) -> bool:
    heading = draft.kind == "Works" and draft.sentence < HEADLINE and draft.slots.get("workType") == "construction"
    heading = heading and draft.slots.get("status") != "underway"
    return heading and "facility" in draft.slots and "amount" not in draft.slots


DECIDING = ("count", "amount", "value", "person")
"""Slots that no two statements folded into one differ in."""
DECIDES = {kind: next((slot for slot in slots if slot in DECIDING), "") for kind, slots in IDENTITY.items()}
"""For each kind the first of those that identify it, "" for none."""


def _figure(draft: Draft) -> str:
    """Return the value that a draft and its twin share unless one lacks it; "" where this one does."""
    slot = DECIDES[draft.kind]
    return key(draft.slots[slot]) if slot in draft.slots else ""


def _marks(draft: Draft) -> Iterator[object]:
    """Yield what a draft shares with any draft that it can be one with, so that only those are compared."""
    yield draft.kind, *((k, key(draft.slots[k])) for k in IDENTITY[draft.kind] if k in draft.slots)
    if draft.kind == "Works" and "count" not in draft.slots:
        family = str(draft.slots.get("facilityType", "")).rsplit("-", 1)[-1]
        yield (draft.kind, family, *(draft.slots.get(k) for k in ("workType", "status", "region")))
    if draft.kind == "Agreement":
        yield draft.kind, "headline"  # which leaves its type and its parties to the lead
    if draft.kind == "Procurement":
        yield from ((draft.kind, thing) for thing in (*things(draft), key(draft.slots["item"]).split(" ")[0]))
    for slot in IDENTITY[draft.kind]:
        value = draft.slots.get(slot)
        for one in value if isinstance(value, list) else [value]:
            if one is not None and slot not in COMMON:
                yield draft.kind, slot, key(one).rsplit(" ", 1)[-1] if slot == "item" else key(one)


def _same(one: Draft, other: Draft) -> bool:
    if one.kind != other.kind or _other_unit(one, other):
        return False
    if one.kind == "Works" and (one_work(one, other) or narrowed(one, other)) and not two_works(one, other):
        return True
    if (one.kind == "Visit" and visited_town(one, other)) or (one.kind == "Agreement" and agreed(one, other)):
        return True
    keys = IDENTITY[one.kind]
    shared = [k for k in keys if k in one.slots and k in other.slots]
    if one.kind == "Agreement" and "parties" in shared:
        shared = [k for k in shared if k != "topics"]  # a headline words them in another way
    if loosely_placed(one, other):
        shared = [k for k in shared if k != "place"]
    delivery = _one_delivery(one, other)
    if delivery:
        shared = [k for k in shared if k != "item"]  # көлік, машина: one thing under two names
    agree = all(alike(one.slots[k], other.slots[k]) or worded(k, one, other) for k in shared)
    named = [k for k in shared if k not in COMMON]
    same_size = {k for k in keys if k in one.slots} == {k for k in keys if k in other.slots}
    return agree and (delivery or bool(named) or same_size) and not _contradict(one, other) and not _apart(one, other)


def _other_unit(one: Draft, other: Draft) -> bool:
    """Өлім үш есе азайды, үш өлім тіркелді: a change of so many times is no count of so many."""
    return one.kind == "Indicator" and one.slots.get("unit") != other.slots.get("unit")


def _one_delivery(one: Draft, other: Draft) -> bool:
    """As many things for the same facility, or one service with and without what describes it, are one."""
    if one.kind == "Service":
        short, long = sorted((key(d.slots["item"]) for d in (one, other)), key=len)
        return long.endswith(f" {short}")
    if one.kind == "Procurement" and delivered(one, other):
        return True
    if one.kind != "Procurement" or one.slots.get("count") is None or one.slots["count"] != other.slots.get("count"):
        return False
    placed = all("facility" in d.slots for d in (one, other))
    return placed or (one.slots["count"] != 1 and bool(things(one) & things(other)))


def _apart(one: Draft, other: Draft) -> bool:
    if one.kind == "Works" and two_works(one, other):
        return True
    if one.kind == "Service" and one.listed != other.listed:
        return True  # an отделение, and another one like it
    if one.kind == "Procurement":
        return (
            _total_and_part(one, other)
            or _two_receivers(one, other)
            or {d.slots.get("status") for d in (one, other)} == {"planned", "completed"}
        )
    if one.kind == "Funding" and {d.slots.get("status") for d in (one, other)} == {"needed", "allocated"}:
        return True  # what was asked for, and what was given
    if one.kind == "Mission" and {d.slots.get("status") for d in (one, other)} == {"planned", "completed"}:
        return True
    if one.kind in ("Staffing", "Training") and (_other_figures(one, other) or _local_lack(one, other)):
        return True
    first, second = ({k for k in LONE.get(one.kind, ()) if k in d.slots} for d in (one, other))
    return first != second and not first & second


def _other_figures(one: Draft, other: Draft) -> bool:
    """So many doctors, and so much money for each, are two things; so are a rule and what was done by it."""
    first, second = ({k for k in ("count", "amount") if k in d.slots} for d in (one, other))
    if first and second:
        return not (first <= second or second <= first)
    return first != second and one.slots.get("status") != other.slots.get("status")


def _local_lack(one: Draft, other: Draft) -> bool:
    """Облыста 15 дәрігер қажет. A ауданында дәрігер жоқ: a lack without a figure in one place is not the region's."""
    counted, bare = sorted((one, other), key=lambda d: "count" not in d.slots)
    lack = one.slots.get("measure") == "shortage" and "count" in counted.slots and "count" not in bare.slots
    return lack and "place" in bare.slots and "place" not in counted.slots


def _two_receivers(one: Draft, other: Draft) -> bool:
    """В районную больницу, участковую больницу посёлка X: of one sentence a hospital, and the town of another."""
    first, second = ({"facility", "place"} & d.slots.keys() for d in (one, other))
    return one.sentence == other.sentence and bool(first and second) and not first & second


def _total_and_part(one: Draft, other: Draft) -> bool:
    """A counted total and what one receiver of several gets of it are two things."""
    first, second = (d.slots.get("region") if "region" not in d.inherited else None for d in (one, other))
    return _is_total(one, other) or _is_total(other, one) or bool(first and second and first != second)


def _is_total(one: Draft, other: Draft) -> bool:
    receiver = {"facility", "place", "region"}
    own = receiver & (set(one.slots) - one.inherited)
    whole = "count" in one.slots and (not own or (own == {"region"} and one.sentence == other.sentence))
    return whole and "count" not in other.slots and bool(receiver - own & (set(other.slots) - other.inherited))


PLACED = ("place", "district", "placeCode")
"""Slots of where a thing is."""


def _stand(full: Draft, thin: Draft) -> None:
    """Give two drafts that fold into one the later place where the first is loose, the headline's where it is narrower."""
    early, late = sorted((full, thin), key=lambda d: d.sentence)
    chosen = late if loosely_placed(full, thin) else early if full.kind == "Visit" and town_of(full, thin) else None
    where = {k: chosen.slots[k] for k in PLACED if k in chosen.slots} if chosen is not None else {}
    for draft in (full, thin) if chosen is not None else ():
        draft.slots = {k: v for k, v in draft.slots.items() if k not in PLACED} | where


def _contradict(one: Draft, other: Draft) -> bool:
    """Different places, counts or amounts are different things."""
    for slot in ("region", "place", "district", "count", "amount", "value", "date", "patients"):
        a, b = one.slots.get(slot), other.slots.get(slot)
        if slot == "date" and one.kind == "Works" and one.slots.get("status") == "underway":
            continue
        if slot == "date" and same_years(one, other):
            continue
        if a is not None and b is not None and a != b and slot not in one.inherited | other.inherited:
            if slot == "place" and one.kind == "Works" and narrowed(one, other):
                continue
            if slot in PLACED and loosely_placed(one, other):
                continue
            return not ((slot == "date" and str(a).startswith(str(b))) or str(b).startswith(str(a)))
    return False


def _own_words(one: Draft, other: Draft) -> None:
    """What the article itself has told below its headline is not said by who says it again."""
    first, again = sorted((one, other), key=lambda d: d.sentence)
    if 0 < first.sentence < again.sentence and "speaker" not in first.slots:
        again.slots.pop("speaker", None)


FULLER = {
    "Works": ("facility",),
    "Procurement": ("facility", "item"),
    "Instruction": ("topic",),
    "Capacity": ("facility",),
    "Indicator": ("measure",),
}
"""Slots whose longer wording is kept."""


def _fold(one: Draft, other: Draft) -> Draft:
    """Return the fuller draft with the other's slots where it has none."""
    _own_words(one, other)
    full, thin = (one, other) if len(one.slots) >= len(other.slots) else (other, one)
    if one.kind == "Works":
        settle(one, other, full)
    if len(str(thin.slots.get("facilityType", ""))) > len(str(full.slots.get("facilityType", ""))):
        full.slots["facilityType"] = thin.slots["facilityType"]
    _name_fully(full, thin)
    _stand(full, thin)
    if same_years(one, other):
        full.slots["date"] = max(one, other, key=lambda d: d.sentence).slots["date"]
    if whole_district(full, thin):
        thin.slots = {k: v for k, v in thin.slots.items() if k not in ("place", "placeCode")}
    for slot, value in thin.slots.items():
        if slot not in full.slots:
            full.slots[slot] = value
        elif slot in full.inherited and slot not in thin.inherited:
            full.slots[slot] = value
            full.inherited.discard(slot)
    return full


def _name_fully(full: Draft, thin: Draft) -> None:
    """Give a draft the longer wording of what it names, where the other has it."""
    for name in FULLER.get(full.kind, ()):
        short, long = str(full.slots.get(name, "")), str(thin.slots.get(name, ""))
        if len(long) > len(short) and (name != "item" or described(short, long)):
            full.slots[name] = long
