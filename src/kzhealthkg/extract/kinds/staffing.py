"""Staffing: staff are supported, recruited, housed or lacking."""

from __future__ import annotations

from kzhealthkg.extract import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit, hits
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.people import counted, groups, profession
from kzhealthkg.extract.phrases import Phrase
from kzhealthkg.extract.status import status
from kzhealthkg.extract.syntax import Clause, is_lemma, words
from kzhealthkg.extract.themes import is_purpose


def staffing(clause: Clause, memory: Memory) -> list[Draft]:
    """Return what one clause says of staff given support, found, housed or lacking."""
    drafts: list[Draft] = []
    for hit in hits("staffing", clause):
        if drafts or not _fits(hit):
            continue
        found = groups(clause)
        measure = hit.frame.slots["measure"]
        if measure == "recruitment":
            found = [g for g in found if g.count is not None]
        for group in counted(found):
            draft = _draft(hit, group, memory)
            drafts += [draft] if draft is not None else []
    return drafts


def _fits(hit: Hit) -> bool:
    needs = hit.frame.options.get("needs")
    text = words(hit.clause.tokens).lower()
    return not needs or any(n in text if " " in n else any(is_lemma(t, n) for t in hit.clause.tokens) for n in needs)


def _draft(hit: Hit, group: Phrase, memory: Memory) -> Draft | None:
    clause = hit.clause
    said = hit.frame.options.get("status") or status(clause, hit.last - 1)
    if not said or (is_purpose(hit) and not hit.frame.options.get("status") and not clause.mentions("money")):
        return None
    tokens = clause.sentence.tokens
    draft = Draft("Staffing", dict(hit.frame.slots), group.start, tokens[clause.last - 1].end, hit.frame.name)
    draft.say("profession", profession(group))
    draft.say("status", said)
    for money in clause.mentions("money")[:1]:
        if draft.slots["measure"] == "social-support":
            roles.quantity(draft, "amount", money)
    if group.count is not None:
        roles.quantity(draft, "count", group.count)
    roles.place(draft, roles.nearest_place(clause, hit.first))
    return roles.finish(draft, clause, memory)
