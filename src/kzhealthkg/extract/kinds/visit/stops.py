"""What a visitor goes to: the facility or place that the verb governs, named, pointed to or known from before."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.groups import words_of
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.sites import JOINS
from kzhealthkg.extract.clause.standing import SETTLEMENTS, may_be, placed
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.agents import Agent
from kzhealthkg.extract.context.memory import ANYTHING, Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.visit import stops_kk, stops_ru
from kzhealthkg.extract.kinds.visit.before import NEAR, last_visit
from kzhealthkg.extract.kinds.visit.building_sites import site_of
from kzhealthkg.extract.kinds.visit.just_built import as_just_built
from kzhealthkg.extract.kinds.visit.stop import Stop
from kzhealthkg.model import FacilityValue, Mention, PlaceValue, Token
from kzhealthkg.model.frozen import replace

BRANCH = "филиал"
BEHIND = 4
OPENING = lexicon.words("kinds.visit.stops", "opening")
AFTER = 5
BELOW = 5
"""Sentences in which a headline's facility gets its name."""
HOME = frozenset(lexicon.words("kinds.visit.stops", "home"))


def stops(hit: Hit, people: list[Agent], memory: Memory) -> list[Stop]:
    """Return the facilities visited, else the places, else where the article was before."""
    own = [(a.start, a.end) for a in people if a.said]
    if hit.frame.options.get("along"):  # сопровождающие его представители больницы X и Y: whose they are is no stop
        own += [(hit.verb.end, end) for _, end in own if end > hit.verb.end] + _houses(hit, own)
    own += [_apposition(hit, end) for _, end in own]
    own += [(m.value.post_start, m.value.post_end) for m in hit.clause.mentions("person") if m.value.posts]
    free = [m for m in hit.clause.mentions("facility", "place") if not any(s <= m.start < e for s, e in own)]
    facilities = [m for m in free if m.type == "facility"]
    found = governed(hit, facilities)
    if found and all(stops_kk.names_unit(hit.clause, m) for m in found) and last_visit(hit.clause, memory, along=False):
        return [Stop(found[0].start, found[-1].end, before=True)]
    if found:
        reached = [_facility_stop(hit, m, facilities, memory) for m in found]
        return [s for s in reached if s.facility is not None] or _opened_work(hit, memory, found[-1])
    if hit.frame.options.get("place"):
        places = [m for m in free if m.type == "place" and not any(f.first <= m.first < f.last for f in facilities)]
        reached = [_place_stop(m) for m in governed(hit, places) if _may_be_stop(hit, m)]
        if reached or not (hit.frame.options.get("along") or site_of(hit)):
            return reached or stops_ru.it(hit, memory)
    return _relative(hit, memory) or _pointed(hit, facilities, memory) or stops_ru.it(hit, memory)


