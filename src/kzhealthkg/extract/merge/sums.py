"""A sum that a work or a purchase has is no funding of its own: a headline's cost, and the money given for it."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft

PRICED = frozenset({"Works", "Procurement", "Staffing"})
WORKS = lexicon.words("extract.merge.sums", "works")
BUILT = lexicon.words("extract.merge.sums", "built")
MENDED = lexicon.words("extract.merge.sums", "mended")
MENDING = frozenset({"repair", "reconstruction"})
STEM = 6
"""Letters that a word keeps in all its cases."""
SHARED = ("facility", "region", "place", "bound", "currency")
"""Slots in which a sum and what it is for agree where both have them."""


def without_retold(drafts: list[Draft]) -> list[Draft]:
    """4,6 млрд теңгеге станция салынады. … Қордан 4,6 млрд теңге бөлінеді: the sum is told once, with the work."""
    priced: dict[object, list[Draft]] = {}
    for draft in drafts:
        if draft.kind in PRICED and "amount" in draft.slots:
            priced.setdefault(draft.slots["amount"], []).append(draft)
    told = [d for d in drafts if not (d.kind == "Funding" and _retold(d, priced.get(d.slots.get("amount"), [])))]
    counted = [d for d in told if d.kind == "Works" and d.slots.get("count", 1) > 1]
    return [d for d in told if not (d.kind == "Funding" and any(_of_all(d, one) for one in counted))]


def _of_all(funding: Draft, works: Draft) -> bool:
    """16 ФАП салынады. … 16 нысанның құрылысына M қаралды: the sum is that of so many, which then take it over."""
    purpose = str(funding.slots.get("purpose", "")).lower()
    mends = works.slots["workType"] in MENDING
    meant = any(part in purpose for part in (MENDED if mends else BUILT)) and _numbers(purpose) == {
        works.slots["count"]
    }
    alike = works.slots.get("region") == funding.slots.get("region") and "amount" not in works.slots
    if (
        not (meant and alike)
        or _at_other_time(works, funding)
        or funding.slots.get("status") == "needed"
        or funding.sentence == works.sentence
    ):
        return False
    works.take_over(funding, "amount", "currency", "source", "programme", "bound")
    return True


def _at_other_time(works: Draft, funding: Draft) -> bool:
    """Биыл 4 пунктке M қаралды. 2019 жылы 4 пункт салынған: what is ready, or begun in another year, has not this money."""
    begun, given = (str(d.slots.get("date", ""))[:4] for d in (works, funding))
    return works.slots.get("status") == "completed" or (bool(begun) and begun != given)


def _numbers(words: str) -> set[int]:
    return {int(word) for word in words.split() if word.isdigit()}


def _retold(funding: Draft, priced: list[Draft]) -> bool:
    """Say whether a sum is that of a work or a purchase, which then takes over where the money is from."""
    if funding.slots.get("status") == "needed":
        return False
    same = next((d for d in priced if _agree(funding, d) and about(funding, d)), None)
    if same is not None:
        same.inherit("source", funding.slots.get("source"))
    return same is not None


def _agree(one: Draft, other: Draft) -> bool:
    return all(one.slots[k] == other.slots[k] for k in SHARED if k in one.slots and k in other.slots)


def about(funding: Draft, other: Draft) -> bool:
    """Say whether what a sum is for is told of the work or the purchase, or is not told at all."""
    purpose = str(funding.slots.get("purpose", "")).lower()
    named = f"{other.slots.get('facility', '')} {other.slots.get('item', '')} {other.slots.get('profession', '')}".lower().split()
    stems = [word[:STEM] for word in named if len(word) >= STEM]
    return not purpose or any(part in purpose for part in (*WORKS, *stems))
