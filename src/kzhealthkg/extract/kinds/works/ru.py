"""Works in Russian: a facility is, was or will be built, repaired, equipped, opened."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.gapped_verbs import filled
from kzhealthkg.extract.clause.lists_ru import preposition_at
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.predicate_ru import will_be
from kzhealthkg.extract.clause.status_ru import FINITE, carried, carrying, denied, verb_of, work_status
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.clause.themes_ru import themes_ru
from kzhealthkg.extract.context.inside import to_be_housed
from kzhealthkg.extract.context.memory import PLANS, Memory
from kzhealthkg.extract.context.portions import of_them, portion
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.across_ru import within_which
from kzhealthkg.extract.kinds.works.back_ru import again, of_no_house, pointed
from kzhealthkg.extract.kinds.works.background import decided_before, of_set, ordered
from kzhealthkg.extract.kinds.works.begun_ru import is_new
from kzhealthkg.extract.kinds.works.ceremonies import as_told, attended, example, of_own_noun, told_again
from kzhealthkg.extract.kinds.works.contractors import contractor
from kzhealthkg.extract.kinds.works.dealt_ru import dealt
from kzhealthkg.extract.kinds.works.designs import of_several_sorts
from kzhealthkg.extract.kinds.works.details_ru import apposed, by_line, detailed
from kzhealthkg.extract.kinds.works.drafts_ru import cost_too, decided, doing, in_course, of_labour
from kzhealthkg.extract.kinds.works.due_ru import due
from kzhealthkg.extract.kinds.works.equipped_ru import no_equipping
from kzhealthkg.extract.kinds.works.gapped_counts import elsewhere_too
from kzhealthkg.extract.kinds.works.gapped_dates_ru import then_too
from kzhealthkg.extract.kinds.works.gapped_terms_ru import more_then, rest_too, termed, there_too
from kzhealthkg.extract.kinds.works.given_ru import paid_for
from kzhealthkg.extract.kinds.works.guards import has_its_word
from kzhealthkg.extract.kinds.works.handed_ru import not_opened
from kzhealthkg.extract.kinds.works.inside_ru import inside_another
from kzhealthkg.extract.kinds.works.listed_ru import heading_of, listed
from kzhealthkg.extract.kinds.works.long_ago_ru import long_ago
from kzhealthkg.extract.kinds.works.members_ru import members
from kzhealthkg.extract.kinds.works.moods import as_dated
from kzhealthkg.extract.kinds.works.needs_ru import necessary, needed, of_what_stands
from kzhealthkg.extract.kinds.works.new_ones import new_one
from kzhealthkg.extract.kinds.works.once_was import once_was
from kzhealthkg.extract.kinds.works.opened_mended_ru import opened_mended
from kzhealthkg.extract.kinds.works.paid import paid
from kzhealthkg.extract.kinds.works.pointing_ru import latest_work, points_back
from kzhealthkg.extract.kinds.works.prepared_ru import prepared
from kzhealthkg.extract.kinds.works.put_off import put_off
from kzhealthkg.extract.kinds.works.readiness import of_another_work
from kzhealthkg.extract.kinds.works.ready_ru import fit, readiness
from kzhealthkg.extract.kinds.works.renewed import only_renewed
from kzhealthkg.extract.kinds.works.rooms_ru import rooms
from kzhealthkg.extract.kinds.works.since_ended import since_ended
from kzhealthkg.extract.kinds.works.totals_ru import at_sites, of_total
from kzhealthkg.extract.kinds.works.unsaid_ru import unsaid
from kzhealthkg.model import Mention

PROGRAMMES = lexicon.words("kinds.works.ru", "programmes")
LACKING = lexicon.words("kinds.works.ru", "lacking")
TOPICS = lexicon.words("kinds.works.ru", "topics")
OLD = 10
"""A building finished this many years before its article is history, not news."""
ENVISAGING = frozenset(lexicon.words("kinds.works.ru", "envisaging"))
COURSE = lexicon.words("kinds.works.ru", "course")
CIRCUMSTANCES = frozenset(lexicon.words("kinds.works.ru", "circumstances"))
AIMED = frozenset(lexicon.words("kinds.works.ru", "aimed"))
WHEN = frozenset(lexicon.words("kinds.works.ru", "when"))
THERE = frozenset(lexicon.words("kinds.works.ru", "there"))


def works_ru(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the works that one Russian clause speaks of, in each place at its own time."""
    parts = filled("works", clause) if "date" in clause.named else [clause]
    apart = len(parts) > 1 and all(part.mentions("date") for part in parts)
    return [draft for part in (parts if apart else [clause]) for draft in _works_ru(part, memory)]


