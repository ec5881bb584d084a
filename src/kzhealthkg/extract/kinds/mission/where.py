"""Where a team on site works: the facility, settlement or district that the clause, or the one before it, names."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import AND
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import events
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.mission_words import group
from kzhealthkg.extract.context.where import nearest_place, say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.kinds.mission import teams, travelled
from kzhealthkg.extract.kinds.mission.stations import stations
from kzhealthkg.model import Mention, PlaceValue, Sentence

REACHED = frozenset({"dat", "loc", "acc"})
BRANCHES = lexicon.words("kinds.mission.where", "branches")
VILLAGES = lexicon.words("kinds.mission.where", "villages")


def say_where(draft: Draft, clause: Clause, memory: Memory) -> None:
    """The team works at the facility or place in the locative."""
    come_to = [m for m in clause.sentence.mentions if _come_to(clause, m)]
    for mention in (*clause.mentions("facility"), *[m for m in come_to if m.type == "facility"]):
        if mention.case == "loc" or mention in come_to or _base(clause, mention) or _came_to(clause, mention):
            facility = memory.resolve(mention.value)
            draft.say("facility", "" if facility.definite or facility.plural else facility.name)
            say_place(draft, facility.place or nearest_place(clause, mention.first) or _town(come_to))
            return
    named = [m for m in clause.mentions("place") if m.case in ("loc", "locadj") and m.value.level != "country"]
    named = [
        m for m in named if m.case == "loc" or m.value.level != "foreign"
    ]  # Мәскеудегі клиниканың хирургы: a guest
    named = named or [m for m in clause.mentions("place") if _of_town(clause, m)]
    named = named or [m for m in come_to if m.type == "place"]
    named = named or [m for m in clause.sentence.mentions if teams.told_at(clause, m)]
    named = named or [m for m in clause.sentence.mentions if m.last <= clause.last and _villages_of(clause, m)]
    listed = len(named) > 1 and named[0].case == named[-1].case and len(events.listed(named, clause)) > 1
    say_place(draft, named[-1].value if named and not listed else None)
    if not named:
        stops = stations(replace(clause, first=0))  # на станции X приём ведут 24 врача
        say_place(draft, stops[0][0] if len(stops) == 1 else None)


def each_place(draft: Draft, clause: Clause) -> list[Draft]:
    """A және B аудандарында, A ауданында және B қаласының емханасында: a mission without figures at each of the places."""
    places = _row(clause) if clause.language == "kk" else []
    if len(places) < LEAST:
        return [draft]
    found = []
    for mention in places:
        one = replace(draft, slots=dict(draft.slots), inherited=set(draft.inherited))
        one.drop(*LOCATED)
        say_place(one, mention.value)
        one.say("region", mention.value.region)
        found.append(one)
    return found


def _row(clause: Clause) -> list[Mention]:
    """Return the towns and districts that a clause lists, the last in the locative or the owner of a house there."""
    named = [m for m in clause.mentions("place") if m.value.level in (*SETTLEMENTS, "district")]
    tokens, row = clause.sentence.tokens, named[:1]
    for one, other in pairwise(named):
        between = tokens[one.last : other.first]
        joined = len(between) == 1 and (between[0].text == "," or between[0].norm in AND)
        row = [*row, other] if joined and one.case == "loc" else [other]
    house = any(m.first <= row[-1].last + 1 and m.case == "loc" for m in clause.mentions("facility")) if row else False
    return row if row and (row[-1].case == "loc" or house) else []


LEAST = 2


def _of_town(clause: Clause, mention: Mention) -> bool:
    """Жителей города X; not a town that only says where one of the doctors comes from (врач филиала города X)."""
    tokens = clause.sentence.tokens
    if _of_villages(clause, mention) or _of_people(clause, mention):
        return True
    branch = mention.first > 0 and is_lemma(tokens[mention.first - 1], *BRANCHES)
    named = any(m.first - mention.last <= 1 for m in clause.mentions("person", first=mention.last))
    return mention.case == "gen" and mention.value.level in SETTLEMENTS and not branch and not named


def _of_people(clause: Clause, mention: Mention) -> bool:
    """Шардара ауданының тұрғындарын, Степногорск тұрғындарын тексерді: the district or town whose people are seen."""
    near = clause.sentence.tokens[mention.last : mention.last + 1]
    bare = mention.case == "nom" and clause.language == "kk" and any(t.best.possessive for t in near)
    whose = (mention.case == "gen" and mention.value.level == "district") or (
        bare and mention.value.level in (*SETTLEMENTS, "district")
    )
    return whose and any(is_lemma(t, *group("patient", clause.language)) for t in near)


def _of_villages(clause: Clause, mention: Mention) -> bool:
    """Шардара ауданының төрт ауылында: the district in whose villages the team works."""
    near = clause.sentence.tokens[mention.last : mention.last + COUNTED]
    return mention.case == "gen" and any(t.best.case in REACHED and is_lemma(t, *VILLAGES) for t in near)


COUNTED = 3
"""Words from a district to its villages, at most: 14 елді мекенінде."""


def _villages_of(clause: Clause, mention: Mention) -> bool:
    """Объехали сёла Мугалжарского района, приняли жителей X района: the district whose villages or people are told of."""
    if clause.language != "ru" or mention.type != "place" or mention.value.level != "district" or mention.case != "gen":
        return False
    before = clause.sentence.tokens[max(0, mention.first - 1) : mention.first]
    return any(is_lemma(t, *group("village", "ru"), *group("patient", "ru")) for t in before)


def _come_to(clause: Clause, mention: Mention) -> bool:
    """Ауылға барып, орталыққа келіп, … көмек көрсетті: the settlement, district or facility of the clause before."""
    reached = mention.case in REACHED or _into(clause.sentence, mention)
    if mention.last > clause.first or not (reached or _of_villages(clause, mention)):
        return False
    if mention.type == "facility":
        near = clause.sentence.tokens[mention.last : clause.first]
        went = mention.case == "dat" and any(is_lemma(t, *travelled.GONE) for t in near)
        return went or (mention.case == "loc" and clause.language == "kk")
    return mention.type == "place" and mention.value.level in (*SETTLEMENTS, "district")


def _into(sentence: Sentence, mention: Mention) -> bool:
    """В Аягоз приехали врачи: a Russian place behind "into", in the accusative that looks like the nominative."""
    before = sentence.tokens[mention.first - 1].norm if mention.first else ""
    return before in INTO and mention.case in ("nom", "acc", "loc", "")


INTO = frozenset(lexicon.words("kinds.mission.where", "into"))


def reached_ru(sentence: Sentence) -> list[Mention]:
    """Return the towns and districts into which a Russian sentence says that somebody went."""
    named = [m for m in sentence.mentions if m.type == "place" and m.value.level in (*SETTLEMENTS, "district")]
    return [m for m in named if _into(sentence, m)]


def _town(mentions: list[Mention]) -> PlaceValue | None:
    return next((m.value for m in mentions if m.type == "place"), None)


def _came_to(clause: Clause, mention: Mention) -> bool:
    """X клиникасына шетелден келген хирург … жасады: the facility that a participle tells the guests have come to."""
    behind = clause.sentence.tokens[mention.last : min(clause.last, mention.last + REACH)]
    return mention.case == "dat" and any(t.norm in group("come", "kk") for t in behind)


REACH = 8


def _base(clause: Clause, mention: Mention) -> bool:
    tokens = clause.sentence.tokens
    following = tokens[mention.last].norm if mention.last < len(tokens) else ""
    before = tokens[mention.first - 1].norm if mention.first else ""
    return following.startswith("базасы") or before == "базе"
