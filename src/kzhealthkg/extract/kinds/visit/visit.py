"""Visit: a person goes to a facility or place, looks at it, or opens it; each stop and each companion is one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, every_hit
from kzhealthkg.extract.clause.groups import names_anybody
from kzhealthkg.extract.clause.sites import place_list
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.status_ru import form_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, widened
from kzhealthkg.extract.context.agents import Agent, described, is_done
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.officials import in_office
from kzhealthkg.extract.context.regions import say_region
from kzhealthkg.extract.context.where import nearest_place, say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.visit.before import last_visit
from kzhealthkg.extract.kinds.visit.building_sites import on_site
from kzhealthkg.extract.kinds.visit.days import on_same_day, say_date
from kzhealthkg.extract.kinds.visit.guards import no_visit, of_all_sorts
from kzhealthkg.extract.kinds.visit.journeys import on_health
from kzhealthkg.extract.kinds.visit.openings_ru import at_opening, guests
from kzhealthkg.extract.kinds.visit.own_region import STATE, in_region, names_region
from kzhealthkg.extract.kinds.visit.stop import Stop
from kzhealthkg.extract.kinds.visit.stops import stops
from kzhealthkg.extract.kinds.visit.told_of_ru import told_of
from kzhealthkg.extract.kinds.visit.tour import at_home, itinerary, lists_below, names_house, welcome
from kzhealthkg.extract.kinds.visit.visited import WHERE, at_facility
from kzhealthkg.extract.kinds.visit.visitors import visitors, was_reported
from kzhealthkg.model import PlaceValue

REMOTE = frozenset(lexicon.words("kinds.visit.visit", "remote"))
GOING = frozenset(lexicon.words("kinds.visit.visit", "going"))


def visit(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the visits that one clause tells of."""
    drafts: list[Draft] = []
    for found in every_hit("visit", clause) if names_anybody(memory.document) else ():
        for hit in found:
            able = _holds_its_words(hit) and _goes_somewhere(hit) and _asserted(hit, memory) and not no_visit(hit)
            made = _told(hit, memory) if able else []
            made = made if not KEPT.isdisjoint(hit.frame.options) else on_health(made, hit, memory)
            drafts += made
            if made:
                break
    return drafts


def _goes_somewhere(hit: Hit) -> bool:
    """Say whether a cue's sentence names anything that it may be a visit to, or may point back to such a thing."""
    options, named = hit.frame.options.keys(), hit.clause.sentence.named
    if "facility" in named or not POINTING.isdisjoint(options):
        return True
    if "place" not in options:
        return False
    return "place" in named or hit.clause.language == "ru" or any(rule(hit.clause) for rule in POINTS)


POINTS = (lists_below, names_house, names_region, on_site)
"""Whether a clause without a named place may tell of a stop all the same."""
POINTING = frozenset({"event", "site", "along"})
"""Options of frames that take up what was told before."""
KEPT = frozenset({"event", "along"})
"""Options of frames by which a visit is of what is opened, or of whom somebody goes with."""


def _is_done(hit: Hit) -> bool:
    if hit.clause.language != "ru":
        return is_done(hit.clause, hit.last - 1)
    return any(is_done(hit.clause, at) for at in range(hit.first, hit.last))


def _asserted(hit: Hit, memory: Memory) -> bool:
    """A visit is told by a verb in the past, a noun beside one, or a participle before who was there."""
    if hit.frame.options.get("noun"):
        return _has_past(hit) and not _told_later(hit)
    if _is_done(hit) or _is_journey_told(hit) or _goes_on(hit) or was_reported(hit):
        return True
    way = bool({"trip", "place"} & hit.frame.options.keys()) and not hit.clause.mentions("facility", last=hit.first)
    told = described(hit.clause, memory, hit.last, far=bool(hit.frame.options.get("along"))) or told_of(hit, memory)
    return bool(told) and not (way and _told_later(hit))