def _works_ru(clause: Clause, memory: Memory) -> list[Draft]:
    drafts: list[Draft] = []
    for hit in ordered(_cues(clause)):
        for draft in _works_of(hit, memory):
            twin = next((other for other in drafts if _same(draft, other)), None)
            if twin is not None:
                cost_too(twin, draft)
            elif not _history(draft, memory):
                drafts.append(draft)
    contractor(clause, memory, drafts)
    opened_mended(drafts, clause, memory)
    if not drafts:
        since_ended(clause, memory)
        paid(clause, memory)
    due(clause, memory)
    more = there_too(clause, drafts) or elsewhere_too(clause, drafts) or then_too(clause, drafts, memory)
    more = more or rest_too(clause, drafts, memory) or more_then(clause, drafts, memory)
    drafts += more or dealt(clause, drafts, memory)
    drafts = apposed(clause, drafts, memory) or drafts
    lines = drafts or by_line(clause, memory) or listed(clause, memory)
    return lines or detailed(clause, memory) or at_sites(clause, memory)


def _cues(clause: Clause) -> list[Hit]:
    """A word inside the name of a programme (модернизация …) or a body («… Строй») is no cue."""
    if "works" not in clause.cues:
        return []
    named = clause.mentions("programme", "organization")
    return [h for h in hits("works", clause) if not any(m.first < h.last and h.first < m.last for m in named)]


def _same(draft: Draft, other: Draft) -> bool:
    keys = ("facility", "facilityType", "place", "placeCode", "district", "region", "count")
    equipping = {d.slots["workType"] == "equipping" for d in (draft, other)}
    return len(equipping) == 1 and all(draft.slots.get(k) == other.slots.get(k) for k in keys)


def _history(draft: Draft, memory: Memory) -> bool:
    year, today = str(draft.slots.get("date", ""))[:4], (memory.document.article.date or LATE)[:4]
    old = year.isdigit() and today.isdigit() and int(today) - int(year) > OLD
    if old and draft.slots.get("status") == "needed":
        draft.drop("date")  # построена в 1978 году и нуждается в ремонте
        return False
    return old


LATE = "2010"
"""The earliest year that an article without a date is taken to be of."""


def _ready(hit: Hit, memory: Memory) -> list[Draft]:
    """Return how far the work spoken of has got, or what is ready."""
    if "facility" not in hit.clause.named and of_another_work(hit.clause, memory):
        return []
    if hit.frame.options.get("working"):
        return [] if hit.clause.says(*LACKING) else _so_many(hit, memory) or _to_work(hit, memory)
    return readiness(hit, memory) or _brought_to_end(hit, memory) or _so_many(hit, memory)


def _to_work(hit: Hit, memory: Memory) -> list[Draft]:
    """В селе A будет работать новая амбулатория: a new facility that will work there is one that will be opened."""
    if denied(hit.clause, hit.verb) or hit.verb.best.form != "inf" or not will_be(hit.clause):
        return []
    new = [m for m in themes_ru(hit) if m.first >= hit.last]
    return _begun(hit, new, "planned", memory)


