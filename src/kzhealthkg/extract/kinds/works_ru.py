"""Works in Russian: a facility is, was or will be built, repaired, equipped, opened."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg.extract import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit, hits
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.sites_ru import places_of, sites
from kzhealthkg.extract.status import phase_of
from kzhealthkg.extract.status_ru import carrying, form_of, verb_of, will_be, work_status
from kzhealthkg.extract.syntax import Clause, is_lemma
from kzhealthkg.extract.themes import part_word
from kzhealthkg.extract.themes_ru import _preposition_at, themes_ru
from kzhealthkg.model import FacilityValue, Mention, PlaceValue

THIS = ("этот", "данный")
TOPIC_REACH = 3
SITE = ("facility", "facilityType", "count", "place", "district", "placeCode", "region")
KEPT = (*SITE, "due", "programme")
ONE_OF = ("один", "первый", "второй", "третий", "другой")
PRONOUNS = ("он", "она", "оно", "они", "его", "её", "ее")
POINTING_REACH = 3
OLD = 10
"""A building finished this many years before its article is history, not news."""


def works_ru(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the works that one Russian clause speaks of."""
    drafts: list[Draft] = []
    for hit in sorted(_cues(clause), key=lambda h: (verb_of(h) is not None, h.first)):
        for draft in _works_of(hit, memory):
            if not _history(draft, memory) and not any(_same(draft, other) for other in drafts):
                drafts.append(draft)
    return drafts


def _cues(clause: Clause) -> list[Hit]:
    """A word inside the name of a programme (модернизация …) is no cue."""
    named = clause.mentions("programme")
    return [h for h in hits("works", clause) if not any(m.first <= h.first < m.last for m in named)]


def _same(draft: Draft, other: Draft) -> bool:
    keys = ("facility", "facilityType", "place", "placeCode", "region", "count")
    equipping = {d.slots["workType"] == "equipping" for d in (draft, other)}
    return len(equipping) == 1 and all(draft.slots.get(k) == other.slots.get(k) for k in keys)


def _history(draft: Draft, memory: Memory) -> bool:
    year, today = str(draft.slots.get("date", ""))[:4], (memory.document.article.date or "")[:4]
    return year.isdigit() and today.isdigit() and int(today) - int(year) > OLD


def _works_of(hit: Hit, memory: Memory) -> list[Draft]:
    if hit.frame.options.get("readiness"):
        return _readiness(hit, memory)
    paid = _paid_for(hit)
    found = paid or _status(hit)
    if not found or _inside_another(hit) or (hit.frame.options.get("equip") and _devices_follow(hit)):
        return []
    mentions = themes_ru(hit)
    if paid and not any(m.value.count for m in mentions):
        return []
    return _stated(hit, mentions, found, memory)


def _stated(hit: Hit, mentions: list[Mention], found: str, memory: Memory) -> list[Draft]:
    if len(mentions) == 1 and _points(hit, mentions[0]):
        latest = _latest(hit, memory, mentions[0])
        if latest is not None:
            return [_again(hit, mentions[0], latest, found, memory)]
        named = memory.resolve(mentions[0].value)
        generic = mentions[0].value.type in ("", "medical-facility") and not mentions[0].value.plural
        if generic and not named.name:
            return []
    if not mentions:
        return _pointed(hit, found, memory)
    return _members(hit, mentions, found, memory)


def _status(hit: Hit) -> str:
    """A noun behind a preposition is only a circumstance, save where its progress is looked at."""
    before = _preposition_at(hit.clause, hit.first) if verb_of(hit) is None else ""
    tokens = hit.clause.tokens
    course = any(
        is_lemma(t, "ход", "качество", "темп") for t in hit.clause.sentence.tokens[max(0, hit.first - 2) : hit.first]
    )
    if _decided(hit):
        return "planned"
    if verb_of(hit) is None and (course or before == "в") and any(phase_of(t, "ru") == "see" for t in tokens):
        return "underway"
    if before and not ((before in ("на", "в", "к") and hit.frame.options.get("status")) or before in ("к", "в")):
        return ""
    return work_status(hit)


def _decided(hit: Hit) -> bool:
    """Принято решение о строительстве …: planned, and the day is that of the decision."""
    about = _preposition_at(hit.clause, hit.first) in ("о", "об")
    return about and verb_of(hit) is None and any(is_lemma(t, "решение") for t in hit.clause.tokens)


def _paid_for(hit: Hit) -> str:
    """На строительство 12 ФАПов выделено …: the amount is that of the counted works, and so is its status."""
    before = _preposition_at(hit.clause, hit.first)
    giving = [h for h in hits("funding", hit.clause) if not h.frame.options.get("cost")]
    if before not in ("на", "для") or not giving or not hit.clause.mentions("money"):
        return ""
    past = giving[-1].frame.options["past"]
    future = will_be(hit.clause) or giving[-1].verb.best.form in ("fut", "inf")
    return "planned" if future else past


