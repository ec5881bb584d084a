"""Подписали план сотрудничества. … подписали дорожную карту: a paper of a headline is the agreement of the lead."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.works import HEADLINE


def without_signed_papers(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without the plan that a headline says was signed, where the lead tells who signed what."""
    papers = [d for d in drafts if d.kind == "Policy" and d.sentence == 0 and d.rule.startswith("policy-sign")]
    lead = [d for d in drafts if papers and d.kind == "Agreement" and 0 < d.sentence <= HEADLINE]
    signed = {d.slots.get("status") for d in lead if "parties" in d.slots}
    gone = {id(d) for d in papers if d.slots.get("status") in signed}
    return [d for d in drafts if id(d) not in gone] if gone else drafts
