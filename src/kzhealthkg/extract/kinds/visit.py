"""Visit: a person goes to a facility or place, looks at it, or opens it; each stop and each companion is one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract import roles
from kzhealthkg.extract.agents import Agent, agents, companions, is_done
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit, hits
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.syntax import Clause, is_lemma
from kzhealthkg.extract.themes import coordinated
from kzhealthkg.model import FacilityValue, Mention, PlaceValue

BASES = ("базасы", "жаны", "құрамы")
WHERE = ("facility", "place", "district", "region")
DAY = 10
NEAR = 2


def visit(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the visits that one clause tells of."""
    drafts: list[Draft] = []
    for hit in hits("visit", clause):
        if is_done(clause, hit.last - 1) and _fits(hit, memory):
            people = _people(hit, memory)
            drafts += [d for stop in _stops(hit, people, memory) for d in _drafts(hit, people, stop, memory)]
    return drafts


def _fits(hit: Hit, memory: Memory) -> bool:
    """Say whether the clause holds what the frame asks for beside its verb."""
    options, tokens = hit.frame.options, hit.clause.tokens
    if options.get("trip") and not any(is_lemma(t, *_trips(hit.clause.language)) for t in tokens):
        return False
    if options.get("event") and not any(is_lemma(t, *options["event"]) for t in tokens):
        return False
    return not options.get("stop") or memory.last_draft("Visit", within=6, sentence=hit.clause.index) is not None


@cache
def _trips(language: str) -> tuple[str, ...]:
    return tuple(r["word"] for r in lexicon.table("trip") if r["language"] == language)


def _people(hit: Hit, memory: Memory) -> list[Agent]:
    passive = bool(hit.frame.options.get("passive"))
    found = agents(hit.clause, memory, hit.first, passive=passive)
    if hit.frame.options.get("named") and not any(a.said for a in found):
        return []
    return found + companions(hit.clause, memory, found)


def _stops(hit: Hit, people: list[Agent], memory: Memory) -> list[Mention | None]:
    """Return what is visited: facilities, else places; [None] for an event at the place visited before."""
    own = [(a.start, a.end) for a in people if a.said]
    free = [m for m in hit.clause.mentions("facility", "place") if not _inside(m, own)]
    facilities = [m for m in free if m.type == "facility"]
    found = _governed(hit, facilities)
    if found:
        return [m for m in found if _healthy(m.value, memory)]
    if hit.frame.options.get("place"):
        return list(_governed(hit, [m for m in free if m.type == "place" and not _inside_facility(m, facilities)]))
    return [None] if hit.frame.options.get("event") and not facilities else []


def _inside(mention: Mention, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in spans)


def _inside_facility(mention: Mention, facilities: list[Mention]) -> bool:
    return any(f.first <= mention.first < f.last for f in facilities)


def _healthy(facility: FacilityValue, memory: Memory) -> bool:
    """A bare нысан counts where it points to a health facility; several нысандар do not."""
    return bool(facility.type or facility.name or (facility.definite and memory.resolve(facility).type))


def _governed(hit: Hit, found: list[Mention]) -> list[Mention]:
    clause = hit.clause
    if clause.language == "ru":
        return _governed_ru(hit, found)
    left = [m for m in found if m.last <= hit.first]
    fitting = [m for m in left if _case_fits(hit, m)]
    if not fitting:
        return []
    host = next((m for m in left if m.last <= fitting[-1].first and _hosts(clause, m)), None)
    return [host] if host else coordinated(clause, left, fitting[-1])


def _hosts(clause: Clause, mention: Mention) -> bool:
    """… орталығының жанынан ашылған …: who visits what is inside a facility visits the facility."""
    following = clause.sentence.tokens[mention.last : mention.last + 1]
    return mention.type == "facility" and any(t.norm.startswith(BASES) for t in following)