def _inside_another(hit: Hit) -> bool:
    """На базе больницы открыт центр: what opens inside a facility is a service."""
    tokens = hit.clause.tokens
    based = any(is_lemma(b, "база") and a.norm == "на" for a, b in pairwise(tokens))
    return based and hit.frame.slots["workType"] == "construction"


def _devices_follow(hit: Hit) -> bool:
    """Оснащена аппаратами: …: the devices are the statements, not the equipping."""
    tokens = hit.clause.sentence.tokens
    rest = tokens[hit.last : hit.last + 12]
    return any(t.text == ":" for t in rest) or not any(t.best.case == "ins" for t in hit.clause.tokens)


def _points(hit: Hit, mention: Mention) -> bool:
    """Объект сдан, строительство больницы завершено: a bare noun is the facility spoken of."""
    value: FacilityValue = mention.value
    if value.name or value.count or any(sites(hit.clause, [mention])[0]):
        return False
    near = hit.clause.sentence.tokens[max(hit.clause.first, mention.first - 1) : mention.first]
    this = any(is_lemma(t, *THIS) for t in near) or (value.definite and value.type in ("", "medical-facility"))
    topic = mention.last <= hit.first and mention.first - hit.clause.first <= TOPIC_REACH
    return this or (topic and not value.plural) or (verb_of(hit) is None and value.definite) or (topic and value.plural)


def _latest(hit: Hit, memory: Memory, mention: Mention | None) -> Draft | None:
    latest = memory.last_draft("Works", within=3, sentence=hit.clause.index)
    if latest is None or mention is None:
        return latest
    kind, known = mention.value.type, str(latest.slots.get("facilityType", ""))
    fits = kind in ("", "medical-facility", known) or known.endswith(kind) or not known
    return latest if fits and ("count" in latest.slots) == mention.value.plural else None


def _again(hit: Hit, mention: Mention, latest: Draft, found: str, memory: Memory) -> Draft:
    """Объект планируют сдать …: more of the work named just before."""
    draft = Draft("Works", dict(hit.frame.slots), mention.start, _end(hit.clause), hit.frame.name)
    opened = draft.slots["workType"] == "construction"
    for slot in KEPT if opened else SITE:
        draft.inherit(slot, latest.slots.get(slot))
    if opened and latest.slots["workType"] != "equipping":
        draft.slots["workType"] = latest.slots["workType"]
    draft.say("status", found)
    draft = _finished(draft, hit, found, memory)
    if not opened and not hit.clause.mentions("date"):
        draft.slots.pop("date", None)
    return draft


def _members(hit: Hit, mentions: list[Mention], found: str, memory: Memory) -> list[Draft]:
    drafts: list[Draft] = []
    mentions = _together(hit.clause, mentions)
    for mention, places in zip(mentions, sites(hit.clause, mentions), strict=True):
        pointing = mention.value.definite and mention.value.type in ("", "medical-facility")
        facility = memory.resolve(replace(mention.value, definite=pointing))
        if not _specific(facility, places, hit.clause):
            continue
        drafts += _placed(hit, mention, facility, places or _own(facility), found, memory)
    return _shared(drafts)


def _together(clause: Clause, mentions: list[Mention]) -> list[Mention]:
    """355 поликлиник и больниц: one number counts both, and so no type is said of it."""
    if len(mentions) != 2 or mentions[0].value.count is None or mentions[1].value.count is not None:
        return mentions
    between = [t.norm for t in clause.sentence.tokens[mentions[0].last : mentions[1].first]]
    if between != ["и"] or not mentions[1].value.plural:
        return mentions
    return [replace(mentions[0], last=mentions[1].last, value=replace(mentions[0].value, type=""))]


def _own(facility: FacilityValue) -> list[PlaceValue]:
    return [facility.place] if facility.place else []


def _specific(facility: FacilityValue, places: list[PlaceValue], clause: Clause) -> bool:
    """A plural that names no type, no number and no place is only a manner of speaking."""
    generic = facility.type in ("", "medical-facility")
    if facility.name or facility.count:
        return True
    return bool(places) if generic else not (facility.plural and not places and not clause.mentions("place"))


def _placed(
    hit: Hit, mention: Mention, facility: FacilityValue, places: list[PlaceValue], found: str, memory: Memory
) -> list[Draft]:
    """One statement a place, and the total before them where it is given."""
    if len(places) < 2:
        where = places[0] if places else None
        return [_draft(hit, mention, memory.remember_place(facility, where), where, found, memory)]
    total = [_draft(hit, mention, facility, None, found, memory)] if facility.count else []
    for whole in total if len({p.region for p in places}) > 1 else []:
        whole.slots.pop("region", None)
    alone = replace(facility, count=None)
    return total + [_draft(hit, mention, alone, place, found, memory) for place in places]


