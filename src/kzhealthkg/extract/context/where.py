"""Where something is: the place that holds for a word of a clause, and the slots that a place fills."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.extract.clause import rows
from kzhealthkg.extract.clause.hosts import AT
from kzhealthkg.extract.clause.lists_ru import CENTRES
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.sites import without_residents
from kzhealthkg.extract.clause.standing import SETTLEMENTS, held_by_another
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.joined_areas import with_unnamed
from kzhealthkg.extract.context.memory import FOREIGN, Memory
from kzhealthkg.extract.context.origins import at_large, gone_to, of_study
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.gazetteer import Place
from kzhealthkg.model import Mention, PlaceValue, Sentence
from kzhealthkg.text.quotation import DASHES


def say_place(draft: Draft, value: PlaceValue | None) -> None:
    """Fill ``place``, ``district``, ``placeCode`` and ``region`` from one resolved place."""
    if value is None or value.level == "country":
        return
    if value.level in SETTLEMENTS or value.level == "foreign":
        draft.say("place", value.name.capitalize() if value.name.isupper() else value.name)
        draft.say("district", value.district)
    elif value.level == "district":
        draft.say("district", value.name)
        if value.name.removesuffix("ий") not in str(draft.slots.get("facility", "")):
            draft.say("place", _whole_district(value))
    draft.say("placeCode", _code(value))
    draft.say("region", value.region)


def _code(value: PlaceValue) -> str:
    """Return the code of the place that is said: a great city's for its district."""
    city = _great_city(value) if value.level == "district" else None
    own = value.code if value.level in SETTLEMENTS or value.level == "district" else ""
    return city.code if city is not None else own


def _great_city(district: PlaceValue) -> Place | None:
    city = gazetteer.get(f"{district.code[:2]}0000000") if district.code else None
    return city if city is not None and city.level == "city" else None


def _whole_district(value: PlaceValue) -> str:
    """A district of a great city stands for the city, any other for itself: Қазалы ауданы."""
    russian, city = value.name.endswith("кий"), _great_city(value)
    if city is not None:
        return city.ru if russian else city.kk
    return f"{value.name} {'район' if russian else 'ауданы'}"


def in_russian(draft: Draft) -> None:
    """A whole district that a Russian text tells of goes by its Russian name: район Шал акына."""
    name, mark, _ = str(draft.slots.get("place", "")).partition(" ауданы")
    if not mark:
        return
    known = gazetteer.get(str(draft.slots.get("placeCode", "")))
    name = known.ru if known is not None and known.letter == "d" else name
    draft.slots["place"] = f"{name} район" if name.endswith("кий") else f"район {name}"
    draft.slots["district"] = name


def nearest_place(clause: Clause, at: int, also: str = "") -> PlaceValue | None:
    """Return the place that holds for token ``at``: the nearest before it in the clause, else after it.

    A place one comes from (ablative) holds for nothing, unless ``also`` names the case.
    """
    if at_large(clause, clause.sentence.tokens[min(at, clause.last - 1)].start):
        return None
    named = [m for m in clause.mentions("place") if m.value.level not in FOREIGN and m.case != "seat"]
    found = [m for m in named if not (of_study(clause.sentence, m) or gone_to(clause.sentence, m))]
    found = [m for m in found if not with_unnamed(clause, m)]
    left = [m for m in found if m.last <= at and (m.case != "abl" or also == "abl")]
    left = without_residents(clause, left) if clause.language == "kk" else left
    left = [m for m in left if not (clause.language == "ru" and held_by_another(clause.sentence, m, at))]
    labels = [] if left else [m for m in [rows.label(clause)] if m is not None]
    right = [m for m in found if m.first >= at and m.case in ("loc", "gen") and not _has_figure(clause, m)]
    if left and right and _behind_each(clause, _town(left), right[0], at):
        behind: PlaceValue = right[0].value
        return behind
    if (left or labels) and not (left and _in_a_town(clause, left[-1], right, at)):
        return _narrowest(left or labels)
    near = right and clause.language == "ru" and not _of_next(clause, at, right[0])
    return right[0].value if near else None


def _of_next(clause: Clause, at: int, place: Mention) -> bool:
    """Центр на 200 коек, роддома в A и B: the place right behind the next member of a list is that of it alone."""
    if _inside_another(clause, at, place) or _gapped(clause, place):
        return True
    before = [m for m in clause.mentions("facility", first=at, last=place.first) if m.first > at]
    next_one = before[-1] if before else None
    between = clause.sentence.tokens[next_one.last : place.first] if next_one is not None else ()
    sign = clause.sentence.tokens[next_one.first - 1] if next_one is not None else None
    listed = sign is not None and (sign.text == "," or (sign.norm == "и" and _held(clause, at)))
    ahead = tuple(t.norm for t in clause.sentence.tokens[at : next_one.first]) if next_one is not None else ()
    listed = listed or any(ahead[i : i + len(words)] == words for words in CENTRES for i in range(len(ahead)))
    return listed and all(t.norm in IN or is_lemma(t, *SORTS) for t in between)


