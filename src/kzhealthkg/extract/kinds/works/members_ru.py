"""The works that a Russian cue says of its facilities: one for each, one a place, the total before them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.hosts import HOSTS
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.governed import MOBILE
from kzhealthkg.extract.context.memory import FOREIGN, Memory
from kzhealthkg.extract.context.shares_ru import shares_of
from kzhealthkg.extract.context.sites_ru import sites
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.drafts_ru import drafted
from kzhealthkg.extract.kinds.works.listed_ru import in_places
from kzhealthkg.extract.kinds.works.over_places import per_settlement
from kzhealthkg.extract.kinds.works.pointing_ru import THIS
from kzhealthkg.extract.kinds.works.sectors import of_all_sorts
from kzhealthkg.model import FacilityValue, Mention, PlaceValue


def members(hit: Hit, mentions: list[Mention], found: str, memory: Memory) -> list[Draft]:
    """Return the works of the facilities that a cue governs."""
    drafts: list[Draft] = []
    mentions = _together(hit.clause, _of_one_number(hit.clause, mentions))
    for mention, places in zip(mentions, sites(hit.clause, mentions), strict=True):
        pointing = mention.value.definite and mention.value.type in ("", "medical-facility")
        pointing = pointing or _is_this(hit.clause, mention)
        pointed = memory.resolve(replace(mention.value, definite=pointing))
        if _elsewhere(mention.value, pointed, places):
            continue
        if pointing and places and _opens_elsewhere(hit, mention, pointed, memory):
            pointed = replace(mention.value, definite=False)
        facility = _like_told(hit.clause, mention, _of_that_sort(hit, mention, pointed, memory), memory)
        facility = facility and per_settlement(hit.clause, mention, facility)
        if facility is None or not _specific(facility, places, hit.clause) or _no_house(hit.clause, mention):
            continue
        if of_all_sorts(hit.clause, mention, memory):
            continue
        told = _placed(hit, mention, facility, places or _own(facility), found, memory)
        for draft in told if _beside_other_things(hit.clause, mention) or _behind_another(hit.clause, mention) else ():
            draft.drop("amount")
        drafts += told
    return _shared(drafts, hit.clause)


def _is_this(clause: Clause, mention: Mention) -> bool:
    """Детская больница переполнена. Эту больницу построили в 2012 году: the one told of before, of its own sort."""
    before = clause.sentence.tokens[mention.first - 1 : mention.first] if mention.first > clause.first else ()
    bare = not (mention.value.name or mention.value.plural or mention.value.count)
    return bare and any(is_lemma(t, *THIS) for t in before)


def _elsewhere(said: FacilityValue, meant: FacilityValue, places: list[PlaceValue]) -> bool:
    """В A откроют перинатальный центр. В B строится центр: a bare word in another town does not mean the one told before."""
    known = meant.place is not None and bool(meant.name) and not said.name
    return known and bool(places) and all(meant.place is not None and p.name != meant.place.name for p in places)


def _opens_elsewhere(hit: Hit, mention: Mention, meant: FacilityValue, memory: Memory) -> bool:
    """Осмотрел поликлинику. В селе A открыли медицинский объект: what opens in a place of its own was not there before."""
    opens = hit.frame.slots.get("workType") == "construction"
    opens = opens and is_lemma(hit.clause.sentence.tokens[mention.last - 1], *OBJECTS)
    told = (d for d in memory.recent(OPENED_BACK, hit.clause.index) if d.kind == "Works")
    return (
        opens
        and meant.type not in ("", "medical-facility")
        and all(d.slots.get("facilityType") != meant.type for d in told)
    )


OBJECTS = lexicon.words("kinds.works.members_ru", "objects")
OPENED_BACK = 3
"""Sentences back to the work on a house that a bare object is, at most."""


def _of_that_sort(hit: Hit, mention: Mention, facility: FacilityValue, memory: Memory) -> FacilityValue:
    """Районную больницу ждёт ремонт. Клинику ремонтируют: a loose word for the hospital named just before."""
    loose = facility.type == LOOSE and not (facility.name or facility.plural or facility.count)
    loose = loose and hit.frame.slots.get("workType") in MENDING and hit.clause.index > 0
    described = hit.clause.sentence.tokens[max(0, mention.first - 1)].best.pos == "ADJ"
    if not loose or described or hit.clause.index - memory.facility_sentence > LOOSELY:
        return facility
    before = next((f for f in reversed(memory.facilities) if f.type != LOOSE), None)
    return before if before is not None and before.type.endswith(HOSTS) and not before.plural else facility


LOOSE = "clinic"
MENDING = frozenset({"repair", "reconstruction"})
LOOSELY = 2
"""Sentences back to the hospital that a loose word calls, at most."""


def _no_house(clause: Clause, mention: Mention) -> bool:
    """Шесть передвижных комплексов, проект «100 школ, 100 больниц»: what moves, and what is only a name."""
    tokens = clause.sentence.tokens
    if any(t.norm.startswith(MOBILE) for t in tokens[max(clause.first, mention.first - 1) : mention.last]):
        return True
    opened = next((i for i in range(mention.first, clause.first, -1) if tokens[i - 1].text in "«»"), 0)
    return opened > 1 and tokens[opened - 1].text == "«" and is_lemma(tokens[opened - 2], *TITLED)


SEVERAL = 2
"""Sorts of facilities that no total of one sort counts, at least."""
TITLED = lexicon.words("kinds.works.members_ru", "titled")
LIKE = lexicon.words("kinds.works.members_ru", "like")


def _like_told(clause: Clause, mention: Mention, facility: FacilityValue, memory: Memory) -> FacilityValue | None:
    """Такие же объекты появятся в A и B: of the sort told before; of one, which a bare word does not say, None."""
    before = clause.sentence.tokens[max(clause.first, mention.first - 2) : mention.last]
    generic = facility.type in ("", "medical-facility") and not facility.name
    if not (generic and any(is_lemma(t, *LIKE) for t in before)):
        return facility
    latest = memory.last_draft("Works", within=1, sentence=clause.index)
    sort = str(latest.slots.get("facilityType", "")) if latest is not None else ""
    return replace(facility, type=sort or facility.type) if facility.plural else None


def _of_one_number(clause: Clause, mentions: list[Mention]) -> list[Mention]:
    """Строятся поликлиники, больницы: what stands in a list of several sorts, and may be several, is."""
    several = mentions[:1]
    for one in mentions[1:]:
        before, tokens = several[-1], clause.sentence.tokens
        joined = before.value.plural and before.last + 1 == one.first and tokens[before.last].norm in ("и", ",")
        bare = not (one.value.name or one.value.plural or one.value.count or one.value.place)
        if joined and bare and any(r.plural and r.case == before.case for r in tokens[one.first].readings):
            one = replace(one, case=before.case, value=replace(one.value, plural=True, definite=False))
        several.append(one)
    return several


def _together(clause: Clause, mentions: list[Mention]) -> list[Mention]:
    """355 поликлиник и больниц: one number counts both, and so no type is said of it."""
    last = max((i for i, m in enumerate(mentions) if m.value.count is not None), default=0)
    if last:  # четыре поликлиники и 38 медпунктов и амбулаторий
        return [*mentions[:last], *_together(clause, mentions[last:])]
    if len(mentions) < 2 or mentions[0].value.count is None:
        return mentions
    others = mentions[1:]
    between = [[t.norm for t in clause.sentence.tokens[a.last : b.first]] for a, b in pairwise(mentions)]
    alike = all(m.value.count is None and m.value.plural and not m.value.name for m in others)
    if not alike or any(b not in (["и"], [","]) for b in between):
        return mentions
    whole = replace(mentions[0], last=mentions[-1].last, value=replace(mentions[0].value, type=""))
    sorts = [replace(mentions[0], value=replace(mentions[0].value, count=None, plural=True)), *others]
    return [whole, *sorts] if len(mentions) > 2 else [whole]


def _own(facility: FacilityValue) -> list[PlaceValue]:
    return [facility.place] if facility.place else []


def _specific(facility: FacilityValue, places: list[PlaceValue], clause: Clause) -> bool:
    """A plural that names no type, no number and no place is only a manner of speaking."""
    generic = facility.type in ("", "medical-facility")
    if facility.name or facility.count:
        return True
    if not facility.type and facility.plural and "programme" not in clause.named:
        return False  # строящиеся объекты города: of any sector
    heading = clause.sentence.tokens[-1].text == ":"
    somewhere = any(m.value.level not in FOREIGN for m in clause.mentions("place"))
    if generic and in_places(clause.sentence):
        return True
    return bool(places) if generic else bool(not facility.plural or places or heading or somewhere)


def _placed(
    hit: Hit, mention: Mention, facility: FacilityValue, places: list[PlaceValue], found: str, memory: Memory
) -> list[Draft]:
    """One statement a place, and the total before them where it is given."""
    if len(places) < 2:
        where = places[0] if places else None
        one = drafted(hit, mention, memory.remember_place(facility, where), where, found, memory)
        one.listed = facility.plural and facility.count is None
        return [one]
    if _each(hit.clause, mention):
        return [drafted(hit, mention, facility, place, found, memory) for place in places]
    total = [drafted(hit, mention, facility, None, found, memory)] if facility.count else []
    for whole in total if len({p.region for p in places}) > 1 else []:
        whole.slots.pop("region", None)
    shares = shares_of(hit.clause, mention) if total else {}
    named = _without_other_name(hit.clause, mention, facility)
    parts = [replace(named(place), count=shares.get(place.code)) for place in places]
    each = [drafted(hit, mention, m, place, found, memory) for m, place in zip(parts, places, strict=True)]
    for member in each:
        member.listed = True
    return total + each


def _without_other_name(
    clause: Clause, mention: Mention, facility: FacilityValue
) -> Callable[[PlaceValue], FacilityValue]:
    """Строят центр «A» в B, а ещё один центр – в C: the name of the first is not that of another elsewhere."""
    if not facility.name or ANOTHER.isdisjoint(clause.words):
        return lambda _: facility
    tokens = clause.sentence.tokens
    at = next((i for i in range(mention.last, clause.last) if tokens[i].best.lemma in ANOTHER), clause.last)
    others = {m.value.name for m in clause.mentions("place", first=at)}
    return lambda place: replace(facility, name="") if place.name in others else facility


ANOTHER = frozenset(lexicon.words("kinds.works.members_ru", "another"))


def _each(clause: Clause, mention: Mention) -> bool:
    """В A и B построят по два медпункта: so many in every place."""
    counted = [m for m in clause.mentions("number", last=mention.first) if m.value is mention.value.count]
    return bool(counted) and counted[-1].first > 0 and clause.sentence.tokens[counted[-1].first - 1].norm == "по"


def _beside_other_things(clause: Clause, mention: Mention) -> bool:
    """На 900 млн построят поликлинику и четыре модульных блока: the sum is for the things as well that "and" joins."""
    if "money" not in clause.named or not clause.mentions("number"):
        return False
    tokens = clause.sentence.tokens
    for number in clause.mentions("number", first=mention.last + 1):
        joined = tokens[number.first - 1].norm == "и" and number.first - mention.last <= JOINED
        head = next((i for i in range(number.last, clause.last) if tokens[i].best.pos != "ADJ"), clause.last)
        between = tokens[mention.last : number.first]
        if any(t.best.form or t.norm == "на" or t.text == "," for t in between) or head == clause.last:
            return False
        if joined and tokens[head].best.pos == "NOUN":
            return not any(m.first <= head < m.last for m in clause.mentions("facility"))
    return False


JOINED = 6
"""Words from a facility to the number of other things that "and" joins to it, at most."""


def _behind_another(clause: Clause, mention: Mention) -> bool:
    """В больнице и в шести амбулаториях ремонт на M: the sum is for the house as well that "and" joins before."""
    if "money" not in clause.named or len(clause.named.get("facility", ())) < SEVERAL:
        return False
    tokens, counted = clause.sentence.tokens, mention.value.count
    first = min([mention.first, *(m.first for m in clause.mentions("number") if m.value is counted)])
    at = first - 1 - (first > clause.first and tokens[first - 1].norm in IN)
    return at > clause.first and tokens[at].norm == "и" and any(m.last == at for m in clause.mentions("facility"))


def _shared(drafts: list[Draft], clause: Clause) -> list[Draft]:
    """Money said once for several works is none of theirs; it stays with a total, which is of all their sorts."""
    sums = [d.slots["amount"] for d in drafts if "amount" in d.slots]
    if len(drafts) > 1 and len(set(sums)) < len(drafts):
        sorts = {d.slots["facilityType"] for d in drafts if "facilityType" in d.slots}
        total = "count" in drafts[0].slots and ("facilityType" not in drafts[0].slots or len(sorts) < SEVERAL)
        for draft in drafts[1:] if total else drafts:
            draft.slots.pop("amount", None)
            draft.used -= set() if total else {m.start for m in clause.mentions("money")}
    return drafts