def _shared(drafts: list[Draft]) -> list[Draft]:
    """Money said once for several works is none of theirs; it stays with a total."""
    if len(drafts) > 1:
        for draft in drafts if "count" not in drafts[0].slots else drafts[1:]:
            draft.slots.pop("amount", None)
    return drafts


def _draft(
    hit: Hit, mention: Mention, facility: FacilityValue, where: PlaceValue | None, found: str, memory: Memory
) -> Draft:
    tokens = hit.clause.sentence.tokens
    first, last = min(hit.first, mention.first), max(hit.last, mention.last)
    draft = Draft("Works", dict(hit.frame.slots), tokens[first].start, tokens[last - 1].end, hit.frame.name)
    _name(draft, facility)
    part = part_word(hit.clause, max(hit.clause.first, mention.first - 6), mention.first)
    if part and part[1] and draft.slots["workType"] == "construction":
        draft.say("workType", part[1])
    draft.say("status", found)
    roles.place(draft, where)
    for number in hit.clause.mentions("number"):
        if number.value is mention.value.count:
            draft.cover(number.start, number.end)
            draft.used.add(number.start)
    return _finished(draft, hit, found, memory)


def _name(draft: Draft, facility: FacilityValue) -> None:
    if facility.count is None or (facility.count.value == 1 and facility.name):
        draft.say("facility", facility.name)
    else:
        draft.say("count", roles.number(facility.count))
        draft.say("bound", facility.count.bound)
    if facility.type != "medical-facility":
        draft.say("facilityType", facility.type)


def _finished(draft: Draft, hit: Hit, found: str, memory: Memory) -> Draft:
    clause = hit.clause
    for money in clause.mentions("money")[:1]:
        roles.quantity(draft, "amount", money)
    for percent in clause.mentions("percent")[:1]:
        roles.quantity(draft, "percent", percent)
        draft.say("status", "underway" if draft.slots["percent"] < 100 else found)
    draft.say("source", roles.source(clause)[0])
    if _decided(hit):
        roles.region(draft, clause, memory)
        draft.sentence = clause.index
        return draft
    return _since(roles.finish(draft, _core(hit), memory, completion=_completion(hit, found)), hit)


def _core(hit: Hit) -> Clause:
    """The clause without the participle phrases that the cue is no part of: they have dates of their own."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    opens = [
        i for i in range(clause.first, clause.last - 1) if tokens[i].text == "," and form_of(tokens[i + 1]) == "part"
    ]
    after = [i for i in opens if i >= hit.last]
    inside = [i for i in opens if i < hit.first]
    first = inside[-1] + 1 if inside and form_of(tokens[hit.first]) == "part" else clause.first
    return replace(clause, first=first, last=after[0] if after else clause.last)


def _since(draft: Draft, hit: Hit) -> Draft:
    """A work begun in 2017 has gone on since then."""
    begun = any(phase_of(t, "ru") == "begin" for t in carrying(hit.clause))
    if begun and draft.slots.get("status") == "underway" and "/" not in draft.slots.get("date", "/"):
        draft.slots["date"] += "/.."
    return draft


def _completion(hit: Hit, found: str) -> bool | None:
    """A work that will begin has no deadline, one that goes on and will end has."""
    carriers = carrying(hit.clause)
    phases = {phase_of(t, "ru") for t in carriers}
    if "begin" in phases:
        return False
    ending = any(t.best.form in ("fut", "inf") for t in carriers if phase_of(t, "ru") == "end")
    return True if found == "underway" and "end" in phases and (ending or "plan" in phases) else None


def _pointed(hit: Hit, found: str, memory: Memory) -> list[Draft]:
    """Она оснащена …, новый корпус откроют …: the facility spoken of just before."""
    clause = hit.clause
    latest = memory.last_draft("Works", within=1, sentence=clause.index)
    token = clause.tokens[0]
    pointer = Mention("facility", clause.first, clause.first + 1, token.start, token.end, None, "nom")
    if latest is not None and any(is_lemma(t, *ONE_OF) for t in clause.tokens[:TOPIC_REACH]):
        return _one_of(hit, latest, found, memory)
    elided = verb_of(hit) is token and clause.first > 0
    if latest is not None and "count" not in latest.slots and (is_lemma(token, *PRONOUNS) or elided):
        return [_again(hit, pointer, latest, found, memory)]
    if verb_of(hit) is None and _bare_noun(hit):
        return _of_before(hit, pointer, found, memory)
    part = part_word(clause, clause.first, clause.last)
    facility = _spoken_of(memory, clause)
    if (
        part is None
        or not part[1]
        or facility is None
        or _preposition_at(clause, part[0])
        or clause.mentions("facility")
    ):
        return []
    at = clause.sentence.tokens[part[0]]
    mention = Mention("facility", part[0], part[0] + 1, at.start, at.end, facility, "nom")
    draft = _draft(hit, mention, facility, facility.place, found, memory)
    if draft.slots["workType"] == "construction":
        draft.say("workType", part[1])
    return [draft]


def _bare_noun(hit: Hit) -> bool:
    """Строительство планируется завершить …: the noun opens its clause and nothing depends on it."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    after = tokens[hit.last : hit.last + 1]
    alone = not after or after[0].best.pos not in ("NOUN", "PROPN", "ADJ") or after[0].best.case != "gen"
    near = hit.first - clause.first <= TOPIC_REACH or phase_of(tokens[hit.first - 1], "ru") != ""
    return alone and near and not clause.mentions("facility") and part_word(clause, clause.first, clause.last) is None


