"""Procurement: equipment, vehicles, medicines are bought, delivered, installed."""

from __future__ import annotations

from kzhealthkg.extract import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit, hits
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.phrases import Phrase, headed, subject
from kzhealthkg.extract.status import status
from kzhealthkg.extract.syntax import Clause, forms
from kzhealthkg.extract.themes import is_purpose
from kzhealthkg.model import Mention


def procurement(clause: Clause, memory: Memory) -> list[Draft]:
    """Return what one clause says is bought, delivered or installed."""
    drafts: list[Draft] = []
    for hit in hits("procurement", clause):
        for item in _items(hit):
            draft = _draft(hit, item, memory)
            if draft is not None and not any(d.slots["item"] == draft.slots["item"] for d in drafts):
                drafts.append(draft)
    return drafts


def _items(hit: Hit) -> list[Phrase]:
    clause = hit.clause
    if clause.language == "ru":
        return [p for p in headed(clause, "items") if not _in_facility(clause, p)]
    known = [p for p in headed(clause, "items", last=hit.first) if _governed(hit, p)]
    if known:
        return known
    if hit.frame.options.get("strong"):
        found = subject(clause, hit.first)
        return [found] if found is not None and not _in_facility(clause, found) else []
    return []


def _governed(hit: Hit, item: Phrase) -> bool:
    case = hit.clause.sentence.tokens[item.head].best.case
    if hit.frame.options.get("instrumental"):
        return case == "ins"
    return case in ("nom", "acc", "", "gen") and not _in_facility(hit.clause, item)


def _in_facility(clause: Clause, item: Phrase) -> bool:
    return any(m.first <= item.head < m.last for m in clause.mentions("facility", "organization", "person"))


def _draft(hit: Hit, item: Phrase, memory: Memory) -> Draft | None:
    clause = hit.clause
    purpose = is_purpose(hit)
    said = _money_status(clause) if purpose else status(clause, hit.last - 1)
    if not said or (purpose and item.count is None):
        return None
    tokens = clause.sentence.tokens
    draft = Draft("Procurement", {}, min(item.start, tokens[hit.first].start), tokens[clause.last - 1].end, hit.frame.name)
    draft.say("item", item.text(singular=True))
    if item.count is not None:
        roles.quantity(draft, "count", item.count)
    for money in clause.mentions("money")[:1]:
        roles.quantity(draft, "amount", money)
    draft.say("status", said)
    draft.say("source", roles.source(clause)[0])
    _where(draft, clause, memory)
    return roles.finish(draft, clause, memory)


def _money_status(clause: Clause) -> str:
    """Money foreseen or given for buying says how far the buying has got."""
    if not clause.mentions("money"):
        return ""
    last = next((i for i in range(clause.last - 1, clause.first, -1) if forms(clause.sentence.tokens[i])), None)
    return status(clause, last) if last is not None else ""


def _where(draft: Draft, clause: Clause, memory: Memory) -> None:
    """The receiver stands in the dative or locative; Russian has it behind в or для."""
    for mention in clause.mentions("facility"):
        if mention.case in ("dat", "loc") or (clause.language == "ru" and _after(clause, mention)):
            facility = memory.resolve(mention.value)
            draft.say("facility", facility.name)
            roles.place(draft, facility.place or roles.nearest_place(clause, mention.first))
            return
    named = [m for m in clause.mentions("place") if m.case in ("dat", "loc")]
    roles.place(draft, named[-1].value if named else None)


def _after(clause: Clause, mention: Mention) -> bool:
    return mention.first > 0 and clause.sentence.tokens[mention.first - 1].norm in ("в", "для", "во")
