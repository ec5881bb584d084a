"""The one place an article is about: what it says of a facility there needs no place said again."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.extract.clause.groups import JOINS, places
from kzhealthkg.extract.clause.joined_owners import apart
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.standing import SETTLEMENTS, owner_before
from kzhealthkg.extract.clause.syntax import Clause, unlisted_place
from kzhealthkg.extract.context.another_house import of_another_house
from kzhealthkg.extract.context.national import national
from kzhealthkg.extract.context.origins import ASIDE, gone_to, is_origin, of_before, told_there
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.figures import WIDE
from kzhealthkg.model import Document, Mention, PlaceValue, Sentence

LEVELS = lexicon.words("extract.focus", "levels")
DISTRICT = 4
"""Digits of a KATO code that name the district."""
JOURNEYS = frozenset({"Visit", "Mission"})
EVENTS = frozenset({"Service"})
HOUSES = frozenset({"Works", "Capacity"})
LOCAL = frozenset({"Works", "Capacity", "Procurement", "Service", "Visit", "Mission"})


def focus(document: Document) -> PlaceValue | None:
    """Return the only settlement, or else the only district, that an article names; None where there are more."""
    said = [(at, s, m) for at, s, m in places(document) if _told(s, m)]
    often = Counter(m.value.name for _, _, m in said)
    opened = any(at < OPENING and m.value.level == "district" for at, _, m in said)
    named = [m.value for at, s, m in said if often[m.value.name] > 1 or not _in_passing(at, s, m, opened)]
    for levels in (SETTLEMENTS, frozenset({"district"})):
        found = {value.name: value for value in reversed(named) if value.level in levels}
        if found:
            sole = next(iter(found.values())) if len(found) == 1 else None
            return None if sole is not None and (_one_of_several(sole, said) or _left(sole, said)) else sole
    return None


def _left(place: PlaceValue, said: list[tuple[int, Sentence, Mention]]) -> bool:
    """X ауданынан науқас жеткізілді: say whether an article only tells of what comes from a place."""
    return all(m.case == "abl" for _, _, m in said if m.value.name == place.name)


def _one_of_several(place: PlaceValue, said: list[tuple[int, Sentence, Mention]]) -> bool:
    """Say whether an article that tells of many places opens without this one."""
    opens = any(at < OPENING and m.value.name == place.name for at, _, m in said)
    others = {m.value.name for _, _, m in said if m.value.level in (*SETTLEMENTS, "district")} - {place.name}
    return not opens and len(others) >= MANY


MANY = 3
"""Other places in an article that is about no one of them."""


def _told(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place is one that something is told of: not where somebody comes from, or a meeting is held."""
    if mention.case == "seat":
        return False
    if ASIDE.isdisjoint(sentence.words):
        return True
    aside = gone_to(sentence, mention) or is_origin(sentence, mention) or told_there(sentence, mention)
    return not (aside or of_before(sentence, mention))  # до этого был один центр – в X


OPENING = 2
"""Sentences that say what an article is about."""


def _in_passing(at: int, sentence: Sentence, mention: Mention, opened: bool) -> bool:
    """Whether a place named once is that of another facility's name, or a village named far down, or a town below its district."""
    if at < OPENING or mention.value.level not in SETTLEMENTS:
        return False
    adjective = mention.case == ""  # для Житикаринской и Аркалыкской больниц
    beside = len(sentence.named["place"]) > 1  # хуже всего в A и B районе
    if adjective or beside or opened or mention.value.level == "village":
        return True
    return any(f.first <= mention.first and mention.last < f.last for f in sentence.named.get("facility", ()))


def _of_one_member(document: Document, place: PlaceValue) -> int:
    """A мен X қаласындағы емхананы аралады, больница в X и роддом: the sentence of a place named but once, with one of a list."""
    said = [(at, s, m) for at, s, m in places(document) if m.value.name == place.name]
    at, sentence, mention = said[0]
    houses = [m for m in sentence.mentions if m.type == "facility"]
    if len(said) > 1 or len(houses) < SEVERAL:
        return -1
    if owner_before(sentence, mention) is not None:
        return at
    joined = sentence.tokens[mention.first - 1].norm in JOINS if mention.first else False
    one = joined and mention.case == "locadj" and any(m.last == mention.first - 1 for m in houses)
    return at if one and any(m.first == mention.last for m in houses) else -1


SEVERAL = 2
"""Facilities of which one alone stands in a place, at least."""


def _fits(draft: Draft, place: PlaceValue) -> bool:
    """An oblast's or district's own institution stands in a town, not in the village that is named."""
    name = str(draft.slots.get("facility", ""))
    if _called_otherwise(name, place):
        return False
    name = name.lower()
    if name.startswith(WIDE) and not (place.level == "city" and place.code[2:] in CAPITALS):
        return False
    return place.level in ("city", "district") or not any(level in name for level in LEVELS)


