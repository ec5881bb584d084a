"""Построят 11 объектов. ФАПы появятся в A и B, медпункты откроют в …: members that make up a total share its source of money."""

from __future__ import annotations

from itertools import takewhile

from kzhealthkg.extract.draft import Draft

ALIKE = ("workType", "status", "region")
NEAR = 1
"""Sentences from one to the next, at most."""
LEAST = 3
"""Works that a total counts, at least."""


def with_sources_of_totals(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts; the works told behind a total and exactly as many get its source of money."""
    works = [d for d in drafts if d.kind == "Works"]
    for at, total in enumerate(works):
        if "source" in total.slots and total.slots.get("count", 0) >= LEAST:
            members = _behind(total, works[at + 1 :])
            if sum(d.slots.get("count", 1) for d in members) == total.slots["count"]:
                for member in members:
                    member.take_over(total, "source")
    return drafts


def _behind(total: Draft, works: list[Draft]) -> list[Draft]:
    """Return the works behind a total that are told one sentence after the other and in the same way."""
    found: list[Draft] = []
    last = total
    for draft in takewhile(lambda d: all(d.slots.get(k) == total.slots.get(k) for k in ALIKE), works):
        if draft.sentence - last.sentence > NEAR:
            break
        found.append(draft)
        last = draft
    return found
