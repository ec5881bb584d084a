"""What a sentence below tells again in other words: "the device", "the sides", a headline's polyclinic."""

from __future__ import annotations

from collections.abc import Callable, Collection

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.headlines import described
from kzhealthkg.extract.merge.makes import bare, with_make
from kzhealthkg.extract.merge.names import levels
from kzhealthkg.extract.merge.opened_again import any_opening, has_opened
from kzhealthkg.extract.merge.works import HEADLINE, key

NEAR = 2
"""Sentences between a purchase and what is said of "the device", at most."""
DEVICES = frozenset(lexicon.words("extract.merge.retold", "devices"))
CARS = lexicon.words("extract.merge.retold", "cars")
VEHICLES = lexicon.words("extract.merge.retold", "vehicles")
ADDED = ("amount", "source", "due", "date", "bound")
"""What the second telling may add to the first."""


def without_told_again(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without those that tell an earlier one again, which takes over what they add."""
    kinds = {draft.kind for draft in drafts}
    for rule in RULES:
        drafts = _without(drafts, *rule) if rule[0] in kinds else drafts
    return drafts


def _without(
    drafts: list[Draft],
    kind: str,
    again: Callable[[Draft], bool],
    tells: Callable[[Draft, Draft], bool],
    slots: tuple[str, ...],
) -> list[Draft]:
    """Drop the drafts of a kind that only tell again what one draft of the sentence nearest to them has told."""
    gone: set[int] = set()
    known = [d for d in drafts if d.kind == kind]
    for draft in filter(again, known):
        earlier = [d for d in known if d is not draft and id(d) not in gone and tells(d, draft)]
        earlier = [d for d in earlier if d.sentence == max(e.sentence for e in earlier)]
        if len(earlier) == 1 or (earlier and not slots):
            earlier[0].take_over(draft, *slots)
            gone.add(id(draft))
    return [d for d in drafts if id(d) not in gone] if gone else drafts


# Procurement -----------------------------------------------------------------------------------------


def _any_device(draft: Draft) -> bool:
    """Аппарат, құрылғы, оборудование: a bare word for any device, of which neither number nor receiver is said."""
    return _bare(draft, DEVICES)


def _any_car(draft: Draft) -> bool:
    """Машины, көліктер: the bare word for a car, of which neither number nor receiver is said."""
    return _bare(draft, CARS)


def _bare(draft: Draft, words: Collection[str]) -> bool:
    own = {"count", "facility", "place"} & (draft.slots.keys() - draft.inherited)
    return not own and str(draft.slots["item"]).casefold() in words


def _is_device(one: Draft, again: Draft) -> bool:
    """Томограф жеткізілді. Аппарат 480 млн теңгеге алынды: one device, bought or to be bought, right before."""
    single = one.slots.get("count", 1) == 1 and not str(one.slots["item"]).casefold().endswith(VEHICLES)
    differ = any(one.slots.get(k, v) != v for k, v in again.slots.items() if k in ("amount", "region"))
    return single and not differ and _right_before(one, again, NEAR)


def _is_car(one: Draft, again: Draft) -> bool:
    """15 автомобилей поступило. Машины закупили по лизингу: those counted right before."""
    words = key(one.slots["item"]).split()
    return _right_before(one, again, NEAR) and bool(words) and any(w.endswith(CARS) for w in (words[0], words[-1]))


def _right_before(one: Draft, again: Draft, most: int) -> bool:
    """Say whether a draft stands in one of the last ``most`` sentences before another of the same status."""
    near = 0 < again.sentence - one.sentence <= most
    return near and one.slots.get("status") == again.slots.get("status")


# Agreement -------------------------------------------------------------------------------------------


def _only_topics(draft: Draft) -> bool:
    """Стороны договорились об обмене: what was agreed, without who has."""
    return draft.rule.startswith("agreement-agree") and not {"parties", "signatories"} & draft.slots.keys()


def _signed(one: Draft, again: Draft) -> bool:
    """Меморандум подписан. Стороны договорились о …: what the sides of the paper just signed have agreed on."""
    return "parties" in one.slots and _right_before(one, again, SIGNED)


SIGNED = 3
"""Sentences between a signing and what the sides have agreed on, at most."""


# Headlines -------------------------------------------------------------------------------------------


def _in_lead(one: Draft, headline: Draft, *same: str) -> bool:
    """Say whether a draft of the sentences right below a headline agrees with it in some slots."""
    return 0 < one.sentence <= HEADLINE and all(one.slots.get(k) == headline.slots.get(k) for k in same)


def _plain_headline(draft: Draft) -> bool:
    """A-да емхана ашылды, көпбейінді аурухана жаңарды: a headline's work without a name of its own or a figure."""
    name = str(draft.slots.get("facility", ""))
    plain = draft.slots.keys().isdisjoint({"count", "amount", "percent", "programme"})
    return draft.sentence == 0 and plain and not any(c.isupper() or c.isdigit() or c in "«№" for c in name)


def _lead(one: Draft, again: Draft) -> bool:
    """A-да емхана ашылды. A-ның B ауылында амбулатория пайдалануға берілді: the lead's work of the same family, there."""
    if not _in_lead(one, again, "status", "region") or "count" in one.slots or not _same_works(one, again):
        return False
    return _akin(one, again) and (_inside(one, again) if "facility" not in again.slots else _same_house(one, again))


def _same_works(one: Draft, headline: Draft) -> bool:
    """Госпиталь открылся. После реконструкции открылся госпиталь: a headline's opening is that of what was rebuilt."""
    works = one.slots["workType"], headline.slots["workType"]
    return works[0] == works[1] or works in (("reconstruction", "construction"), ("conversion", "construction"))


def _same_house(one: Draft, headline: Draft) -> bool:
    """Көпбейінді аурухана, облыстық клиникалық аурухана: in one place two names of the same noun, no two levels."""
    names = [str(d.slots.get("facility", "")).casefold() for d in (headline, one)]
    held = [levels(name) for name in names]
    apart = bool(held[0] and held[1] and held[0] != held[1])
    placed = headline.slots.get("place") == one.slots.get("place")
    return placed and not apart and names[1].split()[-1:] == names[0].split()[-1:]


def _begun_once(draft: Draft) -> bool:
    """Құрылысы 2021 жылы басталған болатын, келесі жылы ашылуы керек: a work begun at some time, or due to open."""
    said = draft.slots.get("status")
    return said == "needed" or (said == "underway" and "date" in draft.slots and "percent" not in draft.slots)


def _halted(one: Draft, begun: Draft) -> bool:
    """Құрылыс тоқтап қалды: the one work of its sort there that stands still now."""
    same = all(one.slots.get(k) == begun.slots.get(k) for k in ("workType", "facilityType", "region", "place"))
    return same and one.slots.get("status") == "stopped" and "count" not in {*one.slots, *begun.slots}


def _same_object(draft: Draft) -> bool:
    """Жөндеу жүргізіліп жатқан нысан: work going on in a facility that only what was said before names."""
    own = {"facility", "place", "count", "percent"} & (draft.slots.keys() - draft.inherited)
    return draft.slots.get("workType") in MENDING and not own and "facilityType" in draft.inherited


def _being_mended(one: Draft, again: Draft) -> bool:
    """Қайта жаңғыртылып жатқан емхана: the one work in the sentences right before that makes the same facility new."""
    sort = one.slots.get("facilityType") == again.slots["facilityType"] and "count" not in one.slots
    return sort and one.slots.get("workType") in MENDING and _right_before(one, again, OBJECT)


OBJECT = 4
"""Sentences between a work and what is said of "the object", at most."""
MENDING = frozenset({"repair", "reconstruction"})


def _staff_headline(draft: Draft) -> bool:
    return draft.sentence == 0 and draft.slots.get("measure") in ("housing", "recruitment") and "count" in draft.slots


def _housed(one: Draft, headline: Draft) -> bool:
    """12 дәрігерге баспана берілді. 12 жас маман пәтермен қамтылды: as many people, whose name the lead words otherwise."""
    return _in_lead(one, headline, "measure", "count", "status", "region")


def _bare_lack(draft: Draft) -> bool:
    """Маман жоқ, нет специалистов: a headline's lack of anybody, without a figure."""
    bare = str(draft.slots.get("profession", "")).casefold() in ANYBODY
    return draft.sentence == 0 and bare and draft.slots.get("measure") == "shortage" and "count" not in draft.slots


def _lacking(one: Draft, headline: Draft) -> bool:
    """Хирург пен педиатр жетіспейді: who it is that the lead says is lacking."""
    named = str(one.slots.get("profession", "")).casefold() not in ANYBODY or "count" in one.slots
    return named and _in_lead(one, headline, "measure", "region")


ANYBODY = frozenset(lexicon.words("extract.merge.retold", "anybody"))


def _uncounted(draft: Draft) -> bool:
    """Дәрігерлер Израильде оқыды; көліктер жаңартылды: a headline without a figure."""
    return draft.sentence == 0 and draft.slots.keys().isdisjoint({"count", "amount", "topic", "facility"})


def _trained(one: Draft, headline: Draft) -> bool:
    """Дәрігерлер Израильде оқыды. Орталықтың 8 маманы Израильде оқудан өтті: those whom the lead counts."""
    there = headline.slots.get("countries")
    abroad = there is not None and one.slots.get("countries", there) == there
    return "count" in one.slots and abroad and _in_lead(one, headline, "status")


def _vehicles(one: Draft, headline: Draft) -> bool:
    """Жедел жәрдем көліктері жаңартылды. Облысқа 25 санитарлық көлік берілді: the cars that the lead counts or places."""
    cars = all(key(d.slots["item"]).endswith(VEHICLES) for d in (one, headline))
    told = bool(one.slots.get("count", 1) > 1 or "facility" in one.slots)
    return told and cars and _in_lead(one, headline, "status", "region")


def _unplaced(draft: Draft) -> bool:
    """Компания подарила больнице аппарат; роботическая хирургия появилась в X: a headline's thing, in no house named."""
    return draft.sentence == 0 and draft.slots.keys().isdisjoint({"facility", "count", "amount"})


def _received(one: Draft, headline: Draft) -> bool:
    """Риддерская больница получила УЗИ-аппарат экспертного класса: the lead's thing, by the same or a fuller name."""
    names = [key(d.slots["item"]) for d in (headline, one)]
    alike = names[0] == names[1] or described(*names)
    return alike and "facility" in one.slots and one.slots.get("count", 1) == 1 and _in_lead(one, headline, "status")


def _begun_there(one: Draft, headline: Draft) -> bool:
    """В больнице X заработал роботический комплекс: the lead's thing, called by the same first word."""
    words_ = [key(d.slots["item"]).split() for d in (headline, one)]
    same = len(words_[0]) > 1 and words_[0][0][:STEM] == words_[1][0][:STEM] and len(words_[0][0]) > STEM
    same = same or described(*(key(d.slots["item"]) for d in (headline, one)))
    return same and "facility" in one.slots and _in_lead(one, headline, "status", "region")


STEM = 7
"""Letters that the first words of two names for one thing share."""


def _first_time(draft: Draft) -> bool:
    """Врачи впервые провели эндопротезирование: a headline's first time, in no house named."""
    return draft.sentence == 0 and draft.rule.startswith("service-first") and "facility" not in draft.slots


def _same_first(one: Draft, headline: Draft) -> bool:
    """В больнице X впервые провели операцию по замене сустава: the lead's first time."""
    return one.rule == headline.rule and "facility" in one.slots and _in_lead(one, headline, "status", "region")


def _teamless(draft: Draft) -> bool:
    """Врачи провели мастер-класс в A: a headline's team without a name or a figure."""
    told = {"count", "patients", "operations", "participants", "organization", "facility"}
    return draft.sentence == 0 and draft.slots.keys().isdisjoint(told)


def _named_team(one: Draft, headline: Draft) -> bool:
    """Say whether the lead names the team of a headline or where it worked, in the same place."""
    places = {d.slots["place"] for d in (one, headline) if "place" in d.slots}
    named = bool(one.slots.keys() & {"organization", "facility"})
    return named and len(places) < 2 and _in_lead(one, headline, "status", "region")


FAMILIES = [frozenset(names.split()) for names in lexicon.words("extract.merge.retold", "families")]
"""Sorts of facility that are called by each other's names."""


def _akin(one: Draft, other: Draft) -> bool:
    sorts = {str(d.slots.get("facilityType", "")) for d in (one, other)}
    return len(sorts) == 1 or any(sorts <= family for family in FAMILIES)


def _inside(one: Draft, headline: Draft) -> bool:
    """Say whether the lead's place is the headline's, or lies in its district or town."""
    wide, narrow = (str(d.slots.get("placeCode", "")) for d in (headline, one))
    if wide == narrow:
        return bool(wide) and any(one.slots.get(k) != headline.slots.get(k) for k in ("facilityType", "workType"))
    return wide[AREA:] in WHOLE and narrow[:AREA] == wide[:AREA]


AREA = 4
"""Digits of a KATO code that name the district or the town with its villages."""
WHOLE = frozenset({"00000", "10000"})
"""What follows them in the code of the whole district or of the town itself."""

RULES = (
    ("Procurement", _any_device, _is_device, ADDED),
    ("Procurement", _any_car, _is_car, ADDED),
    ("Procurement", bare, with_make, ADDED),
    ("Procurement", _uncounted, _vehicles, ("place", "placeCode")),
    ("Agreement", _only_topics, _signed, ("topics",)),
    ("Works", _plain_headline, _lead, ("date", "due", "source")),
    ("Works", any_opening, has_opened, ADDED),
    ("Works", _begun_once, _halted, ("amount", "source")),
    ("Staffing", _staff_headline, _housed, ("amount",)),
    ("Staffing", _bare_lack, _lacking, ()),
    ("Works", _same_object, _being_mended, ADDED),
    ("Training", _uncounted, _trained, ("date", "countries")),
    ("Procurement", _unplaced, _received, ("source",)),
    ("Service", _unplaced, _begun_there, ("date",)),
    ("Service", _first_time, _same_first, ("date",)),
    ("Mission", _teamless, _named_team, ("place", "placeCode", "district", "date")),
)
"""Kinds, what may be told again, what tells it, and the slots that pass to the one that stays."""
