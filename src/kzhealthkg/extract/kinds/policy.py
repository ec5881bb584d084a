"""Policy: a plan, law or standard is adopted or prepared."""

from __future__ import annotations

from kzhealthkg.extract import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit, hits
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.phrases import Phrase, headed
from kzhealthkg.extract.status import status
from kzhealthkg.extract.syntax import Clause, forms

NAMED = frozenset({"карта", "бағдарлама", "программа", "жоспар", "план", "жүйе"})
"""Words that name a document only with words of their own before them."""


def policy(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the documents that one clause says are adopted or prepared."""
    for hit in hits("policy", clause):
        document = _document(hit)
        said = _status(hit)
        if document is not None and said:
            return [_draft(hit, document, said, memory)]
    return []


def _document(hit: Hit) -> Phrase | None:
    clause = hit.clause
    if clause.language == "ru":
        found = [p for p in headed(clause, "documents") if _told(p)]
        return min(found, key=lambda p: abs(p.head - hit.last), default=None)
    found = [p for p in headed(clause, "documents", last=hit.first) if _told(p) and _nominative(clause, p)]
    return found[-1] if found and hit.first - found[-1].last <= 3 else None


def _told(document: Phrase) -> bool:
    head = document.clause.sentence.tokens[document.head]
    return document.last - document.first > 1 or not any(r.lemma in NAMED for r in head.readings)


def _nominative(clause: Clause, document: Phrase) -> bool:
    return clause.sentence.tokens[document.head].best.case in ("nom", "acc", "")


def _status(hit: Hit) -> str:
    """A document still to be written is planned; one being written is under way."""
    if "inf" in forms(hit.verb) or hit.verb.norm in ("разработка", "разработке"):
        return "planned"
    return status(hit.clause, hit.last - 1)


def _draft(hit: Hit, document: Phrase, said: str, memory: Memory) -> Draft:
    clause = hit.clause
    end = clause.sentence.tokens[hit.last - 1].end
    draft = Draft("Policy", {}, min(document.start, clause.sentence.tokens[hit.first].start), max(end, document.end), hit.frame.name)
    draft.say("document", document.text())
    draft.say("status", said)
    return roles.finish(draft, clause, memory)
