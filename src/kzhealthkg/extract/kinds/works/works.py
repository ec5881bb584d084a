"""Works: a facility is, was or will be built, repaired, equipped, opened."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.hosts import OPENING, host
from kzhealthkg.extract.clause.sites import of_its_own, place_list
from kzhealthkg.extract.clause.syntax import FINITE, Clause, is_lemma, widened
from kzhealthkg.extract.clause.themes import receiving, themes
from kzhealthkg.extract.context.inside import here, is_inner
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.same_money import with_this_money
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.asides import (
    attribute,
    becomes,
    listed,
    owns_part,
    these,
    told_now,
)
from kzhealthkg.extract.kinds.works.background import begun_long_ago, decided_before
from kzhealthkg.extract.kinds.works.carried_out import carried_out_at
from kzhealthkg.extract.kinds.works.contractors import contractor
from kzhealthkg.extract.kinds.works.counted_projects import counted_projects
from kzhealthkg.extract.kinds.works.counts import counted_part, of_the_whole, own_share, with_total
from kzhealthkg.extract.kinds.works.dashes import work_dashes
from kzhealthkg.extract.kinds.works.elided import elided
from kzhealthkg.extract.kinds.works.follow import follow, progress
from kzhealthkg.extract.kinds.works.funded import funded
from kzhealthkg.extract.kinds.works.gapped_counts import between_counts, elsewhere_next
from kzhealthkg.extract.kinds.works.guards import no_work
from kzhealthkg.extract.kinds.works.lists import work_list
from kzhealthkg.extract.kinds.works.members import members
from kzhealthkg.extract.kinds.works.moods import contrasted, obliged, opened, supposed
from kzhealthkg.extract.kinds.works.named_lists import named_list
from kzhealthkg.extract.kinds.works.new_ones import new_one
from kzhealthkg.extract.kinds.works.of_mended import of_mended
from kzhealthkg.extract.kinds.works.ones import ones
from kzhealthkg.extract.kinds.works.paid import paid
from kzhealthkg.extract.kinds.works.papers import planned_type
from kzhealthkg.extract.kinds.works.parts import work_parts
from kzhealthkg.extract.kinds.works.percents import percents
from kzhealthkg.extract.kinds.works.plan_lines import in_plans, line_status
from kzhealthkg.extract.kinds.works.pointed import of_no_house, pointed
from kzhealthkg.extract.kinds.works.projects import project
from kzhealthkg.extract.kinds.works.readiness import readiness
from kzhealthkg.extract.kinds.works.renewed import only_renewed
from kzhealthkg.extract.kinds.works.rows import work_rows
from kzhealthkg.extract.kinds.works.ru import works_ru
from kzhealthkg.extract.kinds.works.said import said
from kzhealthkg.extract.kinds.works.sectors import among_others, beside_others, for_others
from kzhealthkg.extract.kinds.works.shares import work_shares
from kzhealthkg.extract.kinds.works.since_ended import since_ended
from kzhealthkg.extract.kinds.works.sites import share_of
from kzhealthkg.extract.kinds.works.sponsors import sponsored
from kzhealthkg.extract.kinds.works.to_come import to_come
from kzhealthkg.extract.kinds.works.types import BUILDING, after_repair, built_department, opened_department
from kzhealthkg.model import Mention

THEME_CASES = frozenset({"nom", "acc", "gen"})
NOUN_CASES = THEME_CASES | {"loc", "dat"}
BY_FORM = (work_list, named_list, work_shares, ones, percents)
UNCUED = (work_list, ones, percents)
"""Those of them that need no cue."""
AGREEMENTS = lexicon.words("kinds.works.works", "agreements")


def works(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the works that one clause speaks of."""
    found = _works(clause, memory) or counted_projects(clause, memory)
    told = to_come([draft for draft in found if not begun_long_ago(draft, memory)], clause, memory)
    of_mended(told, clause, memory)
    sponsored(told, memory)
    return with_this_money(told, clause, memory)


def _works(clause: Clause, memory: Memory) -> list[Draft]:
    if clause.language == "ru":
        return works_ru(clause, memory)
    if supposed(clause):
        return []
    cued = "works" in clause.cues
    drafts = next((told for rule in (BY_FORM if cued else UNCUED) if (told := rule(clause, memory))), [])
    drafts = drafts or (_of_cues(clause, memory) if cued else []) or funded(clause, memory)
    return _added(clause, memory, drafts) if drafts or memory.told_any("Works") else project(clause, memory)


def _of_cues(clause: Clause, memory: Memory) -> list[Draft]:
    """Емхана салынып, аурухана жөнделді: the works of all cues, each work once."""
    drafts: list[Draft] = []
    for hit, draft in ((cue, d) for cue in _ordered(clause) for d in _works_of(cue, memory)):
        _agreed(draft, clause)
        twin = next((other for other in drafts if _same(draft, other) and not _fitted_since(hit, other)), None)
        if twin is not None and _ends(draft, twin):
            drafts.remove(twin)
            twin = None
        bare = not {"facility", "facilityType"} & set(draft.slots) and (beside_others(clause) or for_others(clause))
        if not (_nothing(draft) or bare) and twin is None:
            drafts.append(draft)
    return drafts


