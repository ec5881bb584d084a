"""Works among those counted just before: олардың қатарында A ауылындағы ФАП, B қаласындағы емхана бар."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import AND
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, words
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import FacilityValue, Mention

AMONG = lexicon.words("kinds.works.among", "among")
OPENING = 3
"""Words of the longest opening, its comma among them."""
ENDING = 2
"""Words behind the last of the list, at most: бар, кіреді."""
INHERITED = ("workType", "status", "date", "due", "programme", "source")


def among(clause: Clause, total: Draft, memory: Memory) -> list[Draft]:
    """Return some of the facilities counted just before, each with its own place; [] where a clause lists none."""
    named = _members(clause) if clause.language == "kk" and (_opens(clause) or _behind_colon(clause, total)) else []
    if not named or clause.last - named[-1].last > ENDING:
        return []
    whole = total.slots.get("facilityType")
    members = _standing_each(clause, named)
    fitting = all(_is_one(m) and (f.place or f.name) and whole in (None, f.type) for m, f in members)
    if not fitting or len(members) > total.slots["count"]:
        return []
    return [member(clause, m, facility, total, memory) for m, facility in members]


def _standing_each(clause: Clause, named: list[Mention]) -> list[tuple[Mention, FacilityValue]]:
    """Астанадағы A орталығы мен B орталығы: what "and" joins to a house with a place, and has none, stands there too."""
    found: list[tuple[Mention, FacilityValue]] = []
    for at, one in enumerate(named):
        facility = standing(clause, one, named[at - 1] if at else None)
        if at and facility.place is None and clause.sentence.tokens[one.first - 1].norm in AND:
            facility = replace(facility, place=found[-1][1].place)
        found.append((one, facility))
    return found


def _members(clause: Clause) -> list[Mention]:
    """Return the facilities of the list, without those that only own the next one: X ауруханасының перзентханасы."""
    found = clause.mentions("facility")
    owners = {m.first for m, after in pairwise(found) if m.case == "gen" and m.last == after.first}
    return [m for m in found if m.first not in owners]


def _behind_colon(clause: Clause, total: Draft) -> bool:
    """4 нысан жөнделеді: A, B және C: say whether a colon right behind the total opens the list."""
    return clause.first > 0 and clause.sentence.tokens[clause.first - 1].text == ":" and total.sentence == clause.index


def _opens(clause: Clause) -> bool:
    first = 0 if clause.first <= OPENING else clause.first
    return words(clause.sentence.tokens[first : first + OPENING]).lower().startswith(AMONG)


def in_places(clause: Clause, total: Draft, memory: Memory) -> list[Draft]:
    """3 пункт салынды: A, B және C ауылдарында; олардың қатарында A, B ауылдары бар: one facility in each place."""
    tokens = clause.sentence.tokens
    behind = clause.first > 0 and tokens[clause.first - 1].text in ":–—(" and total.sentence == clause.index
    listed = behind or (clause.language == "kk" and (_opens(clause) or _shows(clause) or _stand(clause)))
    plain = listed and not clause.mentions("facility", "number", "percent", "money", "person")
    found = sites(clause) if plain else []
    if len(found) < 2 or len(found) > total.slots["count"] or clause.last - found[-1].last > ENDING:
        return []
    if found[-1].case == "gen":
        return []  # A, B ауылдарының тұрғындары …
    sort = FacilityValue("", str(total.slots.get("facilityType", "")))
    return [member(clause, m, replace(sort, place=m.value), total, memory) for m in found]


def _shows(clause: Clause) -> bool:
    """Олар – A, B және C ауылдары."""
    before = clause.sentence.tokens[max(0, clause.first - 2) : clause.first]
    return len(before) == SHOWN and clause.first == SHOWN and before[0].norm in SHOWING and before[1].text in "–—-:"


def _stand(clause: Clause) -> bool:
    """Олар A, B және C ауылдарында орналасқан (бой көтереді)."""
    verb = clause.tokens[-2:]
    return clause.tokens[0].norm in SHOWING and any(is_lemma(t, *STANDING) for t in verb)


STANDING = lexicon.words("kinds.works.among", "standing")
SHOWN = 2
"""The pointer and its dash."""
SHOWING = frozenset(lexicon.words("kinds.works.among", "showing"))


def sites(clause: Clause) -> list[Mention]:
    """Return the places of a list, without the district that only says where the next one lies: X ауданының A ауылы."""
    found = [m for m in clause.mentions("place") if m.value.level in SETTLEMENTS or m.value.level == "district"]
    owners = {m.first for m, after in pairwise(found) if m.value.level == "district" and m.last == after.first}
    return [_inside(m, found) for m in found if m.first not in owners]


def _inside(mention: Mention, found: list[Mention]) -> Mention:
    """Return a village that bears the name of a district as the village it is, where a district stands right before it."""
    owner = next((m for m in found if m.last == mention.first and m.value.level == "district"), None)
    if owner is None or owner.case != "gen" or mention.value.level != "district":
        return mention
    village = replace(mention.value, level="village", code="", district=owner.value.name)  # X ауданының Y [ауылы]
    return replace(mention, value=village)


def _is_one(mention: Mention) -> bool:
    """Say whether a facility of the list is spoken of as one of the things that were counted."""
    return mention.case == "nom" and not mention.value.plural and mention.value.count is None


def standing(clause: Clause, mention: Mention, before: Mention | None) -> FacilityValue:
    """Return a facility with the place between it and the one before it in the list."""
    first = before.last if before is not None else clause.first
    levels = (*SETTLEMENTS, "district")
    where = [m.value for m in clause.mentions("place", first=first, last=mention.first) if m.value.level in levels]
    facility: FacilityValue = mention.value
    return replace(facility, place=where[-1]) if where else facility


def member(clause: Clause, told: Mention, facility: FacilityValue, total: Draft, memory: Memory) -> Draft:
    """Return the work on one of the facilities that were counted together, told of in a stretch of the clause."""
    draft = Draft("Works", {}, told.start, told.end, "works-part")
    draft.take_over(total, *INHERITED)
    draft.say("facility", facility.name)
    draft.say("facilityType", facility.type if facility.type != "medical-facility" else "")
    say_place(draft, facility.place)
    return roles.finish(draft, clause, memory)