def _so_many(hit: Hit, memory: Memory) -> list[Draft]:
    """Построят 40 объектов. На сегодня завершено 29, готовы семь, 11 уже работают: how many of those told of before are done."""
    latest = memory.last_draft("Works", within=1, sentence=hit.clause.index)
    if latest is None or denied(hit.clause, hit.verb) or hit.clause.says(*COURSE):
        return []
    going = latest.slots.get("status") != "completed" and hit.frame.options.get("working")
    done = ("", "perf", "pres") if going else ("", "perf")
    found = ("planned" if will_be(hit.clause) else "completed") if hit.verb.best.form in done else ""
    return of_total(hit, latest, found, memory) if found else []


def _works_of(hit: Hit, memory: Memory) -> list[Draft]:
    """Построена больница, готов проект поликлиники: the works that one Russian cue tells of."""
    if hit.frame.options.get("readiness"):
        return _ready(hit, memory)
    if hit.frame.options.get("need"):
        return needed(hit, memory)
    if of_no_house(hit, memory) or _only_spoken_of(hit):
        return []
    paid = paid_for(hit)
    found = (
        paid
        or as_dated(hit, _status(hit), memory.document.article.date or "")
        or _of_heading(hit, memory)
        or example(hit)
    )
    if not found or _no_work_itself(hit, found, memory) or (found == "planned" and decided_before(hit, memory)):
        return []
    mentions = of_them(hit, _of_verb_alone(hit, themes_ru(hit))) or portion(hit) or unsaid(hit, memory)
    if not mentions and (told := _unnamed(hit, found, memory)) is not None:
        return told
    if hit.frame.options.get("begins"):
        return _begun(hit, mentions, found, memory)
    if (paid and not any(m.value.count for m in mentions)) or told_again(hit, mentions, memory):
        return []
    return _stated(hit, mentions, as_told(hit, mentions, found, memory), memory)


def _only_spoken_of(hit: Hit) -> bool:
    """Say whether a cue tells of no one work that is or will be done, but of works in general, of old, or of another thing."""
    old = long_ago(hit) or once_was(hit) or of_what_stands(hit)
    return _envisaged(hit) or within_which(hit) or old or of_own_noun(hit) or of_set(hit)


def _unnamed(hit: Hit, found: str, memory: Memory) -> list[Draft] | None:
    """Вместо старой построили новую: a work on what its clause names by no noun; None where it is sought on."""
    if new := new_one(hit, found, memory):
        return new
    there = hit.frame.options.get("moment") and preposition_at(hit.clause, doing(hit)) in THERE
    return [] if there else None  # в открытии участвовали, на открытии были: of what, was told before


def _no_work_itself(hit: Hit, found: str, memory: Memory) -> bool:
    """Say whether a cue tells of what a house to come will hold, of what opens in another, or of devices."""
    housed = (found == "planned" and to_be_housed(hit.clause, memory)) or of_several_sorts(hit) or not has_its_word(hit)
    return housed or not_opened(hit) or inside_another(hit) or no_equipping(hit) or only_renewed(hit, memory.document)


def _begun(hit: Hit, mentions: list[Mention], found: str, memory: Memory) -> list[Draft]:
    """Начала работу подстанция: a facility that is new is there as soon as it works."""
    new = [m for m in mentions if is_new(hit, m, memory)]
    return members(hit, new, "completed" if found == "underway" else found, memory) if new else []


def _of_verb_alone(hit: Hit, found: list[Mention]) -> list[Mention]:
    """Поликлинику откроют в 2024 году, больницу – в 2025-м: what has a term of its own is not what the verb stands by."""
    apart = [m for m, _ in termed(hit.clause)]
    if not apart or not any(m in apart for m in found):
        return found
    first = hit.clause.mentions("facility")[0]
    return [m for m in found if m not in apart] or [first]


def _brought_to_end(hit: Hit, memory: Memory) -> list[Draft]:
    """До конца года будут завершены 115 объектов: facilities counted, and no other word for the work."""
    other = [h for h in _cues(hit.clause) if not h.frame.options.get("readiness")]
    found = "" if other or phase_of(hit.verb, "ru") != "end" else _status(hit)
    mentions = [m for m in themes_ru(hit) if m.value.count is not None or m.first >= hit.last] if found else []
    return members(hit, mentions, found, memory) if mentions else []