def _case_fits(hit: Hit, mention: Mention) -> bool:
    """The mention, or the noun it owns (құрылысымен, ғимаратын), stands in a case of the frame."""
    cases = hit.frame.options["cases"]
    between = hit.clause.sentence.tokens[mention.last : hit.first]
    if hit.frame.options.get("near") and len(between) > NEAR:
        return False
    if mention.case in cases and (mention.case != "gen" or between or "nom" in cases):
        return True
    marked = [c for c in cases if c not in ("gen", "nom")] or ["nom"]
    return mention.case in ("nom", "gen", "", "locadj") and any(t.best.case in marked for t in between)


def _governed_ru(hit: Hit, found: list[Mention]) -> list[Mention]:
    right = [m for m in found if m.first >= hit.last and m.case != "abl"]
    left = [m for m in found if m.last <= hit.first and m.case != "nom"]
    if right:
        return coordinated(hit.clause, right, right[0])
    return coordinated(hit.clause, left, left[-1]) if left else []


def _drafts(hit: Hit, people: list[Agent], stop: Mention | None, memory: Memory) -> list[Draft]:
    made = [_draft(hit, agent, stop, memory) for agent in people]
    return [draft for draft in made if any(slot in draft.slots for slot in WHERE)]


def _draft(hit: Hit, agent: Agent, stop: Mention | None, memory: Memory) -> Draft:
    clause = hit.clause
    tokens = clause.sentence.tokens
    draft = Draft("Visit", {"person": agent.person.name}, tokens[hit.first].start, tokens[hit.last - 1].end, hit.frame.name)
    if agent.said:
        draft.cover(agent.start, agent.end)
    if stop is not None:
        draft.cover(stop.start, stop.end)
    _where(draft, clause, stop, memory)
    _date(draft, clause)
    roles.region(draft, clause, memory)
    draft.sentence = clause.index
    return draft


def _where(draft: Draft, clause: Clause, stop: Mention | None, memory: Memory) -> None:
    if stop is None:
        _before(draft, clause, memory)
    elif stop.type == "place":
        roles.place(draft, stop.value)
        if stop.value.level == "district":
            draft.say("place", f"{stop.value.name} ауданы" if clause.language == "kk" else "")
    else:
        _facility(draft, clause, stop, memory)


def _facility(draft: Draft, clause: Clause, stop: Mention, memory: Memory) -> None:
    facility = memory.resolve(stop.value)
    single = facility.count is None and not facility.plural and not facility.definite
    draft.say("facility", facility.name if single else "")
    roles.place(draft, _narrow(facility.place) or roles.nearest_place(clause, stop.first) or facility.place)
    if stop.value.definite and "place" not in draft.slots:
        _same_place(draft, clause, facility, memory)


def _narrow(place: PlaceValue | None) -> PlaceValue | None:
    return None if place is None or place.level == "oblast" else place


def _same_place(draft: Draft, clause: Clause, facility: FacilityValue, memory: Memory) -> None:
    """The facility that the article just told of stands where it was said to stand."""
    for latest in reversed(memory.drafts):
        same = latest.slots.get("facility") == facility.name if facility.name else latest.slots.get("facilityType") == facility.type
        if latest.kind in ("Works", "Visit") and same and "place" in latest.slots:
            for slot in ("place", "district", "placeCode", "region"):
                draft.inherit(slot, latest.slots.get(slot))
            return


def _before(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Іс-шараға … қатысты: the event is where the visit told just before was."""
    latest = memory.last_draft("Visit", within=2, sentence=clause.index)
    for slot in (*WHERE, "placeCode"):
        draft.inherit(slot, latest.slots.get(slot) if latest else None)


def _date(draft: Draft, clause: Clause) -> None:
    """Only a day says when the visit was; a year or month belongs to what is visited."""
    found = [m.value.edtf for m in clause.mentions("date") or clause.sentence.mentions if m.type == "date"]
    day = next((edtf for edtf in found if len(edtf) == DAY), "")
    draft.say("date", day)



