"""One statement an article: drafts that say the same thing become one, the fuller one leading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import PLACED, Draft
from kzhealthkg.extract.merge.arrivals import without_announced, without_departures
from kzhealthkg.extract.merge.called_otherwise import without_called_otherwise
from kzhealthkg.extract.merge.districts import with_lists_marked
from kzhealthkg.extract.merge.general_goods import without_general_goods
from kzhealthkg.extract.merge.general_works import without_general
from kzhealthkg.extract.merge.handed import without_handed
from kzhealthkg.extract.merge.headline_works import without_headline_works
from kzhealthkg.extract.merge.headlines import (
    described,
    in_the_town,
    same_years,
    town_of,
    whole_district,
    without_district_towns,
    without_missions_heralded,
    without_summing_headlines,
    without_uncounted,
    without_vaguer,
)
from kzhealthkg.extract.merge.houses import with_places_of_houses
from kzhealthkg.extract.merge.identity import figure_of, marks_of, same
from kzhealthkg.extract.merge.members import with_sources_of_totals
from kzhealthkg.extract.merge.names import ANYBODY
from kzhealthkg.extract.merge.parts_of_new import without_parts_of_new
from kzhealthkg.extract.merge.retold import without_told_again
from kzhealthkg.extract.merge.rounded import without_rounded
from kzhealthkg.extract.merge.rounded_again import without_rounded_again
from kzhealthkg.extract.merge.signed import without_signed_papers
from kzhealthkg.extract.merge.sorts import things
from kzhealthkg.extract.merge.sums import without_retold
from kzhealthkg.extract.merge.terms import with_terms_of_members
from kzhealthkg.extract.merge.totals import with_mixed_totals
from kzhealthkg.extract.merge.uncounted_goods import without_uncounted_goods
from kzhealthkg.extract.merge.uncounted_staff import without_uncounted_staff
from kzhealthkg.extract.merge.works import (
    HEADLINE,
    key,
    loosely_placed,
    settle,
    without_begun,
    without_devices,
)


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """Fold drafts that agree wherever both speak, and share what identifies them."""
    told = list(drafts)
    kinds = {draft.kind for draft in told}
    for needed, step in STEPS if told else ():
        if not needed or needed in kinds:
            told = step(told)
    told = _folded(told)
    return without_retold(told) if "Funding" in kinds else told


def _folded(drafts: list[Draft]) -> list[Draft]:
    """Fold each draft into the first kept one that tells the same; only those that share a mark are compared."""
    kept: dict[int, Draft] = {}
    shelves: dict[object, list[int]] = {}
    figures: dict[int, str] = {}
    often = Counter([draft.kind for draft in drafts])
    for number, draft in enumerate(drafts):
        if often[draft.kind] == 1:
            kept[number] = draft
            continue
        marks, figure = list(marks_of(draft)), figure_of(draft)
        near = sorted(
            {at for mark in marks for at in shelves.get(mark, ()) if not figure or figures[at] in ("", figure)}
        )
        homes = [at for at in near if at in kept and same(kept[at], draft)]
        home = homes[0] if homes else number
        kept[home] = _fold(kept[home], draft) if homes else draft
        for at in homes[1:]:
            if same(kept[home], kept[at]):  # what the headline and the lead tell has now turned out to be one
                kept[home] = _fold(kept[home], kept.pop(at))
        figures[home] = figure_of(kept[home])
        for mark in {*marks, *marks_of(kept[home])} if homes else marks:
            shelf = shelves.setdefault(mark, [])
            if home not in shelf:
                shelf.append(home)
    return list(kept.values())


def _without_served(drafts: list[Draft]) -> list[Draft]:
    """A centre that opens is no work where the body says, below the headline or before, that it opens inside a hospital."""
    services = [d for d in drafts if d.kind == "Service" and "facility" in d.slots]
    houses = [d for d in drafts if services and d.kind == "Works"]
    works = [d for d in houses if "facility" in d.slots]
    gone = {id(d) for d in works if any(_serves(d, service) for service in services)}
    gone |= {id(d) for d in services if any(_is_house(work, d) for work in houses if id(work) not in gone)}
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _is_house(work: Draft, service: Draft) -> bool:
    """Завершается строительство центра. Центр создан на базе больницы: a house being built is no service told of it again."""
    near = 0 < service.sentence - work.sentence <= AGAIN and work.slots.get("workType") == "construction"
    return near and (key(service.slots["item"]) == key(work.slots.get("facility", "")) or _is_sort(work, service))


def _is_sort(work: Draft, service: Draft) -> bool:
    """Построят пятый родильный дом. Роддом откроют на базе больницы: one house to come there, by another word of its sort."""
    same = all(work.slots.get(k) == service.slots.get(k) for k in ("region", "place", "status"))
    sort = SORTS.get(key(service.slots["item"]), "")
    return same and "place" in work.slots and sort == work.slots.get("facilityType")


SORTS = dict(named.split(": ") for named in lexicon.words("extract.merge.merge", "sorts"))
"""Names of houses that are called by two → their sort."""


AGAIN = 2
"""Sentences between a house and what tells of it again as a service, at most."""


def _serves(work: Draft, service: Draft) -> bool:
    told = _is_opening(work) if work.sentence < service.sentence else _was_there(work, service)
    return told and (key(service.slots["item"]).endswith(key(work.slots["facility"])) or _is_centre(work, service))


def _is_centre(work: Draft, service: Draft) -> bool:
    """Жүрек орталығы ашылды. … ауруханада кардиология орталығы ашылды: the one centre that the sentence below opens."""
    names = [key(d.slots[k]).split() for d, k in ((work, "facility"), (service, "item"))]
    right_below = work.sentence == 0 < service.sentence <= HEADLINE and work.slots.get("status") == service.slots.get(
        "status"
    )
    plain = not any(c.isupper() or c in "«№" for c in str(work.slots["facility"])[1:])
    centres = all(any(w.startswith(CENTRES) for w in name) for name in names)
    return right_below and plain and (centres or (len(names[0][0]) >= STEM and names[0][0][:STEM] in names[1][0]))


CENTRES = lexicon.words("extract.merge.merge", "centres")
STEM = 5
"""Letters of a centre's name that the unit it is has too, at least: диализ, гемодиализ."""