def _added(clause: Clause, memory: Memory, drafts: list[Draft]) -> list[Draft]:
    """Return the works of a clause with those that it tells only as a part of them, or of works told before."""
    if not drafts:
        if further := elsewhere_next(clause, memory):
            return further
        since_ended(clause, memory)
        if clause.named or "works" in clause.cues:
            follow(clause, memory)
            progress(clause, memory)
        paid(clause, memory)
        if not clause.named:
            return drafts
    drafts += between_counts(clause, drafts)
    drafts += work_dashes(clause, drafts, memory)
    contractor(clause, memory, drafts)
    rows = work_rows(clause, memory, drafts)
    return [*drafts, *(rows or work_parts(clause, memory, drafts))] or project(clause, memory)


def _agreed(draft: Draft, clause: Clause) -> None:
    """Құрылысы жобасы туралы меморандумға қол қойылды: what is agreed upon is yet to be built."""
    signed = clause.says(*AGREEMENTS) and clause.says("қол")
    if signed and draft.slots.get("status") == "completed":
        draft.slots["status"] = "planned"
        draft.slots.pop("date", None)


def _nothing(draft: Draft) -> bool:
    """A work on nothing in particular, nowhere in particular, says nothing."""
    said = {"facility", "facilityType", "count", "place", "district"} & set(draft.slots)
    return not said and ("region" not in draft.slots or "region" in draft.inherited)


def _ordered(clause: Clause) -> list[Hit]:
    """Repairs and other nouns tell more than the verbs that carry them: they come first."""
    if "works" not in clause.cues:
        return []
    names = clause.mentions("organization", "programme")  # «Алтын құрылыс» ЖШС: a word of a name is no work
    found = [h for h in hits("works", clause) if not any(m.first < h.last <= m.last for m in names)]
    return sorted(found, key=lambda h: (not h.frame.options.get("noun"), h.first))


def _same(draft: Draft, other: Draft) -> bool:
    keys = ("facility", "facilityType", "place", "district", "count")
    return all(draft.slots.get(k) == other.slots.get(k) for k in keys)


def _fitted_since(hit: Hit, twin: Draft) -> bool:
    """Ашылған амбулатория құралдармен жабдықталған: what has been opened is told to be fitted out."""
    if not hit.frame.options.get("equip") or twin.slots["workType"] == "equipping":
        return False
    houses = hit.clause.mentions("facility", last=hit.first)
    opened = any(m.first and hit.clause.sentence.tokens[m.first - 1].best.form == "perf" for m in houses)
    opened = opened or any(
        h.verb.best.form == "perf" and h.last <= m.first for m in houses for h in _ordered(hit.clause)
    )
    return opened and hit.verb.best.form in FINITE


def _ends(draft: Draft, twin: Draft) -> bool:
    """Салынып жатқан перзентхана ашылды (ашылады): the work that a participle tells of as going on is done, or has a deadline."""
    alike = draft.slots["workType"] == twin.slots["workType"] and draft.rule == twin.rule
    if alike and twin.slots.get("status") == "underway" and (due := draft.slots.get("due")):
        twin.slots["due"] = due
        if str(twin.slots.get("date", ""))[4:] == str(due)[4:]:  # of one month, and so one and the same date
            twin.drop("date")
    ended = (twin.slots.get("status"), draft.slots.get("status")) == ("underway", "completed")
    begun = draft.slots["workType"] == twin.slots["workType"] and draft.rule in ENDING
    return ended and (alike or begun)  # 2016 жылы құрылысы басталған емхана былтыр ашылды


ENDING = frozenset({"works-construct", "works-begin-service"})
"""Rules that tell of a facility that is ready."""


def _works_of(hit: Hit, memory: Memory) -> list[Draft]:
    """Емхана салынды, аурухана жөнделеді: the works that one Kazakh cue tells of."""
    if hit.frame.options.get("readiness"):
        return readiness(hit, memory)
    found = "" if of_no_house(hit, memory) else _said(hit, memory)
    if not found or no_work(hit) or only_renewed(hit, memory.document):
        return []
    if found == "planned" and decided_before(hit, memory):
        return []
    mentions = with_total(hit, listed(_subjects(hit), hit))
    mentions = [m for m in mentions if not these(hit, m, found, memory)]
    if mentions and (
        attribute(hit, mentions[0], found) or _vague(hit.clause, mentions[0]) or becomes(hit, mentions[-1])
    ):
        return []
    if not mentions and (told := _unnamed(hit, found, memory)) is not None:
        return told
    if _is_service(hit, mentions, memory) and not (mentions := [m for m in mentions if of_its_own(hit.clause, m)]):
        return []
    if mentions and not (mentions := _fitting(hit, mentions)):
        return []
    mentions = own_share(hit, mentions) or mentions
    drafts = [d for m in mentions for d in members(hit, m, found, memory)] or _parts(hit, mentions, found, memory)
    drafts = drafts or pointed(hit, found, memory)
    drafts = planned_type(hit, drafts)
    _unshared(drafts, hit.clause)
    return told_now(drafts, mentions, hit, memory)


