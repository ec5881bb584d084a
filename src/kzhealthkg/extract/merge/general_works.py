"""Works told in general: a headline's bare sort, one told again without its place, clinics here and there."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.works import AGAIN, HEADLINE, key

BELOW = 6
"""Sentences below a headline in which what it tells without a figure is counted."""
SHARED = ("workType", "facilityType", "status", "region")
PLACELESS = frozenset({*SHARED, "speaker"})
"""What a work may say that is told again without its place."""
ADDED = frozenset({"programme", "date", "due", "amount", "source", "percent", "bound"})
"""What it may say besides, which the one with the place then has."""
VAGUE = frozenset({"workType", "facilityType", "status", "speaker", "date"})
SORTS = "works-details-ru"
NEXT = 25
"""Sentences behind a list of sorts in which they are counted or placed."""


def without_general(drafts: list[Draft]) -> list[Draft]:
    """A headline's bare "new ambulatory" is no work beside the one of the same sort that the body places or names."""
    works = [d for d in drafts if d.kind == "Works"]
    placed: dict[int, list[Draft]] = {}
    for work in works:
        if "place" in work.slots:
            placed.setdefault(work.sentence, []).append(work)
    detailed = (d for d in drafts if not (_is_bare(d) and any(_details(one, d) for one in works)))
    detailed = (d for d in detailed if not (_is_many(d) and any(_counts(one, d) for one in works)))
    detailed = (d for d in detailed if not (_is_sort(d) and any(_of_sort(one, d) for one in works)))
    counted = {work.sentence for work in works if "count" in work.slots}
    return [d for d in detailed if not ((_is_vague(d) and d.sentence not in counted) or _told_again(d, placed))]


def _told_again(draft: Draft, placed: dict[int, list[Draft]]) -> bool:
    """A-да медициналық пункт ашылды. … Елді мекенде ашылған медициналық пункт …: the same one, its place left out.

    ``placed`` holds the works that have a place by their sentence.
    """
    if draft.kind != "Works" or "facilityType" not in draft.slots or not draft.slots.keys() <= PLACELESS | ADDED:
        return False
    near = (one for at in range(draft.sentence - AGAIN, draft.sentence) for one in placed.get(at, ()))
    same = [one for one in near if all(draft.slots.get(k) == one.slots.get(k) for k in SHARED)]
    more = {k: draft.slots[k] for k in ADDED if k in draft.slots}
    if more and (len(same) != 1 or draft.general or any(same[0].slots.get(k, v) != v for k, v in more.items())):
        return False
    for slot, value in more.items():
        same[0].inherit(slot, value)
    return bool(same)


def _is_vague(draft: Draft) -> bool:
    """Жаңа емханалар мен мектептер ашылып жатыр: clinics here and there, in no region and of no number."""
    return draft.kind == "Works" and draft.plural and draft.slots.keys() <= VAGUE and "facilityType" in draft.slots


def _is_bare(draft: Draft) -> bool:
    """Say whether a headline's work has neither a proper name nor a place nor a figure, but a sort."""
    own = draft.slots.keys() - draft.inherited
    said = {"place", "district", "count", "amount", "percent"} & own or ("facility" in own and _is_proper(draft))
    return draft.kind == "Works" and draft.sentence < HEADLINE and not said and "facilityType" in draft.slots


def _is_many(draft: Draft) -> bool:
    """В A строят больницы: say whether a headline tells of several houses without their number."""
    many = draft.kind == "Works" and draft.plural and draft.sentence < HEADLINE
    return many and {"count", "facility", "amount", "percent"}.isdisjoint(draft.slots)


def _counts(one: Draft, headline: Draft) -> bool:
    """Say whether the body tells how many houses of a sort a headline speaks of."""
    same = all(one.slots.get(k) == headline.slots.get(k) for k in SHARED)
    near = 0 < one.sentence - headline.sentence <= BELOW and one.slots.get("count", 1) != 1
    return same and near and one.slots.get("place", headline.slots.get("place")) == headline.slots.get("place")


def _is_sort(draft: Draft) -> bool:
    """Say whether a draft is one of the bare sorts that a total is said to be of: это ФАПы и амбулатории."""
    return draft.rule == SORTS and not {"place", "district", "count", "facility"} & draft.slots.keys()


def _of_sort(one: Draft, sort: Draft) -> bool:
    """Это ФАПы и амбулатории. … три ФАПа построят в A: the sort that a list names is counted or placed right behind."""
    same = all(one.slots.get(k) == sort.slots.get(k) for k in ("workType", "facilityType"))
    told = not {"place", "district", "count", "facility"}.isdisjoint(one.slots)
    return same and told and 0 <= one.sentence - sort.sentence <= NEXT


def _is_proper(draft: Draft) -> bool:
    """Say whether a work's facility has a name that is more than a sort: with a capital letter in it."""
    return key(draft.slots["facility"]) != str(draft.slots["facility"])


def _details(one: Draft, headline: Draft) -> bool:
    same = all(one.slots.get(k) == headline.slots.get(k) for k in ("workType", "facilityType", "status"))
    later = one.sentence > headline.sentence
    unnamed = "facility" not in headline.slots.keys() - headline.inherited
    named = unnamed and "count" not in one.slots and bool({"place", "facility"} & set(one.slots))
    counted = "count" in one.slots and (
        (unnamed and headline.general and one.sentence <= HEADLINE) or (_nowhere(headline) and one.sentence <= BELOW)
    )
    return same and later and (named or counted)


def _nowhere(headline: Draft) -> bool:
    """8 өңірде орталық салынады. … A, B қалаларында 8 орталық салынады: whether it tells of no region, even by the way."""
    return headline.sentence == 0 and not {"place", "district", "region"} & headline.slots.keys()