def _inside_another(clause: Clause, at: int, place: Mention) -> bool:
    """Центр при больнице A и центр при больнице B: a place in the name of another house is not that of the one before."""
    found = clause.mentions("facility")
    another = any(m.first > at and m.first <= place.first < m.last for m in found)
    return another and any(m.first <= at < m.last for m in found)


def _gapped(clause: Clause, place: Mention) -> bool:
    """При больнице работает центр, в B – кабинет: a place before a dash is that of what stands behind it."""
    tokens = clause.sentence.tokens
    dashed = place.last < clause.last and tokens[place.last].text in DASHES
    return dashed and any(t.text in ",;" for t in tokens[max(0, place.first - 3) : place.first])


def _held(clause: Clause, at: int) -> bool:
    """Центр в больнице и диспансер в A, роддом на 60 коек и диспансер в A: what has a house, or a size, of its own."""
    before = clause.sentence.tokens[max(clause.first, at - 1)].norm
    if before in IN or before in AT:
        return True
    own = [m.first for m in clause.mentions("facility", first=at + 1)]
    return any(m.first > at and (not own or m.first < own[0]) for m in clause.mentions("number"))


def behind_another(clause: Clause, at: int, place: PlaceValue | None) -> bool:
    """Центр в районе A, отделение B в кардиоцентре: a place right behind another facility of the list is of that one."""
    named = [m for m in clause.mentions("place", last=at) if m.value == place] if clause.language == "ru" else []
    return any(held_by_another(clause.sentence, m, at) for m in named)


def sole_place(clause: Clause, at: int) -> PlaceValue | None:
    """В районах A, B и в районе C выявили пять случаев: what is told of several places together lies in none of them."""
    found = nearest_place(clause, at)
    named = [m for m in clause.mentions("place") if m.value is found]
    return None if any(_is_listed(clause, m) for m in named) else found


def _is_listed(clause: Clause, place: Mention) -> bool:
    """Say whether "and" joins a place to another before or behind it, or a comma to one of the same level."""
    others = [m for m in clause.mentions("place") if m is not place and m.value.level != "country"]
    behind = any(_joint(clause, m) == place.last and _pairs(clause, place, m) for m in others)
    at = _joint(clause, place)
    before = any(m.last == at and _pairs(clause, m, place) for m in others)
    named = (
        at > clause.first
        and clause.sentence.tokens[at].norm in AND
        and clause.sentence.tokens[at - 1].text[0].isupper()
    )
    return behind or before or named


def _pairs(clause: Clause, left: Mention, right: Mention) -> bool:
    towns = left.value.level in SETTLEMENTS and right.value.level in SETTLEMENTS
    return clause.sentence.tokens[left.last].norm in AND or towns or left.value.level == right.value.level


def _joint(clause: Clause, place: Mention) -> int:
    """Return where the sign stands that joins a place to what is before it, with its preposition and sort between; -1 for none."""
    tokens, at = clause.sentence.tokens, place.first - 1
    while at > clause.first and (tokens[at].norm in IN or is_lemma(tokens[at], *SORTS)):
        at -= 1
    return at if at > clause.first and tokens[at].norm in (*AND, ",") else -1


AND = frozenset(lexicon.words("extract.context.where", "and"))
SORTS = lexicon.words("extract.context.where", "sorts")


def _has_figure(clause: Clause, place: Mention) -> bool:
    """250 вакансий: в A – 14, в B – 12: a place that a figure of its own follows is not that of the total."""
    tokens = clause.sentence.tokens
    signs = place.last + 1 < clause.last and tokens[place.last].text in FIGURING
    at = place.last + 1 + (signs and tokens[place.last + 1].norm in REACHING)  # в A – до 74,1 года
    own = any(m.first == at for m in clause.mentions("number", "percent", first=place.last))
    lasting = at > place.last + 1 and at < clause.last and tokens[at].text[0].isdigit()  # 74,1 года
    return signs and (own or lasting)


REACHING = frozenset(lexicon.words("extract.context.where", "reaching"))
FIGURING = frozenset("(–—-")


def _town(found: list[Mention]) -> Mention:
    """В посёлке X Y района: the last place is the town that stands right before its district."""
    inside = len(found) > 1 and found[-1].value.level == "district" and found[-2].last == found[-1].first
    return found[-2] if inside else found[-1]