def _envisaged(hit: Hit) -> bool:
    """Нацпроект предусматривает строительство 655 объектов: what a programme envisages in general."""
    if ENVISAGING.isdisjoint(hit.clause.words):
        return False
    before = hit.clause.sentence.tokens[hit.clause.first : hit.first]
    active = any(is_lemma(t, *ENVISAGING) and t.best.form == "pres" for t in before)
    return active and any(is_lemma(t, *PROGRAMMES) for t in before)


def _stated(hit: Hit, mentions: list[Mention], found: str, memory: Memory) -> list[Draft]:
    if len(mentions) == 1 and points_back(hit, mentions[0]):
        latest = latest_work(hit, memory, mentions[0])
        if latest is not None:
            return [again(hit, mentions[0], latest, found, memory)]
        named = memory.resolve(mentions[0].value)
        generic = mentions[0].value.type in ("", "medical-facility") and not mentions[0].value.plural
        if generic and not named.name:
            return []
    if not mentions:
        return rooms(hit, found, memory) or pointed(hit, found, memory)
    latest = memory.last_draft("Works", within=1, sentence=hit.clause.index)
    total = of_total(hit, latest, found, memory) if latest is not None and mentions[0].first >= hit.last else []
    return [*total, *members(hit, mentions, found, memory)]  # три из них сданы: A, B и C


def _status(hit: Hit) -> str:
    """A noun behind a preposition is only a circumstance, save where its progress is looked at."""
    before = preposition_at(hit.clause, hit.first) if verb_of(hit) is None else ""
    tokens = hit.clause.tokens
    course = any(is_lemma(t, *COURSE) for t in hit.clause.sentence.tokens[max(0, hit.first - 2) : hit.first])
    known = _told_otherwise(hit)
    if known is not None:
        return known
    if verb_of(hit) is None and hit.first and is_lemma(hit.clause.sentence.tokens[hit.first - 1], *TOPICS):
        return ""  # совещание по вопросам строительства: only spoken of
    if verb_of(hit) is None and (course or before == "в") and any(phase_of(t, "ru") == "see" for t in tokens):
        return "underway"
    if there := attended(hit):
        return there
    if verb_of(hit) is None and in_course(hit):
        return ""
    if before and not (
        of_labour(hit) or (before in AIMED and hit.frame.options.get("status")) or before in CIRCUMSTANCES
    ):
        return ""
    if verb_of(hit) is None and preposition_at(hit.clause, doing(hit)) in WHEN:
        return ""  # с начала строительства прошло два года, до завершения ремонта осталось …
    return work_status(hit)


def _told_otherwise(hit: Hit) -> str | None:
    """Return how far a work is where no verb of its own says it, None where nothing does."""
    if decided(hit) or prepared(hit):
        return "planned"
    if later := put_off(hit):
        return later
    return "needed" if verb_of(hit) is None and necessary(hit) else fit(hit)


def _of_heading(hit: Hit, memory: Memory) -> str:
    """Средства пойдут на: – ремонт больницы, – пристройку к роддому: a line of a list goes as its heading says."""
    tokens = hit.clause.sentence.tokens
    opens = (
        hit.first == hit.clause.first or tokens[hit.clause.first].text in "–—-•*" or phase_of(tokens[0], "ru") == "end"
    )
    index = heading_of(hit.clause, memory) if verb_of(hit) is None and opens else None
    if index is None or any(t.best.form in FINITE for t in tokens):
        return ""
    above = memory.document.sentences[index]
    whole = Clause(above, index, 0, len(above.tokens), "ru")
    giving = next(iter(hits("funding", whole)), None)
    if giving is not None or any(is_lemma(t, *PLANS) for t in above.tokens):
        return "planned"
    carriers = [t for t in carrying(whole) if t.best.form in FINITE]
    return carried(whole, carriers[0]) if carriers else ""
