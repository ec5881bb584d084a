"""Service: a service, department, system or device starts working at a facility."""

from __future__ import annotations

from kzhealthkg.extract import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit, hits
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.phrases import Phrase, headed
from kzhealthkg.extract.status import status
from kzhealthkg.extract.syntax import Clause, forms
from kzhealthkg.extract.themes import host, is_purpose
from kzhealthkg.model import Mention

PARTICIPLE = frozenset({"perf", "part"})


def service(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the services that one clause says have started, will start or work."""
    drafts: list[Draft] = []
    for hit in hits("service", clause):
        if is_purpose(hit):
            continue
        said = _status(hit)
        for item in _items(hit) if said else []:
            drafts.append(_draft(hit, item, said, memory))
    return drafts


def _status(hit: Hit) -> str:
    if hit.frame.options.get("working"):
        return "underway" if forms(hit.verb) & {"pres", "prog"} else ""
    if hit.clause.language == "ru" and hit.verb.best.lemma in ("действовать", "работать", "функционировать"):
        return "underway" if hit.verb.best.form == "pres" else ""
    return status(hit.clause, hit.last - 1)


def _items(hit: Hit) -> list[Phrase]:
    clause = hit.clause
    hosted = _hosted(hit)
    if hosted is not None:
        return [hosted]
    if clause.language == "ru":
        found = [p for p in headed(clause, "services") if not _is_facility(clause, p) and abs(p.head - hit.last) <= 8]
        return found[:1]
    found = [p for p in headed(clause, "services", last=hit.first) if _nominative(clause, p) and not _is_facility(clause, p)]
    return found[-1:]


def _nominative(clause: Clause, item: Phrase) -> bool:
    return clause.sentence.tokens[item.head].best.case in ("nom", "", "acc")


def _is_facility(clause: Clause, item: Phrase) -> bool:
    return any(m.first <= item.head < m.last for m in clause.mentions("facility", "organization", "person"))


def _hosted(hit: Hit) -> Phrase | None:
    """… базасында хаб құрылады, … жанынан ашылған орталық: also a centre is a service there."""
    clause, base = hit.clause, host(hit.clause)
    if base is None or hit.frame.options.get("working"):
        return None
    inside = [m for m in clause.mentions("facility") if m.first > base.last]
    right = [m for m in inside if m.first >= hit.last] if forms(hit.verb) & PARTICIPLE else []
    left = [m for m in inside if m.last <= hit.first]
    chosen = right[:1] or left[-1:]
    return Phrase(clause, chosen[0].first, chosen[0].last, chosen[0].last - 1) if chosen else None


def _draft(hit: Hit, item: Phrase, said: str, memory: Memory) -> Draft:
    clause = hit.clause
    tokens = clause.sentence.tokens
    end = max(item.end, tokens[hit.last - 1].end)
    draft = Draft("Service", {}, min(item.start, tokens[hit.first].start), end, hit.frame.name)
    draft.say("item", item.text())
    draft.say("status", said)
    _where(draft, clause, item, memory)
    return roles.finish(draft, clause, memory)


def _where(draft: Draft, clause: Clause, item: Phrase, memory: Memory) -> None:
    for mention in clause.mentions("facility", last=item.first if clause.language != "ru" else None):
        if not (mention.first <= item.head < mention.last):
            facility = memory.resolve(mention.value)
            draft.say("facility", facility.name)
            roles.place(draft, facility.place or roles.nearest_place(clause, mention.first))
            draft.cover(mention.start, mention.end)
            return
    if memory.facilities and not clause.mentions("place"):
        draft.inherit("facility", memory.facilities[-1].name)
        roles.place(draft, memory.facilities[-1].place)
    else:
        roles.place(draft, roles.nearest_place(clause, item.first))