def _was_there(work: Draft, service: Draft) -> bool:
    """Орталық ашылды. … Оның ашылуына әкім қатысты: an opening told again, at which somebody was."""
    done = work.slots.get("status") == service.slots.get("status") == "completed"
    return done and work.rule.startswith("works-attend") and work.sentence > service.sentence


def _is_opening(draft: Draft) -> bool:
    heading = draft.kind == "Works" and draft.sentence < HEADLINE and draft.slots.get("workType") == "construction"
    heading = heading and draft.slots.get("status") != "underway"
    return heading and "facility" in draft.slots and "amount" not in draft.slots


STEPS: tuple[tuple[str, Callable[[list[Draft]], list[Draft]]], ...] = (
    ("Mission", without_missions_heralded),
    ("", with_places_of_houses),
    ("Works", with_terms_of_members),
    ("Works", without_parts_of_new),
    ("Service", _without_served),
    ("Mission", without_announced),
    ("Mission", without_departures),
    ("Policy", without_signed_papers),
    ("Procurement", without_handed),
    ("Procurement", without_general_goods),
    ("", without_told_again),
    ("Works", without_headline_works),
    ("Works", without_called_otherwise),
    ("Works", with_mixed_totals),
    ("Works", with_sources_of_totals),
    ("Staffing", without_uncounted),
    ("Works", without_summing_headlines),
    ("Works", without_district_towns),
    ("Works", without_general),
    ("Works", without_vaguer),
    ("", without_rounded),
    ("", without_rounded_again),
    ("Works", without_begun),
    ("Procurement", without_devices),
    ("Procurement", without_uncounted_goods),
    ("Staffing", without_uncounted_staff),
    ("Works", with_lists_marked),
)
"""What is left out, or told more fully, before drafts are folded, in this order.

Each with the kind without a draft of which it has nothing to do; "" where any will do.
"""


def _stand(full: Draft, thin: Draft) -> None:
    """Give two drafts that fold into one the later place where the first is loose, the headline's where it is narrower."""
    early, late = sorted((full, thin), key=lambda d: d.sentence)
    chosen = late if loosely_placed(full, thin) else early if full.kind == "Visit" and town_of(full, thin) else None
    chosen = in_the_town(full, thin) if chosen is None and full.kind == "Visit" else chosen
    where = {k: chosen.slots[k] for k in PLACED if k in chosen.slots} if chosen is not None else {}
    for draft in (full, thin) if chosen is not None else ():
        draft.slots = {k: v for k, v in draft.slots.items() if k not in PLACED} | where


def _own_words(one: Draft, other: Draft) -> None:
    """What the article itself has told below its headline is not said by who says it again."""
    first, again = sorted((one, other), key=lambda d: d.sentence)
    below = 0 < first.sentence < again.sentence
    placed = first.sentence < again.sentence and "place" in first.slots.keys() - first.inherited
    fuller = placed and (_adds_nothing(again) or _tells_less(again, first))
    if (below or (fuller and first.kind == "Works")) and "speaker" not in first.slots:
        again.slots.pop("speaker", None)


def _adds_nothing(again: Draft) -> bool:
    """«У нас открыли амбулаторию», – рад житель: say whether who is quoted tells no more than the headline has."""
    return again.slots.keys() - again.inherited <= {"workType", "facilityType", "status", "speaker", "region"}


def _tells_less(again: Draft, first: Draft) -> bool:
    """Say whether who is quoted tells nothing but what the article has told, and that not whole: its day, its programme."""
    again_says = {(k, str(v)) for k, v in again.slots.items() if k != "speaker"}
    return again_says < {(k, str(v)) for k, v in first.slots.items()} and bool(
        {"date", "programme"} & first.slots.keys()
    )


FULLER = {
    "Works": ("facility",),
    "Procurement": ("facility", "item"),
    "Instruction": ("topic",),
    "Capacity": ("facility",),
    "Indicator": ("measure",),
    "Policy": ("document",),
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
    _profession(full, thin)
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
        if len(long) > len(short) and (name != "item" or described(short, long) or _one_thing(full, thin)):
            full.slots[name] = long


def _profession(full: Draft, thin: Draft) -> None:
    """64 специалиста, 64 врача: staff of any profession have the one that the other telling names."""
    names = [str(d.slots.get("profession", "")) for d in (full, thin)]
    if all(names) and names[0].casefold() in ANYBODY:
        full.slots["profession"] = names[1]


def _one_thing(full: Draft, thin: Draft) -> bool:
    """Машина, реанимобиль; МРТ, магнитно-резонансный томограф: one word for a sort of thing that the other tells fully."""
    return " " not in str(full.slots["item"]) and bool(things(full) & things(thin))