def _said(hit: Hit, memory: Memory) -> str:
    """Return how far a cue's work has got, by its own clause or by the heading of its line."""
    return in_plans(hit) or obliged(hit, contrasted(hit, opened(hit, said(hit)))) or line_status(hit, memory)


def _unnamed(hit: Hit, found: str, memory: Memory) -> list[Draft] | None:
    """Ескісінің орнына жаңасы салынды, күрделі жөнделді: works on what its clause names by no noun; None where it is sought on."""
    if new := new_one(hit, found, memory):
        return new
    equipped = bool(hit.frame.options.get("equip"))
    left_out = elided(hit, found, memory) if equipped or hit.frame.slots["workType"] == "repair" else []
    return left_out if left_out or equipped else None


def _parts(hit: Hit, mentions: list[Mention], found: str, memory: Memory) -> list[Draft]:
    """Оның бесеуі аяқталды: where a cue names no facility, a number of those told just before."""
    parts = [] if mentions else counted_part(hit, memory)
    drafts = [d for m in parts for d in members(hit, m, found, memory)]
    if hit.frame.options.get("counted"):
        of_the_whole(drafts, hit.clause, memory)
    return drafts


def _unshared(drafts: list[Draft], clause: Clause) -> None:
    """1 млрд теңгеге A аурухана мен B перзентхана жөнделеді: a sum for several facilities is none of them's own."""
    sums = {d.slots.get("amount") for d in drafts}
    types = {(d.slots.get("facilityType"), d.slots.get("facility")) for d in drafts}
    if sums and any(among_others(clause, m) for m in clause.mentions("facility") if "money" in clause.named):
        types.add(("", ""))  # мектеп, аурухана, жол құрылысы
    if len(sums) == 1 and None not in sums and len(types) > 1 and not any("count" in d.slots for d in drafts):
        for draft in drafts:
            del draft.slots["amount"]


def _subjects(hit: Hit) -> list[Mention]:
    """Return the facilities that a cue speaks of, or the one that a new part is built for."""
    inside = hit.frame.options.get("noun") or after_repair(hit.clause, hit.last)
    cases = frozenset(hit.frame.options.get("cases", NOUN_CASES if inside else THEME_CASES))
    found = hit.clause.mentions("facility", last=hit.first)
    departments = [m for m in found[-1:] if built_department(hit, m) and not m.value.plural]
    left = departments or themes(hit, "facility", cases=cases) or receiving(hit, hit.clause.mentions("facility"))
    return left or carried_out_at(hit)


def _fitting(hit: Hit, mentions: list[Mention]) -> list[Mention]:
    """Return what a cue may be said of: мекемеге айналады makes no conversion, only counted things are finished."""
    general = ("", "medical-facility") if hit.frame.slots["workType"] == "conversion" else ()
    if hit.frame.options.get("ahead"):
        mentions = [m for m in mentions if m.last <= hit.first]  # құқыққа ие болған үшінші емхана gained no facility
    if hit.frame.options.get("counted"):
        counted = [m for m in mentions if m.value.count is not None]
        return [m for m in counted if m.case != "gen" or share_of(hit, m) is not m]
    mentions = [m for m in mentions if not opened_department(hit, m)]
    mentions = [m for m in mentions if m.value.type not in general]
    return [m for m in mentions if built_department(hit, m) or not owns_part(hit, m)]


VAGUE = frozenset(lexicon.words("kinds.works.works", "vague"))


def _vague(clause: Clause, mention: Mention) -> bool:
    """Көптеген аурухана салынды: a manner of speaking, unless their places are listed."""
    before = clause.sentence.tokens[max(clause.first, mention.first - 2) : mention.first]
    vague = any(t.norm in VAGUE for t in before) and mention.value.count is None and not mention.value.name
    return vague and len(place_list(clause, mention)) < 2


def _is_service(hit: Hit, mentions: list[Mention], memory: Memory) -> bool:
    """… базасында, … жанынан ашылды: what opens inside a facility is a service; what is built beside one is none."""
    if (hit.frame.options.get("noun") and not is_lemma(hit.verb, *OPENING)) or is_lemma(hit.verb, *BUILDING):
        return False
    if mentions and all(is_inner(m) for m in mentions) and here(hit.clause, memory) is not None:
        return True
    base = host(widened(hit.clause))
    return base is not None and not any(m is base for m in mentions) and hit.frame.slots["workType"] == "construction"
