"""What a team did beside treating those counted, which is no figure of the health system."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft

FIGURES = frozenset({"patients", "operations", "count"})
DONE = ("indicator-done", "indicator-given", "indicator-answered")
"""Rules that count what was done: проведено N консультаций."""
SERVICES = lexicon.words("kinds.mission.services", "services")


def of_team(drafts: list[Draft]) -> list[Draft]:
    """Бригада приняла 320 сельчан, проведено 1140 консультаций: return the counts of what a mission of the sentence did."""
    told = {d.sentence for d in drafts if d.kind == "Mission" and not FIGURES.isdisjoint(d.slots)}
    return [d for d in drafts if told and d.sentence in told and _is_service(d)]


def _is_service(draft: Draft) -> bool:
    measure = str(draft.slots.get("measure", "")).casefold().split()
    return draft.rule.startswith(DONE) and any(word.startswith(SERVICES) for word in measure)
