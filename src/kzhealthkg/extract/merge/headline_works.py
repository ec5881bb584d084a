"""What an article tells again of its headline's work: where the house is, how many there are, by another sort."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.districts import is_district
from kzhealthkg.extract.merge.names import levels
from kzhealthkg.extract.merge.works import HEADLINE

BELOW = 8
"""Sentences below a headline in which its work is told again."""
TAKEN = ("date", "due", "source")
"""What a headline may add to the work below it."""


def without_headline_works(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without a headline's works that are told below it, which take over what it adds."""
    heads = [d for d in drafts if d.kind == "Works" and d.sentence == 0]
    heads = [d for d in heads if sum(akin(d, other) for other in heads) == 1]  # A-да ФАП, B-да амбулатория ашылды
    below = [d for d in drafts if heads and d.kind == "Works" and 0 < d.sentence <= BELOW]
    gone: set[int] = set()
    for head in heads if below else ():
        again = _again(head, below)
        if len(again) == 1:
            again[0].take_over(head, *TAKEN)
        if again:
            gone.add(id(head))
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _again(head: Draft, below: list[Draft]) -> list[Draft]:
    """Return what tells again a headline's work: one house, as many of another sort, or so many villages with one each."""
    many = head.general or head.plural
    if _plain(head) and not many:
        again = [d for d in below if _told(head, d)]
        return again if len(again) == 1 else [d for d in again if akin(d, head)]
    count = head.slots.get("count", 1)
    if not (many or count != 1) or "facilityType" not in head.slots or not OWN.isdisjoint(head.slots):
        return []
    others = [d for d in below if _other_sort(head, d)]
    counted = [d for d in others if d.slots.get("count", 1) != 1 and count in (1, d.slots["count"])]
    single = [d for d in others if "count" not in d.slots and "place" in d.slots]
    return counted or (single if len(single) > 1 and count in (1, len(single)) else [])


OWN = frozenset({"facility", "amount"})


def _plain(draft: Draft) -> bool:
    """A-да емхана ашылды, көпбейінді аурухана жаңарды: a headline's work without a name of its own or a figure."""
    name = str(draft.slots.get("facility", ""))
    plain = draft.slots.keys().isdisjoint({"count", "amount", "percent", "programme"})
    words = name if not name.split(" ")[0].lower().endswith(DESCRIBING) else name[1:]  # Аудандық аурухана
    return plain and not any(c.isupper() or c.isdigit() or c in "«№" for c in words)


DESCRIBING = lexicon.words("extract.merge.headline_works", "describing")


def _other_sort(head: Draft, one: Draft) -> bool:
    """9 амбулатория салынады. Облыста 9 медициналық пункт салынады: of the same family, by another name."""
    works = head.slots["workType"] == one.slots["workType"] or _mending(one, head)
    alike = _one_region(head, one) and _one_state(head, one) and works
    sorts = sorted((str(d.slots.get("facilityType", "")) for d in (head, one)), key=len)
    apart = "count" not in head.slots or not sorts[1].endswith(
        sorts[0]
    )  # two hospitals: a children's one and a district's are parts of them
    return alike and apart and akin(head, one) and (_anywhere(head) or _inside(one, head))


def _told(head: Draft, one: Draft) -> bool:
    """A-да емхана ашылды. A-ның B ауылында амбулатория пайдалануға берілді: the work of the same family, there."""
    if "count" in one.slots or not (_same_works(one, head) and _one_region(head, one) and _one_state(head, one)):
        return False
    if "place" in head.slots and NAMED_BY.isdisjoint(one.slots.keys() - one.inherited):
        return False
    if one.sentence > HEADLINE and not (_akin_only(head, one) or _mending(one, head)):
        return False
    if "facility" in head.slots:
        return akin(one, head) and _same_house(one, head)
    return (akin(one, head) or any_house(one, head) or _of_no_sort(head, one)) and _there(one, head)


def _of_no_sort(head: Draft, one: Draft) -> bool:
    """В районе A введён объект здравоохранения. В селе B района A открыт ФАП: the headline says not which sort."""
    bare = {"facility", "facilityType"}.isdisjoint(head.slots) and is_district(head)
    return bare and one.sentence <= HEADLINE and "facilityType" in one.slots and not is_district(one)


NAMED_BY = frozenset({"place", "district", "facility"})
"""What a work has of its own that is told below a headline that has a place."""


def _akin_only(head: Draft, one: Draft) -> bool:
    """Say whether a work far below is told of another sort: one of the same sort is folded by its name and place."""
    return (
        head.slots.get("facilityType") != one.slots.get("facilityType")
        and head.slots["workType"] == one.slots["workType"]
    )


def _one_region(head: Draft, one: Draft) -> bool:
    return len({d.slots["region"] for d in (head, one) if "region" in d.slots}) < 2


def _one_state(head: Draft, one: Draft) -> bool:
    states = {one.slots.get("status"), head.slots.get("status")}
    return len(states) == 1 or (states == GOING and _one_term(head, one))


