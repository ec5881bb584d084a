"""Service: a service, department, system or device starts working at a facility."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, every
from kzhealthkg.extract.clause.gapped_verbs import filled
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.context import events, roles
from kzhealthkg.extract.context.elsewhere import aboard
from kzhealthkg.extract.context.founders import founded
from kzhealthkg.extract.context.inside import here, to_be_housed
from kzhealthkg.extract.context.memory import FOREIGN, Memory
from kzhealthkg.extract.context.national import national
from kzhealthkg.extract.context.where import behind_another, nearest_place, say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures.figures import known, of_row
from kzhealthkg.extract.kinds.goods.counted_members import opened_parts
from kzhealthkg.extract.kinds.goods.receivers import place_list
from kzhealthkg.extract.kinds.goods.receivers_ru import towns_of_several
from kzhealthkg.extract.kinds.goods.supplies import whole
from kzhealthkg.extract.kinds.service.bases import (
    behind_dash,
    elsewhere,
    gone_on,
    host_of,
    hosts_behind,
    of_authority,
    owner_before,
    pointed_base,
    several_more,
    subject_before,
)
from kzhealthkg.extract.kinds.service.first import first_time
from kzhealthkg.extract.kinds.service.hostless import all_over, not_yet_there, one_of_several
from kzhealthkg.extract.kinds.service.items import PARTS, may_serve, served
from kzhealthkg.extract.kinds.service.names import like_told, singular, unowned
from kzhealthkg.extract.kinds.service.none import no_service
from kzhealthkg.extract.kinds.service.own_house import as_house, is_house, of_its_own
from kzhealthkg.extract.kinds.service.sure import only_since, unsure, without_guess
from kzhealthkg.extract.kinds.service.to_begin import begins_later, by_plan
from kzhealthkg.model import FacilityValue, Token

UNFINISHED = frozenset({"planned", "underway", "needed", "stopped"})
DENIALS = frozenset(lexicon.words("kinds.service.service", "denials"))
GOING_ON = frozenset(lexicon.words("kinds.service.service", "going_on"))


def service(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the services that one clause says have started, will start or work."""
    if _of_purchase(clause, memory):
        return []
    drafts = [draft for part in filled("service", clause) for draft in _told(part, memory)]
    return drafts or first_time(clause, memory)


def _told(clause: Clause, memory: Memory) -> list[Draft]:
    drafts: list[Draft] = []
    for hit in every("service", clause) if may_serve(clause) else ():
        said = "" if only_since(hit) else _status(hit, memory)
        for item, worded in served(hit, memory) if said else []:
            text = like_told(item, worded, memory)
            known = not text or any(d.slots.get("item") == text for d in drafts)
            if not (
                known
                or _fitted_with(hit, item)
                or no_service(hit, item, said, memory)
                or (said == "planned" and _to_come(item, memory))
            ):
                made = _draft(hit, item, text, said, memory)
                made.listed = text != worded
                if of_its_own(hit, item, made, memory):
                    drafts.append(as_house(made))
                    continue
                without_guess(made, clause, memory)
                silent = is_house(made, hit, item) or unsure(hit, item, made, memory)
                drafts += [] if silent else _in_each(made, item, memory) or _everywhere(made, item)
    return drafts


def _fitted_with(hit: Hit, item: Phrase) -> bool:
    """Кабинеты оборудованы компьютерами: a room that has been there; в больнице оборудовали кабинет is a new one."""
    clause = hit.clause
    if not hit.frame.options.get("fitted"):
        return False
    rest = clause.sentence.tokens[hit.last : clause.last]
    with_it = any(r.case == "ins" and r.pos == "NOUN" for t in rest for r in t.readings[:1])
    return item.head < hit.first or with_it or not clause.mentions("facility", last=item.head)


def _of_purchase(clause: Clause, memory: Memory) -> bool:
    """Құрал-жабдық алынды, оның ішінде КТ мен рентген бар: parts of what was bought are no services."""
    opened = opened_parts(clause) if memory.told_any("Procurement") else None
    bought = memory.last_draft("Procurement", within=1, sentence=clause.index) if opened else None
    return bought is not None and opened is not None and opened[0] <= clause.first + 1


