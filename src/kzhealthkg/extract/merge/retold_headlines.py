"""What the lead tells again of its headline: a work without a name, staff without a figure, a thing in no house named."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.headlines import described
from kzhealthkg.extract.merge.names import ANYBODY
from kzhealthkg.extract.merge.sorts import groups, things
from kzhealthkg.extract.merge.works import HEADLINE, key

VEHICLES = lexicon.words("extract.merge.retold_headlines", "vehicles")


def _in_lead(one: Draft, headline: Draft, *same: str) -> bool:
    """Say whether a draft of the sentences right below a headline agrees with it in some slots."""
    return 0 < one.sentence <= HEADLINE and all(one.slots.get(k) == headline.slots.get(k) for k in same)


def _without(draft: Draft, *slots: str) -> bool:
    """Say whether a draft is of the headline and has none of some slots."""
    return draft.sentence == 0 and draft.slots.keys().isdisjoint(slots)


def staff_headline(draft: Draft) -> bool:
    """12 дәрігерге баспана берілді: a headline's staff that are counted and housed or taken in."""
    return draft.sentence == 0 and draft.slots.get("measure") in ("housing", "recruitment") and "count" in draft.slots


def housed(one: Draft, headline: Draft) -> bool:
    """12 дәрігерге баспана берілді. 12 жас маман пәтермен қамтылды: as many people, whose name the lead words otherwise."""
    return _in_lead(one, headline, "measure", "count", "status", "region")


def bare_lack(draft: Draft) -> bool:
    """Маман жоқ, нет специалистов: a headline's lack of anybody, without a figure."""
    bare = str(draft.slots.get("profession", "")).casefold() in ANYBODY
    return draft.sentence == 0 and bare and draft.slots.get("measure") == "shortage" and "count" not in draft.slots


def lacking(one: Draft, headline: Draft) -> bool:
    """Хирург пен педиатр жетіспейді: who it is that the lead says is lacking."""
    named = str(one.slots.get("profession", "")).casefold() not in ANYBODY or "count" in one.slots
    return named and _in_lead(one, headline, "measure", "region")


def uncounted(draft: Draft) -> bool:
    """Дәрігерлер Израильде оқыды; көліктер жаңартылды: a headline without a figure."""
    return _without(draft, "count", "amount", "topic", "facility")


def trained(one: Draft, headline: Draft) -> bool:
    """Дәрігерлер Израильде оқыды. Орталықтың 8 маманы Израильде оқудан өтті: those whom the lead counts."""
    there = headline.slots.get("countries")
    abroad = there is not None and one.slots.get("countries", there) == there
    return "count" in one.slots and abroad and _in_lead(one, headline, "status")


def vehicles(one: Draft, headline: Draft) -> bool:
    """Жедел жәрдем көліктері жаңартылды. Облысқа 25 санитарлық көлік берілді: the cars that the lead counts or places."""
    cars = all(key(d.slots["item"]).endswith(VEHICLES) for d in (one, headline))
    told = bool(one.slots.get("count", 1) > 1 or "facility" in one.slots)
    return told and cars and _in_lead(one, headline, "status", "region")


def plenty(draft: Draft) -> bool:
    """Томографы поступят в X: a headline's things of no number, for which no house and no sum is named."""
    return draft.plural and _without(draft, "count", "amount", "facility", "source")


def counted(one: Draft, headline: Draft) -> bool:
    """В X поставят три компьютерных томографа: the lead's number of them, called as they are or more fully, for no other town."""
    names = [key(d.slots["item"]) for d in (headline, one)]
    cars = all(name.split()[0].startswith(VEHICLES) or name.endswith(VEHICLES) for name in names)
    alike = names[0] == names[1] or described(*names) or cars or _same_sort(headline, one)
    towns = [{d.slots[k] for d in (one, headline) if k in d.slots} for k in ("region", "place")]
    told = int(one.slots.get("count", 1)) > 1 or ("amount" in one.slots and "count" not in one.slots)
    return alike and told and all(len(town) < 2 for town in towns) and _in_lead(one, headline, "status")