def _behind_each(clause: Clause, left: Mention, right: Mention, at: int) -> bool:
    """Больницу в X и амбулаторию в Y: where each place stands behind its facility, the one before is another's."""
    if clause.language != "ru" or left.value.level not in SETTLEMENTS or right.value.level not in SETTLEMENTS:
        return False
    found = [m for m in clause.mentions("facility") if not m.value.plural]
    others = [m for m in found if m.last <= left.first]
    between = [m for m in found if at < m.first < right.first]
    return bool(others) and not between and _follows(clause, left, others[-1])


def _follows(clause: Clause, place: Mention, facility: Mention) -> bool:
    """Whether only sizes and prepositions stand between a facility and the place behind it."""
    rest = clause.sentence.tokens[facility.last : place.first]
    return not any(t.text in ",;–—" or t.best.pos == "VERB" for t in rest)


def _in_a_town(clause: Clause, left: Mention, right: list[Mention], at: int) -> bool:
    """Аким X области посетил больницу в Y: the town behind tells more than an oblast before."""
    if clause.language != "ru" or left.value.level != "oblast" or not right or right[0].value.level not in SETTLEMENTS:
        return False
    return right[0].first - at <= TOWN_REACH and clause.sentence.tokens[right[0].first - 1].norm in IN


TOWN_REACH = 5
"""Words from a facility to the town that it stands in, at most."""


def _narrowest(found: list[Mention]) -> PlaceValue:
    """X ауданының Y ауылында: the last one said is the narrowest."""
    chosen: PlaceValue = found[-1].value
    town: PlaceValue = found[-2].value if len(found) > 1 else chosen
    if chosen.level == "district" and town.level in SETTLEMENTS and found[-2].last == found[-1].first:
        return replace(town, district=town.district or chosen.name)  # в посёлке Топар Абайского района
    return chosen


def in_the_district(drafts: list[Draft], sentence: Sentence, memory: Memory) -> None:
    """Ауданда орталық салынды: the district spoken of, not the great city where another such centre was named."""
    if AREA.isdisjoint(sentence.words) or any(m.type == "place" for m in sentence.mentions):
        return
    named = (v for p, v in reversed(memory.places) if p == sentence.paragraph and v.level == "district")
    district = next((v for v in named if _great_city(v) is None), None)
    for draft in drafts if district is not None else ():
        if "place" in draft.slots and gazetteer.is_city(str(draft.slots.get("region", ""))):
            draft.slots = {k: v for k, v in draft.slots.items() if k not in LOCATED}
            say_place(draft, district)


AREA = frozenset(lexicon.words("extract.context.where", "area"))


def in_that_district(drafts: list[Draft], sentence: Sentence, memory: Memory) -> None:
    """Аким побывал в районе A. В районе построят три ФАПа, сюда прибудут врачи: the one district that was named."""
    loose = [d for d in drafts if d.kind in CARRIED and not LOOSE & d.slots.keys()]
    if not loose or any(m.type in ("place", "facility") and m.value.name for m in sentence.mentions):
        return
    district = _one_district(sentence, memory) if _says_area(sentence) or _says_there(sentence, memory) else None
    for draft in loose:
        if district is not None and draft.slots.get("region") in (None, district.region):
            say_place(draft, district)


CARRIED = frozenset({"Works", "Staffing", "Indicator"})
LOOSE = frozenset({"place", "district", "facility"})
THAT_AREA = AREA | frozenset(lexicon.words("extract.context.where", "that_area"))
THERE = frozenset(lexicon.words("extract.context.where", "there"))


def _says_area(sentence: Sentence) -> bool:
    """В районе построят …: the district itself, not what is near something (в районе вокзала)."""
    if THAT_AREA.isdisjoint(sentence.words):
        return False
    at = next((i for i, t in enumerate(sentence.tokens) if t.norm in THAT_AREA), len(sentence.tokens))
    behind = sentence.tokens[at + 1 : at + 2]
    return at < len(sentence.tokens) and not any(t.best.pos == "NOUN" and t.best.case == "gen" for t in behind)


def _says_there(sentence: Sentence, memory: Memory) -> bool:
    """Сюда прибудут врачи: there is the district, where the sentence before names it and no facility."""
    if THERE.isdisjoint(t.norm for t in sentence.tokens[:1]):
        return False
    index = next((i for i, s in enumerate(memory.document.sentences) if s is sentence), 0)
    if not index:
        return False
    before = memory.document.sentences[index - 1].mentions
    named = [m for m in before if m.type in ("place", "facility")]
    return bool(named) and all(m.type == "place" and m.value.level == "district" for m in named)


def _one_district(sentence: Sentence, memory: Memory) -> PlaceValue | None:
    """Return the one district that the paragraph, or else the article so far, has named."""
    here = [v for p, v in memory.places if p == sentence.paragraph and v.level == "district"]
    named = here or [v for _, v in memory.places if v.level == "district"]
    return named[-1] if len({v.name for v in named}) == 1 and _great_city(named[-1]) is None else None
