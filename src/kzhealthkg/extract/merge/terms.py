"""For which years a total is planned: three years told in the lead are those that its members are given."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft

YEAR = 4


def with_terms_of_members(drafts: list[Draft]) -> list[Draft]:
    """Үш жылда 40 нысан салынады; 2024–2026 жылдары 22 пункт пен 18 ФАП: give the total the years of all its members."""
    works = [d for d in drafts if d.kind == "Works" and d.slots.get("status") == "planned" and "count" in d.slots]
    terms = {str(d.slots["due"]) for d in works if "/" in str(d.slots.get("due", ""))}
    if len(terms) != 1:
        return drafts
    term = terms.pop()
    counted = [d.slots["count"] for d in works if d.slots.get("due") == term]
    for total in works:
        loose = len(str(total.slots.get("due", ""))) == YEAR and total.slots["count"] in (sum(counted), *counted)
        if loose and not total.slots.get("facilityType"):
            total.slots["due"] = term
    return drafts
