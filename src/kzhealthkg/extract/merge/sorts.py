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


@cache
def groups() -> dict[str, str]:
    """Return the group of things that each of their forms belongs to."""
    return {row["form"]: row["group"] for row in lexicon.table("same_things")}