CAPITALS = frozenset({"0000000", "1010000"})
"""What follows an oblast's digits in the code of its capital, or of a great city."""
TOWNS = lexicon.words("extract.focus", "towns")
STEM = 4
"""Letters that a place shares with the adjective made of it, at least."""


def _called_otherwise(name: str, place: PlaceValue) -> bool:
    """Зыряновская районная больница, Арал ауруханасы: what is called after another town does not stand in this one."""
    first, rest = (*name.split(" ", 1), "", "")[:2]
    named = first.lower().endswith(TOWNS) or (first != first.lower() and gazetteer.known(first))
    own = first[:1].isupper() and named and not any(level in rest.lower() for level in WIDER)
    return own and not any(known and first[:STEM] == known[:STEM] for known in (place.name, place.district))


@once_each
def district_of(document: Document) -> PlaceValue | None:
    """Return the only district that an article names, where every settlement it names lies in it."""
    named = {m.value.code: m.value for _, s, m in places(document) if not _of_people(s, m) and not _come_from(s, m)}
    districts = [value for value in named.values() if value.level == "district" and value.code]
    if len(districts) != 1:
        return None
    city = _city_of(districts[0]) if _in_headline(districts[0], document) else ""
    others = (code for code, v in named.items() if v.level in SETTLEMENTS and code not in ("", city))
    return districts[0] if all(code[:DISTRICT] == districts[0].code[:DISTRICT] for code in others) else None


def _come_from(sentence: Sentence, mention: Mention) -> bool:
    """X ауданынан келген науқас: where people come from, or are sent to, is no place of what is told."""
    return mention.value.level == "district" and (mention.case == "abl" or not _told(sentence, mention))


def _of_people(sentence: Sentence, mention: Mention) -> bool:
    """На встрече с жителями X района: whom somebody met says not where the thing told of stands."""
    return mention.first > 0 and sentence.tokens[mention.first - 1].best.lemma == "житель"


def _city_of(district: PlaceValue) -> str:
    """Return the code of the great city that a district would be a part of."""
    return f"{district.code[:2]}0000000"


def _in_headline(district: PlaceValue, document: Document) -> bool:
    return any(m.type == "place" and m.value.code == district.code for m in document.sentences[0].mentions)


WIDER = lexicon.words("extract.focus", "wider")


def _situate(drafts: list[Draft], district: PlaceValue) -> None:
    """What stands in the article's one district says so."""
    for draft in drafts:
        code = str(draft.slots.get("placeCode", ""))
        house = str(draft.slots.get("facility", ""))
        there = draft.kind in JOURNEYS and "place" not in draft.slots and house and not _is_wider(house)
        near = code[:DISTRICT] == district.code[:DISTRICT] or code == _city_of(district) if code else there
        if draft.kind in LOCAL and near and draft.slots.get("region") in (None, district.region):
            draft.inherit("district", district.name)


def _is_wider(house: str) -> bool:
    """Қарағанды облыстық ауруханасы: an oblast's own institution stands in no district because one is named."""
    return any(level in house.lower() for level in WIDER)


def locate(drafts: list[Draft], document: Document) -> None:
    """Give the article's one place to what is told of a facility without a place of its own."""
    stops = _on_tour([d for d in drafts if d.kind == "Visit"])
    drafts = [d for d in drafts if d.kind in LOCAL]
    district = district_of(document) if drafts else None
    if district is not None:
        _situate([d for d in drafts if not of_another_house(d, document, district)], district)
    place = focus(document) if any(map(_is_unplaced, drafts)) else None
    if place is None:
        return
    listed = {d.sentence for d in drafts if d.kind == "Works" and "count" in d.slots and "place" not in d.slots}
    listed |= _of_region(drafts, document)
    beside = _of_one_member(document, place)
    for draft in drafts:
        held = (draft.kind in HOUSES and draft.sentence in listed) or draft.sentence == beside
        held = held or draft.sentence in stops
        held = held or (_is_unplaced(draft) and _named_elsewhere(draft, document.sentences[draft.sentence]))
        held = held or _of_nation(draft, document) or _of_wider_area(draft, document.sentences[draft.sentence], place)
        if not held and _may_stand(draft, place) and not of_another_house(draft, document, place):
            found = Draft(draft.kind, {}, draft.start, draft.end, "")
            say_place(found, place)
            opening = document.sentences[draft.sentence].tokens[:OPENING]
            if place.level == "district" and any(t.norm in IN_TOWN for t in opening):
                found.drop("place", "placeCode")  # А – X ауданындағы кент. Кентте емхана салынуда
            for slot, value in found.slots.items():
                draft.inherit(slot, value)


IN_TOWN = frozenset(lexicon.words("extract.focus", "in_town"))


