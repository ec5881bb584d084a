"""What a sentence below tells again in other words: "the device", "the sides", a headline's polyclinic."""

from __future__ import annotations

from collections.abc import Callable

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.works import HEADLINE

NEAR = 2
"""Sentences between a purchase and what is said of "the device", at most."""
DEVICES = frozenset(lexicon.words("extract.merge.retold", "devices"))
VEHICLES = lexicon.words("extract.merge.retold", "vehicles")
ADDED = ("amount", "source", "due", "date", "bound")
"""What the second telling may add to the first."""


def without_told_again(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without those that tell an earlier one again, which takes over what they add."""
    for rule in RULES:
        drafts = _without(drafts, *rule)
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
        earlier = [d for d in earlier if d.sentence == max(e.sentence for e in earlier)]
        if len(earlier) == 1:
            earlier[0].take_over(draft, *slots)
            gone.add(id(draft))
    return [d for d in drafts if id(d) not in gone] if gone else drafts


# Procurement -----------------------------------------------------------------------------------------


def _any_device(draft: Draft) -> bool:
    """Аппарат, құрылғы, оборудование: a bare word for any device, of which neither number nor receiver is said."""
    own = {"count", "facility", "place"} & (draft.slots.keys() - draft.inherited)
    return not own and str(draft.slots["item"]).casefold() in DEVICES


def _is_device(one: Draft, again: Draft) -> bool:
    """Томограф жеткізілді. Аппарат 480 млн теңгеге алынды: one device, bought or to be bought, right before."""
    near = 0 < again.sentence - one.sentence <= NEAR and one.slots.get("status") == again.slots.get("status")
    single = one.slots.get("count", 1) == 1 and not str(one.slots["item"]).casefold().endswith(VEHICLES)
    return (
        near
        and single
        and not any(one.slots.get(k, v) != v for k, v in again.slots.items() if k in ("amount", "region"))
    )


# Agreement -------------------------------------------------------------------------------------------


def _only_topics(draft: Draft) -> bool:
    """Стороны договорились об обмене: what was agreed, without who has."""
    return draft.rule.startswith("agreement-agree") and not {"parties", "signatories"} & draft.slots.keys()


def _signed(one: Draft, again: Draft) -> bool:
    """Меморандум подписан. Стороны договорились о …: what the sides of the paper just signed have agreed on."""
    near = 0 < again.sentence - one.sentence <= SIGNED and "parties" in one.slots
    return near and one.slots.get("status") == again.slots.get("status")


SIGNED = 3
"""Sentences between a signing and what the sides have agreed on, at most."""


# Works -----------------------------------------------------------------------------------------------


def _plain_headline(draft: Draft) -> bool:
    """A-да емхана ашылды: a headline's work without a name or a figure."""
    return draft.sentence == 0 and draft.slots.keys().isdisjoint(
        {"facility", "count", "amount", "percent", "programme"}
    )


def _lead(one: Draft, again: Draft) -> bool:
    """A-да емхана ашылды. A-ның B ауылында амбулатория пайдалануға берілді: the lead's work of the same family, there."""
    same = all(one.slots.get(k) == again.slots.get(k) for k in ("workType", "status", "region"))
    return (
        0 < one.sentence < HEADLINE and "count" not in one.slots and same and _akin(one, again) and _inside(one, again)
    )


FAMILIES = [frozenset(names.split()) for names in lexicon.words("extract.merge.retold", "families")]
"""Sorts of facility that are called by each other's names."""


def _akin(one: Draft, other: Draft) -> bool:
    sorts = {str(d.slots.get("facilityType", "")) for d in (one, other)}
    return len(sorts) == 1 or any(sorts <= family for family in FAMILIES)


def _inside(one: Draft, headline: Draft) -> bool:
    """Say whether the lead's place is the headline's, or lies in its district or town."""
    wide, narrow = (str(d.slots.get("placeCode", "")) for d in (headline, one))
    within = wide[AREA:] in WHOLE and narrow[:AREA] == wide[:AREA] and wide != narrow
    return bool(wide) and (
        within or (wide == narrow and one.slots.get("facilityType") != headline.slots.get("facilityType"))
    )


AREA = 4
"""Digits of a KATO code that name the district or the town with its villages."""
WHOLE = frozenset({"00000", "10000"})
"""What follows them in the code of the whole district or of the town itself."""

RULES = (
    ("Procurement", _any_device, _is_device, ADDED),
    ("Agreement", _only_topics, _signed, ("topics",)),
    ("Works", _plain_headline, _lead, ("date", "due", "source")),
)