def _of_before(hit: Hit, pointer: Mention, found: str, memory: Memory) -> list[Draft]:
    """The work is that on the facility of the sentence before."""
    latest = memory.last_draft("Works", within=1, sentence=hit.clause.index)
    facility = memory.facility_just_before(hit.clause.index)
    if latest is not None and "count" not in latest.slots and latest.slots["workType"] != "equipping":
        return [_again(hit, pointer, latest, found, memory)]
    if latest is not None or facility is None or places_of(hit.clause):
        return []
    return [_draft(hit, pointer_to(pointer, facility), facility, facility.place, found, memory)]


def pointer_to(pointer: Mention, facility: FacilityValue) -> Mention:
    """Return the pointer as a mention of the facility that it means."""
    return replace(pointer, value=facility)


def _one_of(hit: Hit, latest: Draft, found: str, memory: Memory) -> list[Draft]:
    """Один из них строится в A, другой в B: members of the total named just before."""
    places = places_of(hit.clause)
    kind = str(latest.slots.get("facilityType", ""))
    token = hit.clause.tokens[0]
    mention = Mention("facility", hit.clause.first, hit.first, token.start, token.end, FacilityValue("", kind), "nom")
    drafts = [_draft(hit, mention, FacilityValue("", kind), place, found, memory) for place in places]
    for draft in drafts:
        for slot in ("programme", "source", "district"):
            draft.inherit(slot, latest.slots.get(slot))
    return drafts if "count" in latest.slots else []


def _spoken_of(memory: Memory, clause: Clause) -> FacilityValue | None:
    """The facility named last, one of a known type before one of none."""
    if clause.index - memory.facility_sentence > POINTING_REACH:
        return None
    typed = [f for f in memory.facilities[-2:] if f.type not in ("", "medical-facility")]
    return typed[-1] if typed else next(iter(memory.facilities[-1:]), None)


def _worked_on(memory: Memory, clause: Clause) -> Draft | None:
    """Return the newest work of the sentences before that is more than an equipping."""
    found = [d for d in memory.drafts if d.kind == "Works" and clause.index - d.sentence <= POINTING_REACH]
    found = [d for d in found if d.slots["workType"] != "equipping"]
    return found[-1] if found else None


def _readiness(hit: Hit, memory: Memory) -> list[Draft]:
    """Готовность объекта 70 %, строительство завершено на 76 %: progress of the work named last."""
    clause, percents = hit.clause, hit.clause.mentions("percent")
    if not percents:
        return []
    draft = Draft("Works", dict(hit.frame.slots), clause.tokens[0].start, _end(clause), hit.frame.name)
    named = [m for m in clause.mentions("facility") if m.value.name or (m.value.type and not m.value.definite)]
    latest = _worked_on(memory, clause)
    if named:
        _name(draft, memory.resolve(named[-1].value))
        roles.place(draft, (sites(clause, named[-1:])[0] or [named[-1].value.place])[0])
    elif latest is not None and "count" not in latest.slots:
        draft.slots.update({k: v for k, v in latest.slots.items() if k in (*KEPT, "workType")})
    else:
        facility = _spoken_of(memory, clause)
        places = places_of(clause.whole) if not clause.index else []
        if latest is not None or (facility is None and len(places) != 1):
            return []
        _name(draft, facility or FacilityValue(""))
        roles.place(draft, facility.place if facility else places[0])
    roles.quantity(draft, "percent", percents[0])
    draft.say("status", "underway" if draft.slots["percent"] < 100 else "completed")
    return [roles.finish(draft, clause, memory)]


def _end(clause: Clause) -> int:
    return clause.sentence.tokens[clause.last - 1].end
