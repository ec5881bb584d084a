"""Figures that are no facility's capacity: of its parts, some of its staff, people of a place, an old building."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.of_total import shares
from kzhealthkg.extract.context.openings import takes_up
from kzhealthkg.extract.context.portions import PART_OF_THEM
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import sizes
from kzhealthkg.extract.figures.figures import counted
from kzhealthkg.model import FacilityValue, Mention, Token

DEPARTMENT = 5
ASIDE = 8
"""Words from a department to what a participle behind a comma says of it, at most."""
OPENING = 4
"""Words in which a clause that opens with a department names it."""
WHERE = frozenset(lexicon.words("kinds.capacity.parts", "where"))
DEPARTMENTS = lexicon.words("kinds.capacity.parts", "departments")
QUEUES = lexicon.words("kinds.capacity.parts", "queues")
PEOPLE = lexicon.words("kinds.capacity.parts", "people")


def of_department(hit: Hit) -> bool:
    """Отделение гемодиализа, рассчитанное на 12 мест: what only a department of a facility holds."""
    tokens, at = hit.clause.sentence.tokens, hit.first
    near = tokens[max(0, at - DEPARTMENT) : at]
    where = next((i for i, t in enumerate(near) if t.norm in WHERE), 0)
    if any(is_lemma(t, *DEPARTMENTS) for t in near[:where]):
        return True  # есть кабинет, где работают два врача
    opening = tokens[hit.clause.first : min(hit.clause.first + OPENING, at)]
    if hit.frame.options.get("dated") and opening and opening[0].norm in IN:
        return any(
            is_lemma(t, *DEPARTMENTS) and t.best.case == "loc" for t in opening
        )  # в отделении работают 12 врачей
    aside = at > 1 and tokens[at - 1].text == "," and hit.verb.best.form == "part"
    return aside and any(is_lemma(t, *DEPARTMENTS) for t in tokens[max(0, at - ASIDE) : at - 1])


def of_people(hit: Hit) -> bool:
    """Население района насчитывает 20 тысяч человек: how many people live somewhere."""
    if hit.clause.says(*TEAMS) or hit.clause.says(*QUEUES):
        return True  # бригада из 16 врачей центра, лист ожидания из 400 человек
    if not hit.clause.says(*PEOPLE):
        return False
    before = hit.clause.sentence.tokens[hit.clause.first : hit.first]
    return any(is_lemma(t, *PEOPLE) for t in before) and not hit.clause.mentions("facility", last=hit.first)


def some_of_staff(hit: Hit) -> bool:
    """Работают 3 терапевта, хирург и педиатр: figures beside doctors without one make no whole staff."""
    tokens, last = hit.clause.sentence.tokens, hit.clause.last
    listed = (i for i in range(hit.last + 1, last) if tokens[i - 1].norm in LISTING)
    return any(tokens[i].best.lemma in nouns("professions", "ru") and _is_one(tokens[i]) for i in listed)


LISTING = frozenset(lexicon.words("kinds.capacity.parts", "listing"))


def of_these(clause: Clause, number: Mention) -> bool:
    """Работают 60 сотрудников, из них 20 врачей: a part of those counted before is no measure of the house."""
    said = " ".join(t.norm for t in clause.sentence.tokens[clause.first : number.first])
    return clause.language == "ru" and (
        any(f" {words} " in f" {said} " for words in PART_OF_THEM)
        or _detailed(clause, number)
        or _included(clause, number)
    )


def _included(clause: Clause, number: Mention) -> bool:
    """310 сотрудников, включая 90 врачей, 180 медсестёр и 20 санитаров: each of those behind "including" is a part."""
    if INCLUDING.isdisjoint(clause.words):
        return False
    tokens = clause.sentence.tokens
    at = next((i for i in range(clause.first, number.first) if tokens[i].norm in INCLUDING), None)
    totals = clause.mentions("number", last=at) if at is not None else []
    return any(m.value.value > number.value.value for m in totals)


INCLUDING = frozenset(lexicon.words("kinds.capacity.parts", "including"))


def _detailed(clause: Clause, number: Mention) -> bool:
    """Работают 18 врачей: 5 кардиологов, 3 невролога: a colon behind a total of people opens what it is made up of."""
    tokens = clause.sentence.tokens
    opens = next((i for i in range(number.first - 1, clause.first, -1) if tokens[i].text in ":("), None)
    total = next((m for m in clause.mentions("number", last=opens)), None) if opens is not None else None
    staff = sizes.words("ru", "staff") | dict.fromkeys(WORKERS, "staff")
    return total is not None and counted(clause, total, staff) is not None and total.value.value > number.value.value


WORKERS = lexicon.words("kinds.capacity.parts", "workers")


def _is_one(token: Token) -> bool:
    return any(r.case == "nom" and not r.plural for r in token.readings)


PART_REACH = 4
"""Words from a part of a facility to how many beds it has, at most."""


def of_a_part(clause: Clause, number: Mention) -> bool:
    """Отделение реанимации на 8 коек, дневной стационар на 5 мест: beds of a part of a facility."""
    tokens, at = clause.sentence.tokens, number.first - 1
    if clause.language != "ru" or at < clause.first or tokens[at].norm != "на":
        return False
    before = tokens[max(clause.first, at - PART_REACH) : at]
    near = next((i for i, t in enumerate(reversed(before)) if t.text in ",;:"), len(before))
    own = before[len(before) - near :]
    return any(is_lemma(t, *DEPARTMENTS) or t.norm.startswith("дневн") for t in own)


CENTRES = lexicon.words("kinds.capacity.parts", "centres")
OWN_CENTRES = lexicon.words("kinds.capacity.parts", "own_centres")
CENTRE_REACH = 3


def of_centre(clause: Clause, mention: Mention, memory: Memory) -> FacilityValue | None:
    """При больнице открылся центр здоровья. Центр рассчитан на …, жаңа орталықта 20 төсек: not the hospital around it."""
    value = mention.value
    bare = value.definite or (clause.language == "kk" and not (value.name or value.type or value.plural or value.count))
    if not bare or not is_lemma(clause.sentence.tokens[mention.last - 1], *CENTRES):
        return None  # жаңа орталықта
    for draft in memory.recent(CENTRE_REACH, clause.index):
        item = str(draft.slots.get("item", ""))
        if draft.kind == "Service" and (item.lower().startswith(CENTRES) or item.lower().endswith(OWN_CENTRES)):
            same = (f for f in reversed(memory.facilities) if f.name.casefold() == item.casefold())
            return next(same, FacilityValue(item, mention.value.type))
    return None


TEAMS = lexicon.words("kinds.capacity.parts", "teams")


def is_share(draft: Draft, drafts: list[Draft], clause: Clause, memory: Memory) -> bool:
    """Оның 7-і анестезиолог: a part of the staff just spoken of is no facility's staff."""
    if _of_told_staff(draft, memory, clause.index):
        return True
    part = any(m.start in draft.used for m in shares(clause))
    whole = any(max(d.used) < min(draft.used) for d in drafts if d.used and draft.used)
    if part and (whole or memory.last_draft("Capacity", within=0, sentence=clause.index) is not None):
        return True  # 150 төсек бар, оның 30-ы балаларға арналған
    staff = (
        draft.slots.get("unit") == "staff"
        and memory.last_draft("Staffing", within=2, sentence=clause.index) is not None
    )
    return staff and (takes_up(clause) or part)


def _of_told_staff(draft: Draft, memory: Memory, index: int) -> bool:
    """Ауруханада 430 адам еңбек етеді. Мұнда 130 педиатр жұмыс істейді: some of a staff whose whole was told right before."""
    if draft.slots.get("unit") != "staff":
        return False
    told = [d for d in memory.recent(TOLD_STAFF, index) if d.kind == "Capacity" and d.slots.get("unit") == "staff"]
    same = (d for d in told if d.sentence < index and all(d.slots.get(k) == draft.slots.get(k) for k in HOUSE))
    return any(float(d.slots["value"]) > float(draft.slots["value"]) for d in same)


HOUSE = ("facility", "facilityType", "place")
TOLD_STAFF = 4
"""Sentences from a whole staff to some of it, at most."""