def _in_each(draft: Draft, item: Phrase, memory: Memory) -> list[Draft]:
    """A және B аудандық ауруханаларының базасында кабинет ашылды: one in each of the hospitals of a list; [] for one."""
    clause = item.clause
    if clause.language != "kk" or "facility" not in draft.slots:
        return []
    before = whole([m for m in clause.mentions("facility", last=item.first) if m.value.name])
    before = before or [m for m in hosts_behind(item) if m.value.name]
    found = [known(memory, clause.sentence, m) for m in events.listed(before, clause)]
    if len(found) < 2 or draft.slots["facility"] not in [f.name for f in found]:
        return []
    if any(r.plural for r in clause.sentence.tokens[item.head].readings):
        draft.slots["item"] = singular(item, str(draft.slots["item"]))
    made = [draft.copy() for _ in found]
    for member, facility in zip(made, found, strict=True):
        member.drop("facility", *LOCATED)
        member.say("facility", facility.name)
        say_place(member, facility.place)
        member.inherit("region", draft.slots.get("region"))
    return made


def _everywhere(draft: Draft, item: Phrase) -> list[Draft]:
    """A және B қалаларында 2 кешен іске қосылды: several things in several towns, one in each."""
    clause = item.clause
    bare = [m for m in clause.mentions("facility") if m.case == "loc" and not m.first <= item.head < m.last]
    places = towns_of_several(clause, bare) or place_list(clause)
    places = [m for m in places if m.last <= item.first or clause.language == "ru"]
    plural = any(r.plural for r in clause.sentence.tokens[item.head].readings)
    several = plural or bool(bare) or clause.language == "kk"
    if len(places) < 2 or "facility" in draft.slots or not several:
        return [draft]
    if plural:
        draft.slots["item"] = singular(item, str(draft.slots["item"]))
    made = [draft.copy() for _ in places]
    for member, mention in zip(made, places, strict=True):
        member.drop(*LOCATED)
        say_place(member, mention.value)
    return made


def _status(hit: Hit, memory: Memory) -> str:
    options = hit.frame.options
    if not options.get("working"):
        found = "" if _anew(hit) or founded(hit, memory) else events.said(hit)
        if found == "planned" and to_be_housed(hit.clause, memory):
            return ""
        return "completed" if found == "underway" and _begun(hit) else found
    if aboard(hit.clause.sentence, hit.clause.language):
        return ""
    nowhere = options.get("being") and not _somewhere(hit, memory)
    working = "planned" if begins_later(hit.clause, memory) else "underway"
    return working if _works_now(hit) and not (nowhere or _being_built(hit, memory)) else ""


def _anew(hit: Hit) -> bool:
    """Орталық қайта ұйымдастырылды: what is set up anew has been there before; қайта ашылды opens."""
    before = hit.clause.sentence.tokens[hit.first - 1].norm if hit.first > hit.clause.first else ""
    return before in ANEW and any(t.norm.startswith(SET_UP) for t in hit.clause.sentence.tokens[hit.first : hit.last])


ANEW = frozenset(lexicon.words("kinds.service.service", "anew"))
SET_UP = lexicon.words("kinds.service.service", "set_up")


def _begun(hit: Hit) -> bool:
    """Жұмысын бастады: a service that has begun is there."""
    spanned = hit.clause.sentence.tokens[hit.first : hit.last]
    return any(phase_of(t, hit.clause.language) == "begin" and forms(t) & {"past", "perf"} for t in spanned)


def _works_now(hit: Hit) -> bool:
    """Кабинет жұмыс істейді, работает центр: say whether a service is there now, no plan and no lack."""
    clause = hit.clause
    denied = (t.norm in DENIALS or t.best.lemma in HOW for t in clause.tokens)
    if clause.says(*DENIALS, *HOW) and any(denied):
        return False
    if hit.verb.best.negative or by_plan(clause):
        return False
    if clause.language == "ru":
        spanned = clause.sentence.tokens[hit.first : hit.last]
        placed = hit.frame.options.get("placed") and not clause.says(*TO_COME)
        now = PLACED if placed else {"pres"}
        return any(t.best.form in now for t in spanned) or hit.verb.norm == "есть"
    if hit.frame.options.get("being"):
        return hit.verb.norm == "бар" and hit.last == clause.last
    rest = {t.norm for t in clause.sentence.tokens[hit.last : hit.last + 1]}
    going = "conv" in forms(hit.verb) and bool(rest & GOING_ON)
    return going or (_is_present(hit.verb) and not events.attributive(hit))


def _is_present(verb: Token) -> bool:
    """Істейді is now; істеді, which looks like a present, is not."""
    return bool(forms(verb) & {"pres", "prog"}) and verb.best.form != "past"


PLACED = frozenset({"pres", "past", "perf"})
HOW = frozenset(lexicon.words("kinds.service.service", "how"))


def _somewhere(hit: Hit, memory: Memory) -> bool:
    """What a car has is no service: бар, есть tell one only of a facility, of whose own people what they have (у нас)."""
    named = any(m.type == "facility" for m in hit.clause.sentence.mentions)
    ours = hit.clause.says(*OURS) and hit.clause.index - memory.facility_sentence <= NEAR
    return (
        named or ours or (memory.facility_just_before(hit.clause.index) is not None and not gone_on(hit.clause, memory))
    )


