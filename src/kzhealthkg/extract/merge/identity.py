"""When two drafts say the same: what they must have in common, and what tells them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import PLACED, Draft
from kzhealthkg.extract.merge.countries import without_country
from kzhealthkg.extract.merge.districts import narrowed
from kzhealthkg.extract.merge.headlines import agreed, delivered, same_years, visited_town
from kzhealthkg.extract.merge.sorts import one_device, things
from kzhealthkg.extract.merge.words import alike, worded
from kzhealthkg.extract.merge.works import key, loosely_placed, one_work, two_works

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
DECIDING = ("count", "amount", "value", "person")
"""Slots that no two statements folded into one differ in."""
DECIDES = {kind: next((slot for slot in slots if slot in DECIDING), "") for kind, slots in IDENTITY.items()}
"""For each kind the first of those that identify it, "" for none."""


def figure_of(draft: Draft) -> str:
    """Return the value that a draft and its twin share unless one lacks it; "" where this one does."""
    slot = DECIDES[draft.kind]
    return key(draft.slots[slot]) if slot in draft.slots else ""


def marks_of(draft: Draft) -> Iterator[object]:
    """Yield what a draft shares with any draft that it can be one with, so that only those are compared."""
    keys = {k: key(draft.slots[k]) for k in IDENTITY[draft.kind] if k in draft.slots}
    yield draft.kind, *keys.items()
    if draft.kind == "Works" and "count" not in draft.slots:
        family = str(draft.slots.get("facilityType", "")).rsplit("-", 1)[-1]
        yield (draft.kind, family, *(draft.slots.get(k) for k in ("workType", "status", "region")))
        if "district" in draft.slots and draft.slots.get("status") in ("planned", "underway"):
            yield (draft.kind, family, "to come", draft.slots["district"])
    yield from _named_marks(draft)
    for slot in [k for k in keys if k not in COMMON]:
        value = draft.slots[slot]
        for one in map(key, value) if isinstance(value, list) else [keys[slot]]:
            yield draft.kind, slot, one.rsplit(" ", 1)[-1] if slot == "item" else one


WORDS = re.compile("[ -]")


def _named_marks(draft: Draft) -> Iterator[object]:
    """Yield the marks of what a draft names: an agreement, a thing, a paper."""
    if draft.kind == "Agreement":
        yield draft.kind, "headline"  # which leaves its type and its parties to the lead
    if draft.kind in ("Procurement", "Service"):
        yield from ((draft.kind, thing) for thing in (*things(draft), key(draft.slots["item"]).split(" ")[0]))
    if draft.kind == "Service":
        stems = _stems(key(draft.slots["item"]))
        yield draft.kind, stems
        yield draft.kind, WORDS.split(key(draft.slots["item"]))[-1][:STEM]
    if draft.kind == "Policy":
        yield draft.kind, key(draft.slots["document"]).split(" ")[0]
        yield draft.kind, without_country(draft)


DELIVERED = frozenset({"Procurement", "Service"})
"""Kinds of things, of which several names may be of one."""


def same(one: Draft, other: Draft) -> bool:
    """Say whether two drafts may be told as one statement."""
    if one.kind != other.kind or _other_unit(one, other):
        return False
    if one.kind == "Works" and (one_work(one, other) or narrowed(one, other)) and not two_works(one, other):
        return True
    if _of_headline(one, other):
        return True
    keys = IDENTITY[one.kind]
    shared = [k for k in keys if k in one.slots and k in other.slots]
    if one.kind == "Agreement" and "parties" in shared:
        shared = [k for k in shared if k != "topics"]  # a headline words them in another way
    if "place" in shared and loosely_placed(one, other):
        shared = [k for k in shared if k != "place"]
    delivery = one.kind in DELIVERED and _one_delivery(one, other)
    if delivery:
        shared = [k for k in shared if k != "item"]  # көлік, машина: one thing under two names
    if not all(alike(one.slots[k], other.slots[k]) or worded(k, one, other) for k in shared):
        return False
    alike_enough = (
        delivery or not COMMON.issuperset(shared) or all((k in one.slots) == (k in other.slots) for k in keys)
    )
    return alike_enough and not _contradict(one, other) and not _apart(one, other)


def _of_headline(one: Draft, other: Draft) -> bool:
    """Say whether one of two drafts is a headline's, which tells the other one's visit or agreement in its own way."""
    if one.kind == "Agreement":
        return agreed(one, other)
    return one.kind == "Visit" and not (one.sentence and other.sentence) and visited_town(one, other)


def _other_unit(one: Draft, other: Draft) -> bool:
    """Өлім үш есе азайды, үш өлім тіркелді: a change of so many times is no count of so many."""
    return one.kind == "Indicator" and one.slots.get("unit") != other.slots.get("unit")


def _one_delivery(one: Draft, other: Draft) -> bool:
    """As many things for the same facility, or one service with and without what describes it, are one."""
    if one_device(one, other):
        return True
    if one.kind == "Service":
        short, long = sorted((key(d.slots["item"]) for d in (one, other)), key=len)
        first_times = all(d.rule.startswith("service-first") for d in (one, other))
        reworded = first_times and set(short.split()) <= set(long.split())  # ашық жүрекке ота, жүрекке ашық ота
        return (
            long.endswith(f" {short}")
            or reworded
            or delivered(one, other)
            or _one_name(one, other)
            or _turned(short, long)
        )
    if one.kind == "Procurement" and delivered(one, other):
        return True
    if one.kind != "Procurement" or one.slots.get("count") is None or one.slots["count"] != other.slots.get("count"):
        return False
    placed = all("facility" in d.slots for d in (one, other))
    return placed or (one.slots["count"] != 1 and bool(things(one) & things(other)))


def _turned(short: str, long: str) -> bool:
    """Кабинет диализа, диализный кабинет; зертхана, ПТР зертханасы: the same stems in another order, or a noun with its owner."""
    owned = " " not in short and len(short) > STEM and long.rpartition(" ")[2] in {short + end for end in OWNED}
    return owned or (" " in short and _stems(short) == _stems(long))


def _stems(item: str) -> tuple[str, ...]:
    return tuple(sorted(word[:STEM] for word in item.split()))


STEM = 5
"""Letters that the forms of a word share."""
OWNED = lexicon.words("extract.merge.identity", "owned")


def _one_name(one: Draft, other: Draft) -> bool:
    """«X» бағдарламасы, «X» арнайы бағдарламасы: one thing by its name in quotation marks and its noun."""
    items = [str(d.slots["item"]) for d in (one, other)]
    names = [item[item.find("«") : item.find("»") + 1].casefold() for item in items]
    nouns = {item.split()[-1].casefold() for item in items}
    return bool(names[0]) and names[0] == names[1] and len(nouns) == 1


def _apart(one: Draft, other: Draft) -> bool:
    """Say whether two drafts alike tell of two things: what was asked for and given, planned and done, counted each."""
    if one.kind == "Works" and two_works(one, other):
        return True
    if one.kind == "Service" and (one.listed != other.listed or _two_hosts(one, other)):
        return True  # an отделение, and another one like it
    if one.kind == "Procurement":
        return (
            _counted_each(one, other)
            or _total_and_part(one, other)
            or _two_receivers(one, other)
            or {d.slots.get("status") for d in (one, other)} == {"planned", "completed"}
            or _habit_and_deed(one, other)
        )
    if one.kind == "Funding" and {d.slots.get("status") for d in (one, other)} == {"needed", "allocated"}:
        return True  # what was asked for, and what was given
    if one.kind == "Mission" and {d.slots.get("status") for d in (one, other)} == {"planned", "completed"}:
        return True
    if one.kind in ("Staffing", "Training") and (_other_figures(one, other) or _local_lack(one, other)):
        return True
    if one.kind == "Visit" and one.sentence == other.sentence and _one_stay(one, other):
        return False
    first, second = ({k for k in LONE.get(one.kind, ()) if k in d.slots} for d in (one, other))
    return first != second and not first & second


def _one_stay(one: Draft, other: Draft) -> bool:
    """В открытии принял участие прибывший в A аким: a stop of no name, and the town that it is in, in one sentence."""
    return all(one.slots.get(k) == other.slots.get(k) for k in ("person", "facility", "place", "region", "date"))


def _counted_each(one: Draft, other: Draft) -> bool:
    """Для больницы купят два томографа и два ангиографа: of one sentence, each with a number of its own."""
    told = one.sentence == other.sentence and key(one.slots["item"]) != key(other.slots["item"])
    return told and bool(one.used and other.used) and not one.used & other.used


def _habit_and_deed(one: Draft, other: Draft) -> bool:
    """Ежегодно закупает лекарства; в 2023 году закупил на M: what is always done has not the sum of one year."""
    done = [d for d in (one, other) if d.slots.get("status") == "completed" and "date" in d.slots]
    goes_on = [d for d in (one, other) if d.slots.get("status") == "underway" and "date" not in d.slots]
    return bool(done and goes_on) and bool({"count", "amount"} & (done[0].slots.keys() ^ goes_on[0].slots.keys()))


def _two_hosts(one: Draft, other: Draft) -> bool:
    """A және B ауруханаларында бөлімше ашылды: of one sentence, one in each."""
    hosts = [d.slots.get("facility") for d in (one, other)]
    return one.sentence == other.sentence and None not in hosts and hosts[0] != hosts[1]


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


"""Slots of where a thing is."""


def _contradict(one: Draft, other: Draft) -> bool:
    """Different places, counts or amounts are different things."""
    for slot in ("region", "place", "district", "count", "amount", "value", "date", "patients"):
        a, b = one.slots.get(slot), other.slots.get(slot)
        if slot == "date" and one.kind == "Works" and one.slots.get("status") == "underway":
            continue
        if slot == "date" and same_years(one, other):
            continue
        if a is not None and b is not None and key(a) != key(b) and slot not in one.inherited | other.inherited:
            if slot == "place" and one.kind == "Works" and narrowed(one, other):
                continue
            if slot in PLACED and loosely_placed(one, other):
                continue
            return not ((slot == "date" and str(a).startswith(str(b))) or str(b).startswith(str(a)))
    return False