def _goes_on(hit: Hit) -> bool:
    """Находится в области с рабочей поездкой, совершает поездку: who is on the way has come."""
    if hit.clause.language == "kk":  # аурухананы аралап жүр
        following = hit.clause.sentence.tokens[hit.last : hit.last + 2]
        ends = len(following) < 2 or following[1].best.pos == "PUNCT"
        return "conv" in hit.verb.forms and bool(following) and following[0].norm in GOING and ends
    if not hit.frame.options.get("now") or form_of(hit.verb) != "pres":
        return False
    return not any(t.norm == "не" for t in hit.clause.sentence.tokens[max(0, hit.first - 1) : hit.first])


def _is_journey_told(hit: Hit) -> bool:
    """Емханаға барған сапарынан әсер алды: a participle of a journey that something came of."""
    if hit.clause.language != "kk" or "perf" not in hit.verb.forms:
        return False
    following = hit.clause.sentence.tokens[hit.last : hit.last + 1]
    return any(is_lemma(t, *_trips("kk")) for t in following) and _has_past(hit)


def _has_past(hit: Hit) -> bool:
    """Say whether what happens in the course of the visit has happened."""
    whole = hit.clause.whole
    return any(is_done(whole, at) for at in range(whole.first, whole.last) if not hit.first <= at < hit.last)


def _told_later(hit: Hit) -> bool:
    """… облысына келген X ауруханаға барды: the way there is background."""
    later = (h for found in every_hit("visit", hit.clause.whole) for h in found if h.first >= hit.last)
    return any(_is_done(h) for h in later)


def _holds_its_words(hit: Hit) -> bool:
    """Say whether the clause tells of the journey that the frame asks for, and of nothing that is seen from afar."""
    options = hit.frame.options
    if options.get("trip") and not options.get("arrive") and not _is_trip(hit):
        return False
    if options.get("there") and not at_opening(hit.clause):
        return False
    return REMOTE.isdisjoint(hit.clause.sentence.words)


def _is_trip(hit: Hit) -> bool:
    return hit.clause.says(*_trips(hit.clause.language))


@cache
def _trips(language: str) -> tuple[str, ...]:
    return tuple(r["word"] for r in lexicon.table("trip") if r["language"] == language)


def _told(hit: Hit, memory: Memory) -> list[Draft]:
    people = guests(hit, visitors(hit, memory), memory)
    found = _stops(hit, people, memory) if people else []
    if not found and _is_apposed(hit, people):
        hit = replace(hit, clause=widened(hit.clause))
        found = _stops(hit, people, memory)
    if not found:
        return []
    if hit.frame.options.get("single"):
        found = [s for s in found if s.facility is not None and not s.facility.plural]
    if hit.frame.options.get("arrive") and not _is_trip(hit):
        state = all(
            in_office(a.person.name, memory, STATE) for a in people
        )  # a minister who comes to a region is on a journey
        found = [s for s in found if s.facility is not None or s.home or state]
        people = [a for a in people if in_office(a.person.name, memory) or (a.said and welcome(hit, memory))]
    made = [
        _draft(hit, agent, stop, memory)
        for stop in found
        for agent in people
        if not _is_there(agent, stop, hit, memory)
    ]
    one_more = not ADDING.isdisjoint(t.norm for t in hit.clause.sentence.tokens[:2])
    for draft in () if one_more else made:
        _name_in_full(draft, memory)
    return made


ADDING = frozenset(lexicon.words("kinds.visit.visit", "adding"))


def _stops(hit: Hit, people: list[Agent], memory: Memory) -> list[Stop]:
    found = itinerary(hit, memory) or stops(hit, people, memory) or at_home(hit, people, memory)
    found = found or in_region(hit, people, memory)
    if of_all_sorts(hit.clause):
        found = [s for s in found if s.facility is not None or s.before]
    return [one for stop in found for one in _each(hit, stop)]


