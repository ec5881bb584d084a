"""Trains and caravans of doctors: each place that they come to, and their timetables."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.status import halted
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.mission_words import group, has, told_of
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.mission.schedules import timetable
from kzhealthkg.extract.kinds.mission.specialists import specialists
from kzhealthkg.extract.kinds.mission.stations import stations
from kzhealthkg.extract.kinds.mission.teams import organization
from kzhealthkg.extract.kinds.mission.trains import named_train
from kzhealthkg.model import Document, Mention, PlaceValue, Sentence

REACHED = frozenset({"dat", "loc", "acc"})
WIDE = frozenset({"oblast", "district"})
"""What a train goes to where no town or station is named."""
DATE_REACH = 12
"""Letters between a stop and the date behind it, at most."""
TRAINS = lexicon.words("kinds.mission.travel", "trains")


@once_each
def names_train(sentence: Sentence) -> bool:
    """Say whether a sentence speaks of a train or a caravan."""
    return is_train(" ".join([token.norm for token in sentence.tokens]))


def is_train(name: str) -> bool:
    """Say whether a name is that of a train or a caravan."""
    low = name.lower()
    return any(word in low for word in TRAINS)


def travel(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """A train comes to each place that the clause names."""
    clause = hit.clause
    if _of_station(hit):
        return []
    begins = "баста" in hit.verb.norm
    named = [m for m in clause.mentions("place") if m.case != "abl" or begins]
    places = [(m.value, m.start, m.end) for m in named if m.value.level in SETTLEMENTS]
    stops = stations(clause)
    places += [s for s in stops if s[1] not in {start for _, start, _ in places}]
    places = [p for p in places if not (_as_far_as(clause, p[2]) or (not begins and _left(clause, p[2])))]
    if not places and has(clause.whole, "train"):
        wide = [m for m in named if m.value.level in WIDE and (m.case in REACHED or _of_villages(clause, m))]
        districts = [m for m in wide if m.value.level == "district"]
        places = [(m.value, m.start, m.end) for m in districts or wide]
    drafts = [_arrival(hit, place, _arrived(hit, said), memory) for place in places]
    return _each_dated(drafts, places, clause)


def _as_far_as(clause: Clause, end: int) -> bool:
    """Қызылордаға жеткенге дейін 12 бекетте тоқтайды: how far a train goes is none of its stops."""
    if clause.language != "kk":
        return False
    behind = [t for t in clause.tokens if t.start >= end][:FAR]
    return any(t.norm in TILL or t.norm.startswith("жеткенше") for t in behind)


def _left(clause: Clause, end: int) -> bool:
    """Пойыз Астана вокзалынан аттанды: the station that a train leaves from is none of its stops."""
    behind = next((t for t in clause.tokens if t.start >= end), None)
    return clause.language == "kk" and behind is not None and behind.best.pos == "NOUN" and behind.best.case == "abl"


FAR = 3
TILL = frozenset(lexicon.words("kinds.mission.travel", "till"))


def _of_station(hit: Hit) -> bool:
    """Пойыз аялдаған соңғы станса: a participle only says which station is meant, and what is told of it comes behind."""
    behind = hit.clause.sentence.tokens[hit.last : hit.last + DESCRIBED]
    which = hit.clause.language == "kk" and hit.verb.best.form in ("perf", "part") and not hit.verb.best.possessive
    return which and any(is_lemma(t, *group("station", "kk")) for t in behind)


DESCRIBED = 2
"""Words from such a participle to its station, at most."""


def _of_villages(clause: Clause, area: Mention) -> bool:
    """Посетит 46 населённых пунктов Атырауской области: the area whose villages a train comes to."""
    before = clause.sentence.tokens[max(clause.first, area.first - 1) : area.first]
    villages = (*group("village", "ru"), *group("station", "ru"))
    return clause.language == "ru" and area.case == "gen" and any(is_lemma(t, *villages) for t in before)


def by_train(clause: Clause, memory: Memory) -> bool:
    """Say whether a clause tells of a train's journey."""
    told = of_trains(memory.document)
    return told and (has(clause, "train") or is_train(_last_organization(memory)) or _after_train(clause, memory))


@once_each
def of_trains(document: Document) -> bool:
    """Say whether an article speaks of a train or a caravan anywhere."""
    return is_train(document.article.clean.text)


def _each_dated(drafts: list[Draft], places: list[tuple[PlaceValue, int, int]], clause: Clause) -> list[Draft]:
    """A-да — 23 маусым, B-да — 24 маусым: where each of several places has a date behind it, that one is its own."""
    tokens, dates = clause.sentence.tokens, [m for m in clause.sentence.mentions if m.type == "date"]
    for draft, (_, _, end) in zip(drafts, places, strict=True) if len(dates) > 1 else ():
        near = [m for m in dates if 0 <= m.start - end <= DATE_REACH]
        between = [t.text for m in near[:1] for t in tokens if end <= t.start < m.start]
        if near and not set(between) & {",", ";"}:
            draft.slots["date"] = near[0].value.edtf
    return drafts


def _after_train(clause: Clause, memory: Memory) -> bool:
    """Say whether the sentence before speaks of a train that this one may tell more of."""
    before = memory.document.sentences[max(0, clause.index - 1) : clause.index]
    return clause.language == "kk" and any(names_train(s) for s in before) and specialists(clause.whole)


def _arrived(hit: Hit, said: str) -> str:
    """Who began to work is at work, and so is who stands somewhere (тоқтап тұр)."""
    if said == "stopped":
        return halted(hit.clause, hit.last - 1)
    return "underway" if "баста" in hit.verb.norm and said == "completed" else said


def stops(clause: Clause, memory: Memory) -> list[Draft]:
    """Пойыз мына станцияларға барады: 5-6 маусым – Ақкөл, …: a stop of the train for each date."""
    if clause.language == "ru" or clause.first or "date" not in clause.sentence.named:
        return []
    if not told_of(clause.index, memory, "train"):
        return []
    written = str(memory.document.article.date or "")
    found = []
    for place, date, start, end in timetable(clause):
        said = "completed" if written and date.rpartition("/")[2] < written else "planned"
        draft = Draft("Mission", {"status": said, "date": date}, start, end, "mission-timetable")
        draft.say("organization", organization(clause.whole, memory) or train_told(memory))
        say_place(draft, place)
        found.append(roles.finish(draft, clause, memory))
    return found


def _last_organization(memory: Memory) -> str:
    latest = memory.latest("Mission")
    return str(latest.slots.get("organization", "")) if latest else ""


def _arrival(hit: Hit, reached: tuple[PlaceValue, int, int], said: str, memory: Memory) -> Draft:
    clause = hit.clause
    tokens = clause.sentence.tokens
    place, start, end = reached
    draft = Draft("Mission", {}, min(start, tokens[hit.first].start), tokens[hit.last - 1].end, hit.frame.name)
    draft.cover(start, end)
    draft.say("organization", organization(clause, memory) or train_told(memory))
    draft.say("status", said)
    say_place(draft, place)
    draft.say("region", place.region)
    return roles.finish(draft, clause, memory)


def train_told(memory: Memory) -> str:
    """Return the train's name as the article gives it anywhere before."""
    return named_train(memory.document.article.clean.text, memory.language)