def _same_sort(headline: Draft, one: Draft) -> bool:
    """Медоборудование, медицинское оборудование; МРТ, магнитно-резонансный томограф: one sort, and no word that narrows it."""
    rest = [w for w in key(headline.slots["item"]).split() if w not in groups() and not w.startswith(MEDICAL)]
    return bool(things(headline) & things(one)) and set(rest) <= set(key(one.slots["item"]).split())


MEDICAL = lexicon.words("extract.merge.retold_headlines", "medical")


def unplaced(draft: Draft) -> bool:
    """Компания подарила больнице аппарат; роботическая хирургия появилась в X: a headline's thing, in no house named."""
    return _without(draft, "facility", "count", "amount")


def received(one: Draft, headline: Draft) -> bool:
    """Риддерская больница получила УЗИ-аппарат экспертного класса: the lead's thing, by the same or a fuller name."""
    names = [key(d.slots["item"]) for d in (headline, one)]
    alike = names[0] == names[1] or described(*names)
    return alike and "facility" in one.slots and one.slots.get("count", 1) == 1 and _in_lead(one, headline, "status")


def begun_there(one: Draft, headline: Draft) -> bool:
    """В больнице X заработал роботический комплекс: the lead's thing, called by the same first word."""
    words_ = [key(d.slots["item"]).split() for d in (headline, one)]
    same = len(words_[0]) > 1 and words_[0][0][:STEM] == words_[1][0][:STEM] and len(words_[0][0]) > STEM
    same = same or described(*(key(d.slots["item"]) for d in (headline, one)))
    return same and "facility" in one.slots and _in_lead(one, headline, "status", "region")


STEM = 7
"""Letters that the first words of two names for one thing share."""


def first_time(draft: Draft) -> bool:
    """Врачи впервые провели эндопротезирование: a headline's first time, in no house named."""
    return draft.sentence == 0 and draft.rule.startswith("service-first") and "facility" not in draft.slots


def same_first(one: Draft, headline: Draft) -> bool:
    """В больнице X впервые провели операцию по замене сустава: the lead's first time."""
    return one.rule == headline.rule and "facility" in one.slots and _in_lead(one, headline, "status", "region")


def bare_paper(draft: Draft) -> bool:
    """Новый стандарт начнёт действовать: a paper called by one word."""
    return " " not in str(draft.slots["document"]) and draft.sentence > 0


def named_paper(one: Draft, again: Draft) -> bool:
    """Утвердили стандарт помощи при инсульте: the paper just told of by its full name, which that word begins or ends."""
    words_ = key(one.slots["document"]).split()
    near = 0 < again.sentence - one.sentence <= HEADLINE + 1 and len(words_) > 1
    return near and key(again.slots["document"])[:STEM] in (words_[0][:STEM], words_[-1][:STEM])


def unplaced_unit(draft: Draft) -> bool:
    """Жүрек ауруларын емдейтін бөлім ашылды, откроют стоматологические кабинеты: a headline's unit, in no house named."""
    words_ = key(draft.slots["item"]).split()
    told = draft.plural or any(w.endswith(TELLING) for w in words_)
    return told and _without(draft, "facility", "amount") and bool(_unit(draft))


def named_unit(one: Draft, headline: Draft) -> bool:
    """Say whether the lead tells of a unit that is called by the same noun, there."""
    return _unit(one) == _unit(headline) and _in_lead(one, headline, "status", "region", "place")


def _unit(draft: Draft) -> str:
    """Return the beginning of the noun for a unit that an item has: бөлім, отделени; "" for none."""
    words_ = key(draft.slots["item"]).split()
    return next((unit for unit in UNITS for w in (words_[0], words_[-1]) if w.startswith(unit)), "")


TELLING = lexicon.words("extract.merge.retold_headlines", "telling")
UNITS = lexicon.words("extract.merge.retold_headlines", "units")


def teamless(draft: Draft) -> bool:
    """Врачи провели мастер-класс в A: a headline's team without a name or a figure."""
    return _without(draft, "count", "patients", "operations", "participants", "organization", "facility")


def named_team(one: Draft, headline: Draft) -> bool:
    """Say whether the lead names the team of a headline or where it worked, in the same place."""
    places = {d.slots["place"] for d in (one, headline) if "place" in d.slots}
    named = bool(one.slots.keys() & {"organization", "facility"})
    return named and len(places) < 2 and _in_lead(one, headline, "status", "region")
