"""When a work in a village is the one told of its district."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft

DISTRICT = frozenset(lexicon.words("extract.merge.districts", "district"))

NARROWING = 4
"""Sentences within which a district is narrowed down to its village."""


def holds(wide: Draft, one: Draft, other: Draft) -> bool:
    """Say whether a draft's place is the whole district in which the other's lies."""
    narrow = other if wide is one else one
    inside = narrow.slots.get("district", wide.slots.get("district")) == wide.slots.get("district")
    codes = {str(d.slots.get("placeCode", ""))[:DISTRICT_CODE] for d in (wide, narrow)} - {""}
    unlike = len(codes) > 1 or "placeCode" in narrow.slots.keys() - wide.slots.keys()
    apart = unlike and "district" not in narrow.slots  # a town of its own lies in no district named elsewhere
    return is_district(wide) and not is_district(narrow) and "place" in narrow.slots and inside and not apart


DISTRICT_CODE = 4
"""Digits of a KATO code that name the district."""


def narrowed(one: Draft, other: Draft) -> bool:
    """A ауданында ФАП ашылды … Б ауылында ашылған ФАП: the village said after its district is where the one work is."""
    if one.listed or other.listed:
        return False
    if any({"count", "facility"} & set(d.slots) for d in (one, other)) or "facilityType" not in one.slots:
        return False
    equal = all(one.slots.get(k) == other.slots.get(k) for k in ("workType", "facilityType", "region"))
    alike = equal and one.slots.get("status") == other.slots.get("status")
    if alike and abs(one.sentence - other.sentence) <= NARROWING and okrug_of(one, other) is not None:
        return True
    wide, narrow = sorted((one, other), key=lambda d: not is_district(d))
    gap = narrow.sentence - wide.sentence
    near = 0 < gap <= NARROWING or narrow.sentence == 0 < wide.sentence <= NARROWING
    near = near or (gap == -1 and "place" in wide.inherited)  # в районе появится поликлиника. Её возведут …
    inside = narrow.slots.get("district", wide.slots.get("district")) == wide.slots.get("district")
    codes = {str(d.slots["placeCode"])[:DISTRICT_CODE] for d in (one, other) if "placeCode" in d.slots}
    return (
        equal
        and (wide.slots.get("status") == narrow.slots.get("status") or _promised(wide, narrow))
        and near
        and inside
        and len(codes) < 2
        and is_district(wide)
        and "place" in narrow.slots
        and not is_district(narrow)
    )


def _promised(wide: Draft, narrow: Draft) -> bool:
    """A ауданында аурухана құрылысы басталды. Б ауылындағы аурухана 2026 жылы беріледі: what goes on, and its term."""
    states = wide.slots.get("status"), narrow.slots.get("status")
    right_behind = 0 < narrow.sentence - wide.sentence <= TERM
    return states == ("underway", "planned") and right_behind and "due" in narrow.slots.keys() - narrow.inherited


TERM = 2
"""Sentences from a work that goes on to the term of the one in a village, at most."""


def okrug_of(one: Draft, other: Draft) -> Draft | None:
    """Return the draft that is told of the rural district named after the village of the other: в Каратауском округе, в Каратау."""
    village, okrug = sorted((one, other), key=lambda d: len(str(d.slots.get("place", ""))))
    name, longer = (str(d.slots.get("place", "")) for d in (village, okrug))
    districts = {d.slots["district"] for d in (one, other) if "district" in d.slots}
    codes = {str(d.slots["placeCode"])[:DISTRICT_CODE] for d in (one, other) if "placeCode" in d.slots}
    seat = bool(name) and longer.endswith(OKRUG) and longer.startswith(name.rstrip(ENDS)) and " " not in longer
    return okrug if seat and len(districts) < 2 and len(codes) < 2 and longer != name else None


OKRUG = lexicon.words("extract.merge.districts", "okrug")
ENDS = "ьйаяоыие"
"""Letters that a name of a place loses before the ending of its adjective."""


def with_lists_marked(drafts: list[Draft]) -> list[Draft]:
    """Амбулатории открылись в A, B и C районах: a village told later narrows down none of the listed districts."""
    districts: dict[tuple[int, str], list[Draft]] = {}
    for draft in drafts:
        if draft.kind == "Works" and is_district(draft):
            districts.setdefault((draft.sentence, str(draft.slots.get("facilityType", ""))), []).append(draft)
    for members in districts.values():
        for draft in members if len(members) > 1 else []:
            draft.listed = True
    return drafts


def is_district(draft: Draft) -> bool:
    """Say whether a draft's place is a whole district."""
    place, district = str(draft.slots.get("place", "")), str(draft.slots.get("district", ""))
    return bool(district) and place.startswith(district) and place.rpartition(" ")[2] in DISTRICT
