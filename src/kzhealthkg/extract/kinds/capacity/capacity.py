"""Capacity: how much a facility can do: beds, places, visits, people served, staff."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.groups import AND
from kzhealthkg.extract.clause.hosts import host
from kzhealthkg.extract.clause.predicate_kk import WILL_BE
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.dates import say_dates
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.regions import say_region
from kzhealthkg.extract.context.sized import sized_again
from kzhealthkg.extract.context.where import nearest_place, say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import sizes
from kzhealthkg.extract.figures.figures import known
from kzhealthkg.extract.kinds.capacity.among_staff import among_staff
from kzhealthkg.extract.kinds.capacity.figures import figures_of
from kzhealthkg.extract.kinds.capacity.gapped_kk import gapped
from kzhealthkg.extract.kinds.capacity.guards import (
    at_work,
    auxiliary,
    by_means,
    earlier,
    gone,
    in_part,
    moved,
    no_longer,
    of_stock,
    once,
    risen,
    several,
)
from kzhealthkg.extract.kinds.capacity.headings import under_closed
from kzhealthkg.extract.kinds.capacity.history import of_old, was_once
from kzhealthkg.extract.kinds.capacity.inner import aside, held_by, of_no_house
from kzhealthkg.extract.kinds.capacity.not_whole import of_base, of_profile, threshold
from kzhealthkg.extract.kinds.capacity.owners import ABLE, group_end, of_another_head, owner, sized_by
from kzhealthkg.extract.kinds.capacity.parts import is_share, of_department, of_people, of_these, some_of_staff
from kzhealthkg.extract.kinds.capacity.places import (
    after_figure,
    at_place,
    behind,
    gone_there,
    of_a_name,
    of_another,
    of_one_doctor,
    sites,
)
from kzhealthkg.extract.kinds.capacity.respective_ru import respective
from kzhealthkg.extract.kinds.capacity.told_works import for_each, new_one, of_building, sort_of_each
from kzhealthkg.extract.kinds.capacity.verbless_ru import verbless
from kzhealthkg.model import FacilityValue, Mention, PlaceValue

WITH_BEDS = frozenset(
    {"perinatal-centre", "oncology-centre", "haematology-centre", "cardiology-centre", "stroke-centre"}
    | {"surgery-centre", "tb-dispensary", "mental-health-centre"}
)
"""Facility types other than hospitals whose places are beds."""

BUILT = lexicon.words("kinds.capacity.capacity", "built")


def capacity(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the capacities that one clause gives to the facilities it speaks of."""
    numbers = [*clause.mentions("number"), *sizes.compounds(clause)]
    if (
        not numbers
        or threshold(clause)
        or earlier(clause)
        or gone(clause)
        or was_once(clause)
        or under_closed(clause, memory)
    ):
        return []
    drafts = respective(clause, memory) or _attributes(clause, numbers, memory)
    for hit in hits("capacity", clause):
        used = {start for draft in drafts for start in draft.used}
        drafts += [d for d in _predicated(hit, memory) if not (d.used & used or _in_fact(hit, d, drafts, memory))]
    drafts = drafts or _verbless(clause, memory)
    drafts = [*_before(clause, drafts, memory), *drafts]
    told = [d for d in drafts if "value" in d.slots and not _of_some(d, drafts, clause, memory)]
    return [d for d in told if not (d.slots.get("unit", ATTACHED) == ATTACHED and moved(clause))]


def _of_some(draft: Draft, drafts: list[Draft], clause: Clause, memory: Memory) -> bool:
    """Say whether a figure is of some of those who work in a house, or of a crew."""
    if among_staff(draft, drafts, clause, memory):
        memory.used |= draft.used
        return True
    return is_share(draft, drafts, clause, memory) or _of_crew(draft, clause)


def _before(clause: Clause, told: list[Draft], memory: Memory) -> list[Draft]:
    """Облыстық ауруханада 300, қалалықта 120 төсек бар: what the houses before the last one of a row can do."""
    rows = gapped(clause, told)
    found = []
    for house, number, at, unit in rows:
        facility = known(memory, clause.sentence, house)
        found += _say(clause, memory, number, unit, facility, (house.first, at + 1, house.last))
    if rows and "unit" not in told[0].slots and rows[-1][2] < rows[-1][1].last:
        told[0].say("unit", rows[-1][3])  # емхана ауысымына 250, амбулатория 50 адам қабылдайды
    return found