def _houses(hit: Hit, own: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Аурухананың бас дәрігері X бірге жүрді: the genitive right before an office owns it."""
    tokens = hit.clause.sentence.tokens
    starts = {m.last: m for m in hit.clause.mentions("facility") if m.case == "gen"}
    begun = (next((i for i, t in enumerate(tokens) if t.start >= start), -1) for start, _ in own)
    return [(starts[i].start, starts[i].end) for i in begun if i in starts]


def _apposition(hit: Hit, end: int) -> tuple[int, int]:
    """Return what stands behind a dash after a name: посетил X — сотрудник центра Y: Y is no stop."""
    tokens = hit.clause.sentence.tokens
    if DASHES.isdisjoint(hit.clause.sentence.words):
        return end, end
    sign = next((t for t in tokens if t.start >= end), None)
    behind = sign is not None and sign.text in DASHES and sign.start > hit.verb.start
    return (end, tokens[-1].end) if behind else (end, end)


DASHES = frozenset("—–")


def _may_be_stop(hit: Hit, place: Mention) -> bool:
    """A journey to the country itself is a visit too; going round in it is none."""
    return place.value.level != "country" or (bool(hit.frame.options.get("trip")) and place.value.name in HOME)


def _relative(hit: Hit, memory: Memory) -> list[Stop]:
    """В больнице, где побывал X; больница, которую посетил X: the stop stands before the clause."""
    clause = hit.clause
    opening = clause.sentence.tokens[max(0, clause.first - 1) : clause.first + 2]
    if clause.language != "ru" or not any(t.norm == "где" or is_lemma(t, "который") for t in opening):
        return []
    before = [m for m in clause.sentence.mentions if m.type == "facility" and 0 <= clause.first - m.last <= AFTER]
    owned = {m.first for m in before if m.case == "gen"}
    heads = [m for m in before[:-1] if m.last in owned and m.last == before[-1].first]  # центр областной больницы
    reached = [_facility_stop(hit, m, before, memory) for m in heads or before[-1:]]
    return [s for s in reached if s.facility is not None]


def _where_it_stands(hit: Hit, mention: Mention) -> PlaceValue | None:
    """Открытие медицинского объекта в селе X: a general word with a village behind it points back to nothing."""
    named = hit.clause.mentions("place", first=mention.last, last=mention.last + 3)
    inside = named and hit.clause.sentence.tokens[mention.last].norm in IN
    general = mention.value.definite or mention.value.type in ("", "medical-facility")
    settled = inside and named[0].value.level in SETTLEMENTS and hit.clause.language == "ru"
    return named[0].value if settled and general and not mention.value.name else None


def _facility_stop(hit: Hit, mention: Mention, found: list[Mention], memory: Memory) -> Stop:
    tokens = hit.clause.sentence.tokens
    if any(t.norm in SOME for t in tokens[max(0, mention.first - 2) : mention.first]) and not mention.value.name:
        return Stop(mention.start, mention.end, mention.first, FacilityValue("", "medical-facility", plural=True))
    mention = as_just_built(hit, mention, memory)
    owner = _owner_ru(hit, mention)
    if owner is not None:
        value: FacilityValue | None = FacilityValue(owner.value.name, mention.value.type)
    elif is_lemma(tokens[mention.last - 1], BRANCH):
        value = _branch(hit, mention, found, memory)
    elif mention.value.name and any(
        is_lemma(t, BRANCH) for t in tokens[mention.last : min(hit.first, mention.last + BEHIND)]
    ):
        value = FacilityValue(f"{mention.value.name} {BRANCH}ы", mention.value.type, place=mention.value.place)
    else:
        value = _meant_here(hit, mention, memory) or _just_told(hit, mention, memory) or _meant(mention.value, memory)
    there = _where_it_stands(hit, mention)
    if there is not None and value is not None and value.place != there:
        value = replace(mention.value, place=there, definite=False)
    if value is not None and value.place is None:
        value = replace(value, place=_place_behind(hit, mention))
    return Stop(mention.start, mention.end, mention.first, value)


SOME = frozenset(lexicon.words("kinds.visit.stops", "some"))


def _owner_ru(hit: Hit, mention: Mention) -> Mention | None:
    """Лабораторию кафедры X университета посетил: who visits a unit of an institution visits the institution."""
    clause = hit.clause
    held = clause.sentence.tokens[mention.first : mention.last]
    if clause.language != "ru" or not any(is_lemma(t, *words_of("unit", "ru")) for t in held):
        return None
    behind = [m for m in clause.mentions("organization", "facility") if 0 <= m.first - mention.last <= NEAR]
    return next((m for m in behind if m.case == "gen" and m.value.name), None)


def _meant_here(hit: Hit, mention: Mention, memory: Memory) -> FacilityValue | None:
    """… облыстық ауруханаға (емханаға) барып, мекеменің жұмысымен танысты: named earlier in the same sentence."""
    if not mention.value.definite:
        return None
    before = [m.value for m in hit.clause.sentence.mentions if m.type == "facility" and m.last <= mention.first]
    named = [f for f in before if f.name and not f.plural and not f.definite and may_be(mention.value, f)]
    sorts = [f for f in before if not (f.name or f.plural) and f.type not in ANYTHING and may_be(mention.value, f)]
    return named[-1] if named else memory.resolve(sorts[-1]) if sorts and mention.value.type in ANYTHING else None


def _just_told(hit: Hit, mention: Mention, memory: Memory) -> FacilityValue | None:
    """Показали здание новой больницы. Посетив объект, …: the nameless facility that the sentence before tells of."""
    before = memory.document.sentences[hit.clause.index - 1].mentions if hit.clause.index else ()
    told = [m.value for m in before if m.type == "facility"][-1:] if mention.value.definite else []
    alone = [f for f in told if not (f.name or f.plural) and f.type and may_be(mention.value, f)]
    return next((f for f in alone if not memory.resolve(f).name), None)


def _branch(hit: Hit, mention: Mention, found: list[Mention], memory: Memory) -> FacilityValue | None:
    """X орталығының Y қаласындағы филиалы: a branch bears the name of the body that owns it."""
    owner = next((m for m in reversed(found) if m.last <= mention.first <= m.last + 3 and m.value.name), None)
    if owner is not None and hit.clause.language == "kk":
        name = f"{owner.value.name} {BRANCH}ы"
        return FacilityValue(name, owner.value.type)
    if mention.value.name:
        return _meant(mention.value, memory)
    named = [d.slots["facility"] for d in memory.drafts if d.kind == "Visit" and BRANCH in d.slots.get("facility", "")]
    return FacilityValue(named[-1], mention.value.type) if named else None


def _meant(facility: FacilityValue, memory: Memory) -> FacilityValue | None:
    """Return the facility that a bare noun points to, before or after; None where it is no health facility."""
    loose = not (facility.name or facility.plural or facility.count or facility.place)
    if not facility.definite and not loose:
        return memory.resolve(facility) if facility.type or facility.name else None
    meant: FacilityValue = memory.resolve(replace(facility, definite=True))
    if not facility.definite and (meant.definite or not meant.name):
        return facility if facility.type else None
    if meant.definite and facility.type and not facility.plural:
        return _named_later(facility, memory) or meant
    return meant if meant.type or meant.name else None


def _named_later(facility: FacilityValue, memory: Memory) -> FacilityValue | None:
    """A headline says емхана, the text right below gives its name."""
    below = memory.document.sentences[: len(memory.told) + BELOW]
    here = {m.value.name for s in below[len(memory.told) :][:1] for m in s.mentions if m.type == "place"}
    told = ((s, m) for s in below for m in s.mentions if m.type == "facility" and m.value.name)
    later = [m.value for s, m in told if not here or (at := placed(s, m).place) is None or at.name in here]
    fitting = [f for f in later if f.type == facility.type and f.count is None and not f.plural]
    return fitting[0] if len({f.name for f in fitting}) == 1 else None


def _place_behind(hit: Hit, mention: Mention) -> PlaceValue | None:
    """Орталықтың Өскемен қаласындағы ғимаратына: the place may stand between the owner and the verb; больница посёлка X."""
    if hit.clause.language == "ru":
        owners = hit.clause.mentions("place", first=mention.last, last=mention.last + NEAR)
        return next((m.value for m in owners if m.case == "gen" and m.value.level in SETTLEMENTS), None)
    found = hit.clause.mentions("place", first=mention.last, last=max(mention.last, hit.first))
    owns = mention.case == "gen"  # else the town is the guest's: орталығына Анкарадағы университеттің профессоры келді
    near = [m for m in found if m.case == "loc" or (owns and m.case == "locadj")]
    near = [m for m in near if m.first - mention.last <= 1]
    listed = any(t.norm in JOINS for m in near[:1] for t in hit.clause.sentence.tokens[mention.last : m.first])
    return near[0].value if near and not listed else None


def _place_stop(mention: Mention) -> Stop:
    return Stop(mention.start, mention.end, mention.first, place=mention.value)


def _pointed(hit: Hit, facilities: list[Mention], memory: Memory) -> list[Stop]:
    """Іс-шараға қатысты, құрылыс барысымен танысты: where the article was, what it spoke of."""
    options = hit.frame.options
    if facilities or stops_ru.other_event(hit):
        return []
    site = site_of(hit)
    if site is not None and memory.last_draft("Visit", within=0, sentence=hit.clause.index):
        return [Stop(hit.verb.start, hit.verb.end, before=True)]
    if options.get("event"):
        opened = _opened(hit, memory)
        if opened is not None:
            return [opened]
    if (options.get("event") or options.get("along")) and last_visit(
        hit.clause, memory, along=bool(options.get("along"))
    ):
        return [Stop(hit.verb.start, hit.verb.end, before=True)]
    if works := _opened_work(hit, memory):
        return works
    return _sited(hit, site, memory) if site is not None else []


def _sited(hit: Hit, site: Token, memory: Memory) -> list[Stop]:
    """Побывал на стройке: the facility named last, for a frame without words for a site named just before."""
    near = (
        is_lemma(site, *hit.frame.options.get("site", ())) or memory.facility_just_before(hit.clause.index) is not None
    )
    if not (near and memory.facilities) or stops_ru.of_other_site(hit, site):
        return []
    return [Stop(site.start, site.end, hit.first, memory.facilities[-1])]


def _opened(hit: Hit, memory: Memory) -> Stop | None:
    """… емхананың ашылу салтанаты өтті. Іс-шараға X қатысты: the facility that the sentence before opens."""
    clause = hit.clause
    if memory.last_draft("Visit", within=NEAR, sentence=clause.index) or clause.index == 0:
        return None
    before = memory.document.sentences[clause.index - 1]
    if before.words.isdisjoint(OPENING):
        return None
    found = [placed(before, m) for m in before.mentions if m.type == "facility"]
    known = [f for f in found if f.type and not f.definite]
    if known and _in_several(clause, memory, known):
        known = [FacilityValue("", "medical-facility", plural=True)]
    return Stop(hit.verb.start, hit.verb.end, hit.first, known[-1]) if known else None


def _in_several(clause: Clause, memory: Memory, known: list[FacilityValue]) -> bool:
    """A мен B ауылдарында екі емхана ашылды. Салтанатқа X қатысты: it is not said where X was."""
    told = (d for d in memory.recent(1, clause.index) if d.kind == "Works" and d.sentence < clause.index)
    sites = {f.place.name for f in known if f.place is not None} | {
        d.slots["place"] for d in told if "place" in d.slots
    }
    return len(sites) > 1


def _opened_work(hit: Hit, memory: Memory, pointer: Mention | None = None) -> list[Stop]:
    """Пункт ашылды. … X нысанның ашылуына қатысты: what was told to have opened a little before, all of it or one."""
    if not hit.frame.options.get("event") or not memory.told_any("Works", "Service"):
        return []
    told = [d for d in memory.recent(BELOW, hit.clause.index) if d.kind in ("Works", "Service")]
    told = [d for d in told if d.slots.get("status") == "completed" and _is_opened(d)]
    opening = any(t.norm.startswith(FETES) or is_lemma(t, *OPENING) for t in hit.clause.whole.tokens)
    if not (told and opening):
        return []
    if pointer is not None and pointer.value.plural:
        meant = FacilityValue("", "medical-facility", plural=True)
    else:
        meant = FacilityValue(str(told[0].slots.get("facility", "")), str(told[0].slots.get("facilityType", "")))
    return [Stop(hit.verb.start, hit.verb.end, hit.clause.first, meant)]


FETES = lexicon.words("kinds.visit.stops", "fetes")


def _is_opened(draft: Draft) -> bool:
    """Say whether a building was opened, or something new inside a facility that has a name."""
    if draft.kind == "Service":
        return "facility" in draft.slots
    return bool(draft.slots["workType"] == "construction")


def governed(hit: Hit, found: list[Mention]) -> list[Mention]:
    """Return those of the mentions that the verb governs."""
    by_language = stops_ru.governed if hit.clause.language == "ru" else stops_kk.governed
    return by_language(hit, found)