def _each(hit: Hit, stop: Stop) -> list[Stop]:
    """A және B ауылдарының амбулаторияларын аралады: one stop in each of the places."""
    mention = next((m for m in hit.clause.mentions("facility") if m.first == stop.first), None)
    several = stop.facility is not None and stop.facility.plural and not stop.facility.name
    places = place_list(hit.clause, mention) if several and mention is not None else []
    return [replace(stop, facility=None, place=p) for p in places] or [stop]


def _is_apposed(hit: Hit, people: list[Agent]) -> bool:
    """Ауруханаға институт өкілі – X келді: a dash before the subject's name ends no clause."""
    clause = hit.clause
    said = [a for a in people if a.said and a.start == clause.tokens[0].start]
    return bool(said) and clause.first > 0 and clause.sentence.tokens[clause.first - 1].text in "–—-"


def _is_there(agent: Agent, stop: Stop, hit: Hit, memory: Memory) -> bool:
    """Ауылға барып, амбулаторияның орнын көрді: a nameless facility is part of the stop just told."""
    if stop.facility is None or stop.facility.name or stop.facility.place is not None:
        return False
    told = [d for d in memory.recent(0, hit.clause.index) if d.kind == "Visit"]
    if stop.facility.type in ANY and any(d.slots["person"] == agent.person.name for d in told):
        return True  # емханаға барып, медициналық мекеменің жұмысын көрді
    told = [d for d in told if "place" in d.slots]
    own = nearest_place(hit.clause, stop.first)
    near = own is None or any(own.name in (d.slots["place"], d.slots.get("district")) for d in told)
    return near and any(d.slots["person"] == agent.person.name for d in told)


ANY = ("", "medical-facility")


def _name_in_full(draft: Draft, memory: Memory) -> None:
    """A headline gives a facility a shorter name than the text below it."""
    name = set(str(draft.slots.get("facility", "")).lower().split())
    for first in (d for d in memory.headline() if d.kind == "Visit"):
        short = set(str(first.slots.get("facility", "")).lower().split())
        same = first.slots.get("person") == draft.slots["person"]
        same = same and first.slots.get("place") in (None, draft.slots.get("place"))
        if short and short < name and same:
            first.slots["facility"], first.slots["stop"] = draft.slots["facility"], draft.slots["stop"]


# The statement ---------------------------------------------------------------------------------------


def _draft(hit: Hit, agent: Agent, stop: Stop, memory: Memory) -> Draft:
    clause = hit.clause
    tokens = clause.sentence.tokens
    draft = Draft(
        "Visit", {"person": agent.person.name}, tokens[hit.first].start, tokens[hit.last - 1].end, hit.frame.name
    )
    draft.cover(stop.start, stop.end)
    draft.plural = stop.facility is not None and (stop.facility.plural or stop.facility.count is not None)
    if agent.said:
        draft.cover(agent.start, agent.end)
    say_date(draft, clause)
    if stop.before:
        _same_as_before(draft, clause, memory)
    elif stop.place is not None:
        say_place(draft, stop.place)
        draft.say("place", _whole_district(stop.place, clause.language))
    elif stop.facility is not None:
        at_facility(draft, clause, stop, memory)
    if not _abroad(stop) and not stop.home:
        say_region(draft, clause, memory)
    on_same_day(draft, clause, memory)
    draft.sentence = clause.index
    return draft


def _abroad(stop: Stop) -> bool:
    """A town abroad lies in no region, whatever the article is about."""
    places = (stop.place, stop.facility.place if stop.facility else None)
    return any(p is not None and p.level == "foreign" for p in places)


def _whole_district(place: PlaceValue, language: str) -> str:
    if place.level != "district":
        return place.name if place.level in SETTLEMENTS or place.level == "foreign" else ""
    if language == "kk" or not place.name.endswith("кий"):
        return f"{place.name} ауданы"
    return f"{place.name} район"


def _same_as_before(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Іс-шараға … қатысты: the event is where the visit told just before was."""
    latest = last_visit(clause, memory, along=draft.rule.startswith("visit-along"))
    draft.take_over(latest, *WHERE, "stop", "date")