def _in_fact(hit: Hit, draft: Draft, drafts: list[Draft], memory: Memory) -> bool:
    """Рассчитана на 250 посещений, а принимает 500: how many come is told beside how many the house is meant for."""
    beside = [*drafts, *memory.recent(0, draft.sentence)] if hit.frame.options.get("able") else []
    alike = (d for d in beside if d.kind == "Capacity" and d.slots.get("unit") in VISITS and d.start < draft.start)
    return any(all(d.slots.get(k) == draft.slots.get(k) for k in ("facility", "facilityType")) for d in alike)


VISITS = (None, "visits-per-shift", "visits-per-day")
ATTACHED = "people-served"


def _of_crew(draft: Draft, clause: Clause) -> bool:
    """Бригада құрамында хирург X және екі реаниматолог болды: who makes up a crew is no facility's staff."""
    return draft.slots.get("unit") == "staff" and clause.language == "kk" and clause.whole.says(*CREWS)


CREWS = lexicon.words("kinds.capacity.capacity", "crews")


def _attributes(clause: Clause, numbers: list[Mention], memory: Memory) -> list[Draft]:
    """300 төсектік аурухана, 300-коечная больница, больница на 300 коек."""
    drafts = []
    for number in numbers:
        said = sizes.adjective(clause, number) or (sizes.after_na(clause, number) if clause.language == "ru" else None)
        if said is not None and not of_old(clause, said[1], memory):
            unit, mention, last = said
            held = mention.last == number.first and mention.case == "loc"
            if (
                (held and of_profile(clause, number, last - 1))
                or held_by(clause, number, mention)
                or _bare_inside(clause, number, mention)
            ):
                continue
            facility = known(memory, clause.sentence, _which(clause, mention, memory))
            end = max(last, sizes.rates(clause, number, last - 1)[1]) if clause.language == "ru" else last
            drafts += _say(clause, memory, number, unit, facility, (mention.first, end, mention.last))
        elif said is None and (built := of_building(clause, number, memory)) is not None:
            unit, facility, end = built
            drafts += _say(clause, memory, number, unit, facility, (number.first, end, number.last))
    return drafts


def _which(clause: Clause, mention: Mention, memory: Memory) -> Mention:
    return sized_again(clause, new_one(clause, mention, memory), memory)


def _bare_inside(clause: Clause, number: Mention, mention: Mention) -> bool:
    """Ауруханада 15 төсектік орталық ашылды: a centre in a hospital that nothing names, whose beds are not all of its beds."""
    around = host(clause)
    inside = around is not None and around.last <= number.first and around.case == "loc" and around is not mention
    return inside and not (mention.value.name or mention.value.type not in ("", "medical-facility"))


def _predicated(hit: Hit, memory: Memory) -> list[Draft]:
    """Return what one predicate says: each figure it counts, of the facility it is said of."""
    clause, options = hit.clause, hit.frame.options
    if once(hit) or auxiliary(hit) or by_means(hit) or no_longer(clause):
        return []
    if clause.language == "ru" and (of_department(hit) or of_people(hit) or some_of_staff(hit)):
        return []
    if options.get("dated") and not at_work(hit, memory):
        return []
    drafts = []
    for number, at, unit in _of_whole(hit, memory):
        if of_these(clause, number) or of_profile(clause, number, at):
            continue
        said = sizes.rated(clause, number, at, unit or options.get("unit", ""))
        unable = not _able(hit) and not sizes.rates(clause, number, at)[0] and not sized_by(hit, number, at)
        if options.get("able") and (unable or of_one_doctor(clause, number)):
            continue
        mention, facility = _owner(hit, memory, number)
        if facility is not None:
            first = mention.first if mention else number.first
            end = max(group_end(hit), sizes.rates(clause, number, at)[1])
            number = risen(clause, number, memory)
            made = _say(clause, memory, number, said, facility, (first, end, mention.last if mention else end))
            drafts += [one for draft in made for one in for_each(clause, _bounded(draft, clause, at), memory)]
    return [_dated(draft, hit, memory) for draft in drafts]


def _owner(hit: Hit, memory: Memory, number: Mention) -> tuple[Mention | None, FacilityValue | None]:
    """Return whose figure it is; None where it is of several houses, or of a part of one."""
    mention, facility = owner(hit, memory, number)
    if (hit.frame.options.get("subject") == "named" and several(mention)) or of_another_head(hit, number):
        return mention, None
    if of_no_house(hit, memory, number, mention, facility) or of_base(hit, memory, mention, facility):
        memory.used.add(number.start)
        return mention, None
    return mention, facility or sort_of_each(hit.clause, memory)