OURS = lexicon.words("kinds.service.service", "ours")
NEAR = 3
"""Sentences within which those who say "у нас" mean the facility spoken of."""


def _being_built(hit: Hit, memory: Memory) -> bool:
    """Амбулатория салынып жатыр … Мұнда зертхана жұмыс істейді: what is told of the new house, and works nowhere yet."""
    latest = memory.last_draft("Works", within=5, sentence=hit.clause.index)
    if latest is None or latest.slots.get("workType") != "construction" or "count" in latest.slots:
        return False
    alike = ("", "medical-facility", latest.slots.get("facilityType", ""))
    named = any(m.type == "place" or m.value.type not in alike for m in hit.clause.mentions("facility", "place"))
    return latest.slots.get("status") in UNFINISHED and not named


def _to_come(item: Phrase, memory: Memory) -> bool:
    """Орталық салынады. Онда A, B бөлімшелері ашылады: departments of a building not yet open make none."""
    clause = item.clause
    latest = memory.last_draft("Works", within=3, sentence=clause.index)
    named = [m for m in clause.mentions("facility") if not (m.value.definite or m.first <= item.head < m.last)]
    same = all(latest is not None and m.value.name == latest.slots.get("facility") for m in named)
    parts = is_lemma(clause.sentence.tokens[item.head], *PARTS)
    return parts and latest is not None and latest.slots.get("status") in UNFINISHED and same


def _draft(hit: Hit, item: Phrase, text: str, said: str, memory: Memory) -> Draft:
    clause = hit.clause
    tokens = clause.sentence.tokens
    end = max(item.end, tokens[_predicate_end(hit) - 1].end)
    draft = Draft("Service", {}, min(item.start, tokens[hit.first].start), end, hit.frame.name)
    several = clause.language == "kk" and item.count is not None
    draft.say("item", singular(item, text) if several else unowned(item, text))  # 4 кабинеттері ашылды
    draft.say("status", said)
    _where(draft, clause, item, memory)
    draft.general = "facility" not in draft.slots and all_over(clause)
    made = roles.finish(draft, clause, memory)
    lasting = any(
        m.value.edtf == made.slots.get("date") and m.value.edtf.endswith("/..") for m in clause.mentions("date")
    )
    if "working" in hit.frame.options and said != "planned" and not lasting:  # ақпаннан бері жұмыс істейді
        made.slots.pop("date", None)
    return made


def _predicate_end(hit: Hit) -> int:
    """Жұмыс істей [бастады]: where a predicate ends with the word that says how far it has got."""
    behind = hit.clause.sentence.tokens[hit.last : hit.last + 1] if hit.last < hit.clause.last else ()
    begun = hit.clause.language == "kk" and any(phase_of(t, "kk") == "begin" for t in behind)
    return hit.last + begun


def _abroad(facility: FacilityValue) -> bool:
    """A clinic abroad where people have learnt is not where they begin to use it."""
    return facility.place is not None and facility.place.level in FOREIGN


def _where(draft: Draft, clause: Clause, item: Phrase, memory: Memory) -> None:
    apart = pointed_base(clause) or here(clause, memory) or behind_dash(clause, item)
    mention = None if apart else host_of(clause, item)
    if mention is not None:
        facility = known(memory, clause.sentence, mention)
        draft.say("facility", facility.name)
        where = facility.place or nearest_place(clause, mention.first)
        if not (one_of_several(mention.value, memory) or behind_another(clause, item.first, where)):
            say_place(draft, where)
        draft.cover(mention.start, mention.end)
    elif owner := owner_before(clause) if pointed_base(clause) else here(clause, memory):
        draft.say("facility", owner.name)
        say_place(draft, owner.place)
    elif (subject := subject_before(clause, memory)) is not None:
        draft.inherit("facility", subject.name)
        say_place(draft, subject.place)
    elif (told := memory.spoken_of()) is not None and not (
        elsewhere(clause, memory)
        or clause.mentions("place")
        or _abroad(told)
        or national(clause)
        or of_authority(clause)
        or all_over(clause)
        or not_yet_there(told, str(draft.slots.get("status", "")), memory)
        or of_row(clause, memory)
        or (several_more(clause) and item.count is not None)
    ):
        draft.inherit("facility", told.name)
        say_place(draft, told.place)
    else:
        say_place(draft, nearest_place(clause, item.first))


TO_COME = lexicon.words("kinds.service.service", "to_come")
