"""Offices whose words say whose they are: a district's chief physician is no ambulatory's, a first President holds none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document

_OF_AREA = re.compile(
    r"(?:ауданының|облысының|аудандық|облыстық)\s+бас\s+дәрігер|(?:главврач|главн\w+\s+врач)\w*\s+[А-ЯЁ]\w+\s+(?:района|области)",
    re.I,
)
_AREAS = ("аудан", "облыс", "район", "област")
_FIRST = re.compile(r"(?:тұңғыш|перв(?:ый|ого|ому|ым))\s+$", re.I)
LEFT = "2019-03-20"
"""The day on which the first President left his office."""
BEFORE = 16
"""Signs before an office in which "first", or whose it is, stands."""


def owned(drafts: Sequence[Draft], document: Document) -> Iterator[Draft]:
    """Yield the drafts of offices without a body that their words deny, and without offices held no longer."""
    text = document.article.clean.text
    for draft in drafts:
        left = (document.article.date or "") > LEFT and draft.slots.get("role") == "president"
        if left and _FIRST.search(text[max(0, draft.start - BEFORE) : draft.start]):
            continue
        body = str(draft.slots.get("organization", "")).casefold()
        physician = str(draft.slots.get("role", "")).endswith("chief-physician") and body
        if (
            physician
            and _OF_AREA.search(text[max(0, draft.start - BEFORE) : draft.end])
            and not any(a in body for a in _AREAS)
        ):
            draft.drop("organization")
        yield draft
