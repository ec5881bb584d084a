"""The one work that an article tells of: what points to a work far below its telling is that one."""

from __future__ import annotations

from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft

FAR = 14
"""Sentences from a work to what points back to it, at most."""


def sole_work(memory: Memory, index: int) -> Draft | None:
    """Return the newest draft of the work that all works told so far are, None where there are several."""
    if not memory.told_any("Works"):
        return None
    works = [d for d in memory.drafts if d.kind == "Works" and d.slots["workType"] != "equipping"]
    if not works or index - works[-1].sentence > FAR or any(d.general or "count" in d.slots for d in works):
        return None
    one = all(len({d.slots[k] for d in works if k in d.slots}) < 2 for k in ("workType", "place", "region"))
    return works[-1] if one and _of_one_sort(works) else None


def _of_one_sort(works: list[Draft]) -> bool:
    """Аурухана, көпбейінді аурухана: the sorts and the names are one another's ends."""
    ends = all(
        _one_ends_all({str(d.slots[k]).lower() for d in works if k in d.slots}) for k in ("facilityType", "facility")
    )
    return ends and any("place" in d.slots or "facility" in d.slots for d in works)


def _one_ends_all(values: set[str]) -> bool:
    longest = max(values, key=len, default="")
    return all(longest.endswith(value) for value in values)
