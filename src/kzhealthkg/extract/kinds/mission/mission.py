"""Mission: a team treats, consults or teaches on site; one statement for each sentence with figures of its own."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.cues import Frame
from kzhealthkg.extract.clause.frames import Hit, every_hit, hits, standing
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.status_ru import GOING, form_of
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.events import reported
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.mission_words import has
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.figures import spoken_of
from kzhealthkg.extract.kinds.mission.apart import apart
from kzhealthkg.extract.kinds.mission.asides_ru import abroad, of_houses
from kzhealthkg.extract.kinds.mission.came import counted_team, seen_at
from kzhealthkg.extract.kinds.mission.events_ru import take_event
from kzhealthkg.extract.kinds.mission.habits import able, of_a_year, staff_of_house
from kzhealthkg.extract.kinds.mission.houses import house_told
from kzhealthkg.extract.kinds.mission.journeys import exchanged
from kzhealthkg.extract.kinds.mission.made_up import take_members
from kzhealthkg.extract.kinds.mission.of_country import without_area
from kzhealthkg.extract.kinds.mission.one_stop import FIGURES, one_stop
from kzhealthkg.extract.kinds.mission.own_work import of_the_house
from kzhealthkg.extract.kinds.mission.plain import comes_again, may_be_plain, may_be_told, plain
from kzhealthkg.extract.kinds.mission.plan_met import plan_met
from kzhealthkg.extract.kinds.mission.specialists import specialists_at
from kzhealthkg.extract.kinds.mission.staff_words import TEAMS, is_staff
from kzhealthkg.extract.kinds.mission.teams import counted, guests, on_site, organization
from kzhealthkg.extract.kinds.mission.travel import (
    by_train,
    is_train,
    names_train,
    of_trains,
    stops,
    train_told,
    travel,
)
from kzhealthkg.extract.kinds.mission.went import take_journey
from kzhealthkg.extract.kinds.mission.where import each_place, say_where
from kzhealthkg.model import Mention
from kzhealthkg.model.frozen import replace

DURING = frozenset(lexicon.words("kinds.mission.mission", "during"))
JOBS = frozenset(lexicon.words("kinds.mission.mission", "jobs"))


def mission(clause: Clause, memory: Memory) -> list[Draft]:
    """Return what one clause says a team on site did, does or will do."""
    drafts = one_stop(exchanged(clause, memory) or stops(clause, memory) or _on_site(clause, memory), clause, memory)
    take_members(clause, drafts, memory)
    apart = drafts and drafts[0].rule.startswith(("mission-travel", "mission-exchange", "mission-timetable"))
    several = len(drafts) > 1 and (drafts[0].rule.startswith("mission-crew") or _at_each(drafts))
    return drafts if apart or several else _one(drafts, memory)


def _at_each(drafts: list[Draft]) -> bool:
    """Say whether one mission without figures is told of several places."""
    return all(not d.slots.keys() & FIGURES and "place" in d.slots for d in drafts)


def _on_site(clause: Clause, memory: Memory) -> list[Draft]:
    """Return what the cues of one clause tell of a team, where the text speaks of one."""
    if not standing("mission", clause, lambda frame: _may_be_told(frame, memory)):
        return []
    found = [[hit for hit in hits if not _is_other(hit, memory)] for hits in every_hit("mission", clause)]
    if not any(found) or not (on_site(clause, memory) or comes_again(clause, memory) or seen_at(clause, found)):
        return []
    told = (next(filter(None, (_told(hit, memory) for hit in hits)), []) for hits in found)
    return [draft for drafts in told for draft in drafts]


def _may_be_told(frame: Frame, memory: Memory) -> bool:
    """Say whether a frame may tell of a team on site: a journey is one only where an article speaks of a train."""
    return not frame.options.get("exchange") and (not frame.options.get("travel") or of_trains(memory.document))


def _told(hit: Hit, memory: Memory) -> list[Draft]:
    """Бригада A ауылында 40 науқас қарады: the mission that a cue tells of, one a place where nobody is counted."""
    options = hit.frame.options
    said = _status(hit, memory)
    if not said or options.get("travel"):
        return travel(hit, said, memory) if said else []
    draft = _counted(hit)
    figures = draft.slots.keys() & FIGURES
    if not figures and not (may_be_plain(hit, memory) and may_be_told(hit, said, memory)):
        return []
    if figures <= {"count"} and (_learns(hit) or _is_told(hit, memory) or staff_of_house(hit)):
        return []
    _fill(draft, hit, said, memory)
    told = [draft] if figures else each_place(draft, hit.clause)
    return [one for one in told if figures or plain(hit, one, said, memory)]


def _learns(hit: Hit) -> bool:
    """Say whether counted specialists are told to learn; a course is none where something is held for patients."""
    held = hit.last - hit.first > 1 and not hit.frame.options.get("teach")
    found = hits("training", hit.clause) if "number" in hit.clause.named else ()
    return any(not (held and h.frame.options.get("course")) for h in found)


def _is_told(hit: Hit, memory: Memory) -> bool:
    """… тәжірибе алмасты, оталар жасады: what the towns of one sentence have been told for adds nothing."""
    latest = memory.latest("Mission") if hit.frame.options.get("treat") else None
    return latest is not None and latest.sentence == hit.clause.index and latest.rule.startswith("mission-exchange")


def _is_other(hit: Hit, memory: Memory) -> bool:
    """Say whether a cue tells of no team on site."""
    clause, options = hit.clause, hit.frame.options
    return (
        bool(options.get("exchange"))
        or bool(options.get("travel") and not by_train(clause, memory))
        or bool(options.get("teach") and not has(clause, "teach"))
        or _says_nothing(hit, memory)
        or _describes(hit)
        or _serves(hit, memory)
        or _employs(hit)
        or able(hit)
        or of_houses(hit)
        or of_the_house(hit, memory)
        or abroad(clause)
        or apart(hit, memory)
        or bool(options.get("treat") and (has(clause, "rate") or of_a_year(hit)))
    )


def _says_nothing(hit: Hit, memory: Memory) -> bool:
    """Say whether a cue has neither a figure nor what makes a mission without one."""
    return not ("number" in hit.clause.named or hit.frame.options.get("travel") or may_be_plain(hit, memory))


def _employs(hit: Hit) -> bool:
    """90 адам жұмыспен қамтылады, участие приняли 35 врачей: who gets work or a home, or takes part, is no patient."""
    tokens = hit.clause.sentence.tokens
    beside = [t.norm for t in (*tokens[max(0, hit.first - 1) : hit.first], *tokens[hit.last : hit.last + 1])]
    return any(word in JOBS for word in beside)


def _serves(hit: Hit, memory: Memory) -> bool:
    """Больница (она) обслуживает 42 тысячи человек, емхана 4 мың тұрғынды қамтиды: a facility is there for them."""
    kazakh = hit.clause.language == "kk"
    if not (_lasts(hit) if kazakh else hit.verb.best.lemma == "обслуживать"):
        return False
    before = hit.clause.sentence.tokens[hit.clause.first : hit.first]
    pointed = any(t.best.pos == "PRON" and t.best.case == "nom" for t in before)
    house = [m for m in hit.clause.mentions("facility", last=hit.first) if m.case in ("nom", "")]
    house = [m for m in house if not (kazakh and _owns_staff(hit.clause, m))]
    return bool(house) or (pointed and spoken_of(hit.clause, memory, within=1) is not None)


def _lasts(hit: Hit) -> bool:
    """Қызмет көрсетеді, қамтып отыр, қамтамасыз етуде: what is done all the time, in one verb or with one behind it."""
    served = bool(hit.frame.options.get("treat")) and not hit.frame.options.get("treated")
    served = served and "number" in hit.clause.named and not hit.clause.mentions("person", "post")
    verbs = hit.clause.sentence.tokens[hit.last - 1 : hit.clause.last]
    return served and not any(t.best.form in ("past", "perf") for t in verbs)


def _owns_staff(clause: Clause, house: Mention) -> bool:
    """Аурухана мамандары, емхана дәрігерлері: the house before its staff is no subject."""
    return any(is_staff(t, "kk") for t in clause.sentence.tokens[house.last : house.last + 2])


def _describes(hit: Hit) -> bool:
    """… аралайтын пойыз, … шыққан пойыз, обслуживающая подстанция: a participle only says which one is meant."""
    if hit.frame.language == "ru":
        return form_of(hit.verb) == "part" and bool(GOING.search(hit.verb.norm))
    if hit.clause.language == "kk" and any(r.form == "inf" and r.case == "dat" for r in hit.verb.readings):
        return True  # емдеуге жолдама алды
    if any(t.norm in DURING for t in hit.clause.sentence.tokens[hit.last : hit.last + 1]):
        return True  # тексеру барысында 25 бала емге жолданды
    last = hit.last + (hit.verb.best.form == "conv" and hit.last < hit.clause.last)  # 300 науқас емделе алатын аурухана
    verb = hit.clause.sentence.tokens[last - 1]
    return verb.best.form == "part" and last < hit.clause.last and not reported(hit)


def _status(hit: Hit, memory: Memory) -> str:
    """A team that has come and "қабылдайды" is at work."""
    if plan_met(hit, memory):
        return "completed"
    said = status(hit.clause, hit.last - 1)
    latest = memory.last_draft("Mission", within=6, sentence=hit.clause.index)
    begun = latest is not None and latest.slots.get("status") in ("underway", "completed", "planned")
    if said and hit.frame.options.get("treat") and (comes_again(hit.clause, memory) or _expected(hit.clause)):
        return "planned"
    if hit.verb.best.form == "perf" or (said == "planned" and _intends(hit)):
        return said
    intended = hit.verb.norm.endswith(INTENDING)
    now = hit.clause.language == "kk" and said == "planned" and hit.frame.options.get("treat") and not intended
    return "underway" if now and begun else said


INTENDING = lexicon.words("kinds.mission.mission", "intending")
"""Тексермек, тексермекші: what a team that has come means to do has not begun."""


def _intends(hit: Hit) -> bool:
    """Қамтуды жоспарлап отыр, қабылдау көзделген: what is meant to be done has not begun."""
    return any(
        phase_of(t, hit.frame.language) == "plan" for t in hit.clause.sentence.tokens[hit.last : hit.clause.last]
    )


def _expected(clause: Clause) -> bool:
    """… қабылдайды деп күтілуде: what is expected is not done yet."""
    after = clause.sentence.tokens[clause.last : clause.last + 4]
    told = clause.language == "kk" and any(t.norm == "деп" for t in after)
    return told and any(phase_of(t, "kk") == "plan" for t in after)


def _counted(hit: Hit) -> Draft:
    """Return a draft with the figures of a mission that a clause tells."""
    clause = hit.clause
    tokens = clause.sentence.tokens
    draft = Draft("Mission", {}, tokens[clause.first].start, tokens[clause.last - 1].end, hit.frame.name)
    for number in clause.mentions("number"):
        slot = counted(clause, number, teaching=bool(hit.frame.options.get("teach")))
        if slot and slot not in draft.slots and not (slot == "count" and hit.frame.options.get("treated")):
            roles.quantity(draft, slot, number)
    _team(draft, hit)
    return draft


def _fill(draft: Draft, hit: Hit, said: str, memory: Memory) -> None:
    """Say whose team it is, where it was and when."""
    clause = hit.clause
    teaches = hit.frame.options.get("teach")
    whole = replace(clause, first=0, last=len(clause.sentence.tokens)) if teaches else clause
    draft.say("organization", organization(whole, memory))
    draft.say("status", said)
    say_where(draft, whole, memory)
    house_told(draft, whole, memory)
    take_journey(draft, clause, memory)
    take_event(draft, clause, memory)
    draft.sentence = clause.index
    if names_train(clause.sentence) or not (guests(clause) or clause.whole.says(*TEAMS)):
        _inherit(draft, memory)
    roles.finish(draft, clause, memory)
    without_area(draft, clause)


def _team(draft: Draft, hit: Hit) -> None:
    """25 дәрігер ауылдарды аралап, 200 адамды тексерді: how many went out, the clause before may tell."""
    clause, options = hit.clause, hit.frame.options
    figures = {"patients", "operations"} & draft.slots.keys()
    if "count" in draft.slots or options.get("treated") or clause.first == 0:
        return
    if not figures and not (clause.language == "kk" and counted_team(clause)):
        return
    before = replace(clause, first=0, last=clause.first)
    for number in before.mentions("number"):
        went = counted(before, number, teaching=False) == "count"
        if went and specialists_at(before, number):
            bound = draft.slots.get("bound")
            roles.quantity(draft, "count", number)
            draft.slots.pop("bound", None)
            draft.say("bound", bound)
            return


def _inherit(draft: Draft, memory: Memory) -> None:
    """A train stays the train that the article named."""
    latest = memory.latest("Mission")
    if latest is not None and is_train(latest.slots.get("organization", "")):
        draft.inherit("organization", latest.slots["organization"])
    elif _by_train(draft, memory):
        draft.inherit("organization", train_told(memory))


def _by_train(draft: Draft, memory: Memory) -> bool:
    """Say whether this sentence or the one before speaks of a train."""
    near = memory.document.sentences[max(0, draft.sentence - 1) : draft.sentence + 1]
    return any(names_train(s) for s in near)


def _twice(slot: str, one: Draft, other: Draft) -> bool:
    """Say whether two drafts fill a slot, and not by the one figure (how many went out)."""
    same = slot == "count" and one.slots.get(slot) == other.slots.get(slot)
    return slot in one.slots and slot in other.slots and not same


def _one(drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Figures of one sentence belong to one statement, unless two of them count the same."""
    if not drafts:
        return []
    earlier = [d for d in memory.drafts if d.kind == "Mission" and d.sentence == drafts[0].sentence][-1:]
    whole = [*earlier, *drafts]
    for other in whole[1:]:
        if earlier and any(_twice(slot, earlier[0], other) for slot in FIGURES):
            return drafts[:1]
        for slot, value in other.slots.items():
            whole[0].slots.setdefault(slot, value)
        whole[0].cover(other.start, other.end)
        whole[0].used |= other.used
    return [] if earlier else drafts[:1]
