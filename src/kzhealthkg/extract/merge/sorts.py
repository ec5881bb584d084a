"""Sorts of things bought that several words name: машина, көлік."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.works import key


def things(draft: Draft) -> set[str]:
    """Return the sorts of thing that an item's words name: машина, көлік are one."""
    known = groups()
    words = key(draft.slots["item"]).split()
    return {known[part] for word in words for part in (word, *word.split("-")) if part in known}


def one_device(one: Draft, other: Draft) -> bool:
    """Приобрели аппарат МРТ. Купили магнитно-резонансный томограф: one device under two names, where nothing tells them apart."""
    sorts = things(one) - WIDE
    if not sorts or sorts != things(other) - WIDE or one.slots.get("status") != other.slots.get("status"):
        return False
    if not all(d.slots.get("count", 1) == 1 and not d.plural and _only_names(d) for d in (one, other)):
        return False
    shared = [k for k in APART if k in one.slots and k in other.slots]
    return all(key(one.slots[k]) == key(other.slots[k]) for k in shared)


APART = ("facility", "place", "district", "region", "date", "due", "amount")
WIDE = frozenset({"equipment", "vehicle"})
NAMES = lexicon.words("extract.merge.sorts", "names")


def _only_names(draft: Draft) -> bool:
    """Say whether an item is called by its sort and by words for any apparatus."""
    known = groups()
    words = key(draft.slots["item"]).split()
    return all(
        part in known or part.startswith(NAMES) for word in words for part in word.split("-") if word not in known
    )


@cache
def groups() -> dict[str, str]:
    """Return the group of things that each of their forms belongs to."""
    return {row["form"]: row["group"] for row in lexicon.table("same_things")}
