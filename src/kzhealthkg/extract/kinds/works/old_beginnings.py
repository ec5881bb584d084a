"""Строительство началось в 2012 году: how a work stands whose beginning years ago is all that is told of it."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document

LONG = 4
"""Years since a work was begun, at least, in which it may have ended, or come to a halt."""
TELLING = frozenset({"due", "percent", "contractor", "count"})
"""What is told of a work that goes on."""
YEAR = 4


def of_old(draft: Draft, document: Document) -> bool:
    """Say whether a work is told to go on only because it was begun years ago: whether it goes on still is not said."""
    if draft.kind != "Works" or draft.slots.get("status") != "underway" or "date" not in draft.slots:
        return False
    date, today = str(draft.slots["date"]), (document.article.date or "")[:YEAR]
    last = date.removesuffix("/..").rpartition("/")[2][:YEAR]
    going = draft.slots.keys().isdisjoint(TELLING) and last.isdigit() and today.isdigit()
    if not going or int(today) - int(last) < LONG:
        return False
    sentence = document.sentences[draft.sentence]
    said = [t for t in sentence.tokens if draft.start <= t.start < draft.end]
    return document.language_of(sentence) == "ru" and not any(t.best.form == "pres" for t in said)