def _one_term(head: Draft, one: Draft) -> bool:
    """Появится больница. Строят центр, сдадут в мае: a plan without a term is of what goes on till then."""
    term = head.slots.get("due")
    return term == one.slots.get("due") or (term is None and head.slots.get("status") == "planned")


GOING = {"planned", "underway"}
"""Откроют в ноябре. Завершается строительство, откроют в ноябре: a headline's plan of what goes on, by its term."""


def _same_works(one: Draft, head: Draft) -> bool:
    """Госпиталь открылся. После реконструкции открылся госпиталь: a headline's opening is that of what was rebuilt."""
    works = one.slots["workType"], head.slots["workType"]
    return works[0] == works[1] or works in OPENED or _mending(one, head)


OPENED = (("reconstruction", "construction"), ("conversion", "construction"), ("extension", "construction"))


def _mending(one: Draft, head: Draft) -> bool:
    """Аурухана жаңғыртылды. №2 аурухана күрделі жөндеуден өтті: a headline has one word for a repair and a rebuilding."""
    return {one.slots["workType"], head.slots["workType"]} == MENDING


MENDING = {"repair", "reconstruction"}


def _same_house(one: Draft, head: Draft) -> bool:
    """Көпбейінді аурухана, облыстық клиникалық аурухана: in one place two names of the same noun, no two levels."""
    names = [str(d.slots.get("facility", "")).casefold() for d in (head, one)]
    held = [levels(name) for name in names]
    apart = bool(held[0] and held[1] and held[0] != held[1])
    codes = [str(d.slots.get("placeCode", ""))[:AREA] for d in (head, one)]
    placed = head.slots.get("place") == one.slots.get("place") or (codes[0] == codes[1] and _seat(head, one))
    nouns = {"".join(name.split()[-1:])[:NOUN] for name in names}
    described = one.sentence == 1 and bool(set(names[0].split()[:-1]) & set(names[1].split()[:-1]))
    return placed and not apart and (len(nouns) == 1 or described)


NOUN = 6
"""Letters of a facility's noun that its endings leave: орталық, орталығы."""

FAMILIES = [frozenset(names.split()) for names in lexicon.words("extract.merge.headline_works", "families")]
"""Sorts of facility that are called by each other's names."""


def akin(one: Draft, other: Draft) -> bool:
    """Say whether two works are on houses of one sort, or of sorts that are called by each other's names."""
    sorts = {str(d.slots.get("facilityType", "")) for d in (one, other)}
    called = (str(d.slots.get("facility", "")).lower().split(" ")[-1] for d in (one, other))
    hospital = HOSPITAL in sorts and any(noun.startswith(HOSPITALS) for noun in called)  # «Жүрек» ауруханасы
    return len(sorts) == 1 or hospital or any(sorts <= family for family in FAMILIES)


def any_house(one: Draft, bare: Draft) -> bool:
    """Больница открылась. … «Жүрек» кардиология орталығы ашылды: a word for any house that treats, and what it is."""
    wide, sort = (str(d.slots.get("facilityType", "")) for d in (bare, one))
    return wide in ANY_HOUSE and "facility" in one.slots and sort not in OTHER_HOUSES


ANY_HOUSE = frozenset({"hospital", "clinic", "medical-centre"})
OTHER_HOUSES = frozenset(lexicon.words("extract.merge.headline_works", "other_houses"))
"""Sorts of house that nobody calls a hospital."""
HOSPITAL = "hospital"
HOSPITALS = lexicon.words("extract.merge.headline_works", "hospitals")


def _anywhere(head: Draft) -> bool:
    """Say whether a headline tells of no place."""
    return {"place", "district"}.isdisjoint(head.slots)


def _there(one: Draft, head: Draft) -> bool:
    """Say whether the work below a headline stands where the headline has it, which may be anywhere."""
    if _anywhere(head):
        return "place" in one.slots or "facility" in one.slots
    return _inside(one, head)


def _inside(one: Draft, head: Draft) -> bool:
    """Say whether the lead's place is the headline's, or lies in its district or town."""
    if is_district(head) and head.slots["district"] == one.slots.get("district"):
        return True
    wide, narrow = (str(d.slots.get("placeCode", "")) for d in (head, one))
    if wide == narrow:
        here = wide or one.slots.get("place") == head.slots.get("place", "")
        return bool(here) and any(one.slots.get(k) != head.slots.get(k) for k in ("facilityType", "workType"))
    return narrow[:AREA] == wide[:AREA] and (wide[AREA:] in WHOLE or _seat(head, one))


def _seat(head: Draft, one: Draft) -> bool:
    """Меркеде медпункт ашылды. Мерке ауданының A ауылында …: a headline means the district by its seat of the same name."""
    place, district = (str(d.slots.get(k, "")) for d, k in ((head, "place"), (one, "district")))
    return len(place) >= NAMED and district[:NAMED] == place[:NAMED]


NAMED = 3
"""Letters that a seat and its district share, at least: Шу, Шуский are too short to tell."""

AREA = 4
"""Digits of a KATO code that name the district or the town with its villages."""

WHOLE = frozenset({"00000", "10000"})
"""What follows them in the code of the whole district or of the town itself."""