def _verbless(clause: Clause, memory: Memory) -> list[Draft]:
    facility, found = verbless(clause, memory)
    made = (_say(clause, memory, n, u, facility, (n.first, at + 1, at + 1)) for n, at, u in found if facility)
    return [draft for drafts in made for draft in drafts]


INSIDE = ("beds", "places", "staff")


def _of_whole(hit: Hit, memory: Memory) -> list[tuple[Mention, int, str]]:
    """Return the figures that are not of one department alone: those make no statement at all."""
    found = figures_of(hit)
    parts: set[int] = set()
    for before, (number, _, unit) in zip([None, *(m for m, _, _ in found)], found, strict=False):
        goes_on = before is not None and before.start in parts and _listed(hit.clause, before, number)
        inside = unit in INSIDE or hit.frame.options.get("able")
        if inside and (in_part(hit.clause, number) or goes_on or (unit == "staff" and aside(hit, number))):
            parts.add(number.start)
    memory.used |= parts
    return [figure for figure in found if figure[0].start not in parts]


def _listed(clause: Clause, before: Mention, number: Mention) -> bool:
    """Бөлімшеде 40 төсек, 9 дәрігер бар: the next figure of the same department."""
    tokens = clause.sentence.tokens[before.last : number.first]
    here = clause.language == "kk" and not clause.mentions("facility", first=before.last, last=number.first)
    return here and any(t.text == "," or t.norm in AND for t in tokens)


def _able(hit: Hit) -> bool:
    """Қабылдай алады, қабылдайтын болады: what can be received, or will be."""
    behind = hit.clause.sentence.tokens[hit.last : hit.last + 1]
    coming = hit.verb.best.form == "part" and any(t.norm in WILL_BE for t in behind)
    return coming or (hit.clause.says(*ABLE) and any(r.lemma in ABLE for t in hit.clause.tokens for r in t.readings))


def _bounded(draft: Draft, clause: Clause, at: int) -> Draft:
    """Жетпіс адамға дейін: a bound behind what is counted."""
    if "bound" not in draft.slots:
        draft.say("bound", sizes.bound_behind(clause, at))
    return draft


def _dated(draft: Draft, hit: Hit, memory: Memory) -> Draft:
    if hit.frame.options.get("dated"):
        say_dates(draft, hit.clause, memory, completion=False)
        before = hit.clause.sentence.tokens[: hit.clause.first]
        if hit.clause.language == "kk" and "date" not in hit.clause.named and any(is_lemma(t, *BUILT) for t in before):
            draft.slots.pop("date", None)  # 1976 жылы салынған, 510 төсегі бар
    return draft


def _say(
    clause: Clause, memory: Memory, number: Mention, unit: str, facility: FacilityValue, span: tuple[int, int, int]
) -> list[Draft]:
    """Return the statement, or [] where nothing says which facility it is."""
    many = facility.count is not None or facility.plural
    name, kind = "" if many else facility.name, facility.type if facility.type != "medical-facility" else ""
    if (not name and not kind) or of_stock(clause, facility):
        return []
    tokens = clause.sentence.tokens
    first, last = min(span[0], number.first), max(span[1], span[2], number.last)
    draft = Draft("Capacity", {}, tokens[first].start, tokens[last - 1].end, "capacity", sentence=clause.index)
    draft.general = many
    draft.say("facility", name)
    draft.say("facilityType", kind)
    roles.quantity(draft, "value", number)
    draft.say("unit", "beds" if unit == "places" and _has_beds(kind) else unit)
    told = behind(clause, span[2]) or after_figure(clause, number)
    here = told or nearest_place(clause, first)
    here = None if told is None and of_another(clause, number, here) else here
    if several := sites(clause, facility, span[0]):
        return [at_place(draft, place) for place in several]
    own = None if of_another(clause, number, facility.place) else facility.place
    _say_where(draft, clause, own, here, near=told is not None)
    say_region(draft, clause, memory)
    return [draft]


def _say_where(draft: Draft, clause: Clause, own: PlaceValue | None, here: PlaceValue | None, *, near: bool) -> None:
    """Say the place that a facility's name gives, or the one told beside the figure."""
    named = "facility" in draft.slots
    near = not named and clause.language == "ru" and here is not None and (near or here.level in SETTLEMENTS)
    where = here if near else own or here
    say_place(draft, None if gone_there(clause, where) else where)
    if not (named or own) and of_a_name(clause, here):
        draft.drop("place", "placeCode")


def _has_beds(kind: str) -> bool:
    return kind.endswith("hospital") or kind in WITH_BEDS