def _on_tour(visits: list[Draft]) -> set[int]:
    """A ауданына барды. B қаласындағы емхананы, соңынан M-ді көрді: of several places, which one M is in is not told."""
    places = {d.slots["place"] for d in visits if "place" in d.slots}
    return {d.sentence for d in visits if "place" not in d.slots} if len(places) > 1 else set()


def _named_elsewhere(draft: Draft, sentence: Sentence) -> bool:
    """A ауылындағы амбулатория 70 пайызға, Жылыойдағы емхана 40 пайызға салынды: a place that no list knows holds."""
    at = next((i for i, t in enumerate(sentence.tokens) if t.start >= draft.start), 0) - 1
    return at > 0 and (unlisted_place(sentence.tokens[at]) or apart(sentence.tokens, at))


def _is_unplaced(draft: Draft) -> bool:
    """Say whether a statement is of one facility, or of an event, and has no place of its own."""
    slots = draft.slots
    if "place" in slots or "district" in slots:
        return False
    one = ("facility" in slots or "facilityType" in slots) and "count" not in slots
    return not draft.general and (one or draft.kind in EVENTS)


def _may_stand(draft: Draft, place: PlaceValue) -> bool:
    """Say whether a statement of one facility that has no place of its own may be of a place."""
    return _is_unplaced(draft) and draft.slots.get("region") in (None, place.region) and _fits(draft, place)


def _of_nation(draft: Draft, document: Document) -> bool:
    """По всей стране откроют кабинеты: an event of no house that is told of the country happens in no one town."""
    if draft.kind not in EVENTS or draft.slots.keys() & {"region", "facility"}:
        return False
    sentence = document.sentences[draft.sentence]
    return national(Clause(sentence, draft.sentence, 0, len(sentence.tokens), sentence.language))


def _of_wider_area(draft: Draft, sentence: Sentence, place: PlaceValue) -> bool:
    """A ауылында мектеп ашылды. Ауданда емхана салынады: a house of the whole district stands not in the one village named."""
    if draft.kind not in HOUSES or "facility" in draft.slots:
        return False
    if not (place.level == "city" and place.code[2:] in CAPITALS) and _in_capital(sentence):
        return True
    areas = AREAS if place.level in SETTLEMENTS else OBLASTS
    return not areas.isdisjoint(sentence.words) and any(
        _at_large(sentence, i, areas) for i in range(len(sentence.tokens))
    )


HOUSES = frozenset({"Works", "Capacity"})
OBLASTS = frozenset(lexicon.words("extract.focus", "oblasts"))
AREAS = OBLASTS | frozenset(lexicon.words("extract.focus", "districts"))
ALL_OVER = frozenset(lexicon.words("extract.focus", "all_over"))
FIRST = lexicon.words("extract.focus", "first")


def _in_capital(sentence: Sentence) -> bool:
    """Облыс орталығында, в областном центре: the oblast's town, by no name."""
    if CAPITAL.isdisjoint(sentence.words):
        return False
    return any(a.norm in CAPITAL and b.norm.startswith(CENTRE) for a, b in pairwise(sentence.tokens))


CAPITAL = frozenset(lexicon.words("extract.focus", "capital"))
CENTRE = lexicon.words("extract.focus", "centre")


def _at_large(sentence: Sentence, at: int, areas: frozenset[str]) -> bool:
    """Ауданда, облыс бойынша, по району, в нашей области: say whether a word is that of a whole area, which has no name."""
    token, behind = sentence.tokens[at], sentence.tokens[at + 1 : at + 2]
    if token.norm not in areas or any(m.first <= at < m.last for m in sentence.named.get("place", ())):
        return False
    bare = token.best.case in ("", "nom") and sentence.language != "ru"
    if bare or any(t.norm.startswith(FIRST) or (t.best.case == "gen" and t.best.pos == "NOUN") for t in behind):
        return bare and any(t.norm in ALL_OVER for t in behind)  # в районе вокзала, облыста алғаш рет
    return sentence.language != "ru" or any(t.norm in BY for t in sentence.tokens[max(0, at - 2) : at])


BY = frozenset(lexicon.words("extract.focus", "by"))


def _of_region(drafts: list[Draft], document: Document) -> set[int]:
    """Облыста 30 нысан – амбулатория, ФАП салынады. Алғашқысы A-да берілді: a region's sorts of works stand all over it."""
    bare = [d.sentence for d in drafts if d.kind == "Works" and "facility" not in d.slots]
    several = (at for at, number in Counter(bare).items() if number > 1)
    return {at for at in several if _counts_in_region(document.sentences[at])}


def _counts_in_region(sentence: Sentence) -> bool:
    oblast = any(m.type == "place" and m.value.level == "oblast" for m in sentence.mentions)
    return oblast and any(m.type == "number" for m in sentence.mentions)
