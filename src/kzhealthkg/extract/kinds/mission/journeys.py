"""Specialists who travelled to share what they know: the total, and one statement for each town they went to."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.cues import Frame
from kzhealthkg.extract.clause.frames import Hit, every, standing
from kzhealthkg.extract.clause.sites import closed_list
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.dates import say_dates
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.mission_words import group, has
from kzhealthkg.extract.context.origins import is_aside
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.mission.specialists import specialists
from kzhealthkg.extract.kinds.mission.teams import counted, guests, organization
from kzhealthkg.model import Mention, PlaceValue
from kzhealthkg.model.frozen import replace

REACHED = frozenset({"loc", "dat", "nom", ""})
REACHED_RU = frozenset({"loc", "acc", "dat"})
TOWNS = SETTLEMENTS | {"foreign"}


def exchanged(clause: Clause, memory: Memory) -> list[Draft]:
    """N маман A мен B қалаларында болып, тәжірибе алмасты: so many specialists, and each town."""
    if not standing("mission", clause, lambda frame: _may_be_told(frame, clause)):
        return []
    hit = next((h for h in every("mission", clause) if h.frame.options.get("exchange")), None)
    if hit is not None and hit.frame.options.get("crew"):
        crew = has(clause, "crew") if clause.language == "ru" else _is_crew(hit)
        said = status(clause, hit.last - 1) if crew or _far_doctors(hit, memory) or _sent_to_treat(hit) else ""
        return _crew(hit, said, memory) if said else []
    towns = _towns(hit) if hit is not None else []
    team = _team(hit) if hit is not None and towns else None
    said = status(clause, hit.last - 1) if hit is not None and team is not None else ""
    if hit is None or team is None or not said:
        return []
    total = _draft(hit, said, team.start)
    roles.quantity(total, "count", team)
    drafts = [total] + [_at(hit, said, town) for town in (towns if len(towns) > 1 else [])]
    if len(towns) == 1:
        say_place(total, towns[0].value)
    for draft in drafts:
        roles.programme(draft, clause, memory)
        say_dates(draft, clause, memory)
        draft.sentence = clause.index
    return drafts


def _may_be_told(frame: Frame, clause: Clause) -> bool:
    """Say whether a frame is one of a journey together: that of a Kazakh crew wants the word for one."""
    options = frame.options
    crew = bool(options.get("crew")) and clause.language == "kk"
    return bool(options.get("exchange")) and not (crew and not has(clause, "crew"))


def _is_crew(hit: Hit) -> bool:
    """Мобильді бригада ауданға шықты: a crew that nobody's name stands for goes to a place."""
    clause = hit.clause
    seen = any(counted(clause, m, teaching=False) in TREATED for m in clause.mentions("number"))
    return has(clause, "crew") and bool(_gone_to(hit)) and not (seen or clause.mentions("person", last=hit.first))


TREATED = ("patients", "operations")
"""What a crew is told to have done: more than that it went."""


def _far_doctors(hit: Hit, memory: Memory) -> bool:
    """В Риддере работали специалисты столичного онкоцентра: doctors of a house of the oblast or of the country."""
    if hit.clause.language != "ru" or hit.verb.best.form not in ("past", "pres") or not specialists(hit.clause):
        return False
    far = FAR if hit.verb.best.form == "past" else NATIONAL  # работают врачи городской больницы: they work there
    return any(word.startswith(far) for word in organization(hit.clause, memory).lower().split())


def _sent_to_treat(hit: Hit) -> bool:
    """Больница отправила в район десять врачей, они принимают …: who is sent to see people there is a team on site."""
    clause = hit.clause
    if clause.language != "ru" or not is_lemma(hit.verb, *SENDING):
        return False
    behind = clause.sentence.tokens[hit.last :]
    treats = any(is_lemma(t, *TREATING) and t.best.form in ("past", "pres", "fut", "inf") for t in behind)
    return treats and any(counted(clause, m, teaching=False) == "count" for m in clause.mentions("number"))


SENDING = lexicon.words("kinds.mission.journeys", "sending")
TREATING = lexicon.words("kinds.mission.journeys", "treating")
FAR = lexicon.words("kinds.mission.journeys", "far")
NATIONAL = lexicon.words("kinds.mission.journeys", "national")


def _crew(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """Бригада из 7 врачей центра выехала в A и B: whose they are and how many, in each place that they went to."""
    clause = hit.clause
    total = Draft("Mission", {"status": said}, clause.tokens[0].start, clause.tokens[-1].end, hit.frame.name)
    if (team := _members(clause)) is not None:
        roles.quantity(total, "count", team)
    total.say("organization", organization(clause, memory) or _whose(clause))
    places = [m for m in _gone_to(hit) if not is_aside(clause.sentence, m)]
    places = places or [m for m in clause.mentions("place") if _villages_of(clause, m)]
    reached = [m.value for m in places if m.value.level in (*TOWNS, "district", *OBLASTS[clause.language])]
    hosts = [m for m in clause.mentions("facility") if m.case == "loc" and m.value.name]
    if not {"count", "organization"} & set(total.slots):
        return []
    if hosts and guests(clause):
        total.say("facility", memory.resolve(hosts[0].value).name)
        return [roles.finish(total, clause, memory)]
    return [roles.finish(draft, clause, memory) for draft in _each(total, reached)]


OBLASTS = {"kk": ("oblast",), "ru": ("oblast",)}
"""What a crew goes to besides towns and districts."""


def _gone_to(hit: Hit) -> list[Mention]:
    """Return the places that a crew goes to: in Kazakh the list that the dative or the locative before the verb closes."""
    clause = hit.clause
    if clause.language == "ru":
        return [m for m in clause.mentions("place") if m.case in REACHED_RU]
    before = clause.mentions("place", last=hit.first)
    closing = [at for at, m in enumerate(before, 1) if m.case in ("dat", "loc")]
    return closed_list(clause, before[: closing[-1]]) if closing else []


def _whose(clause: Clause) -> str:
    """Мобильная бригада областного центра: the house right behind the crew."""
    tokens = clause.sentence.tokens
    owners = (m for m in clause.mentions("facility") if m.case == "gen" and m.first > clause.first and m.value.name)
    return next((str(m.value.name) for m in owners if is_lemma(tokens[m.first - 1], *group("crew", "ru"))), "")


def _villages_of(clause: Clause, place: Mention) -> bool:
    """В восьми аулах Аральского района: the district whose villages a crew went to."""
    before = clause.sentence.tokens[place.first - 1] if place.first > clause.first else None
    return place.case == "gen" and before is not None and is_lemma(before, *group("village", "ru"))


def _members(clause: Clause) -> Mention | None:
    """Бригада из 7 врачей, группа медиков из 12 человек: how many go out together."""
    tokens = clause.sentence.tokens
    for number in clause.mentions("number"):
        made_of = number.first > clause.first and tokens[number.first - 1].norm in MADE_OF
        people = made_of and any(t.norm in PERSONS for t in tokens[number.last : number.last + 1])
        if people or counted(clause, number, teaching=True) == "count":
            return number
    return None


PERSONS = frozenset(lexicon.words("kinds.mission.journeys", "persons"))
MADE_OF = frozenset(lexicon.words("kinds.mission.journeys", "made_of"))


def _each(total: Draft, places: list[PlaceValue]) -> list[Draft]:
    """Return one draft a place without the number, and the total that holds it; one draft where there is one place."""
    if len(places) == 1:
        say_place(total, places[0])
    members = [total.copy() for _ in places] if len(places) > 1 else []
    for member, value in zip(members, places, strict=False):
        member.drop("count", "bound")
        say_place(member, value)
    return [*members, *([total] if places and ("count" in total.slots or not members) else [])]


def _team(hit: Hit) -> Mention | None:
    """Return the number of the specialists who are the subject."""
    whole = _until_told(hit)
    return next((m for m in whole.mentions("number") if counted(whole, m, teaching=True) == "count"), None)


def _until_told(hit: Hit) -> Clause:
    """Return the sentence up to the verb in Kazakh, which closes what it tells; up to the clause's end in Russian."""
    return replace(hit.clause, first=0, last=hit.clause.last if hit.clause.language == "ru" else hit.last)


def _towns(hit: Hit) -> list[Mention]:
    """Return the towns of the sentence, the last of which stands where one is or goes."""
    whole = _until_told(hit)
    found = [m for m in whole.mentions("place") if m.value.level in TOWNS and m.case in REACHED]
    marked = hit.clause.language == "ru" or any(m.case in ("loc", "dat") for m in found)
    return found if marked else []


def _draft(hit: Hit, said: str, start: int) -> Draft:
    tokens = hit.clause.sentence.tokens
    begin = min(start, tokens[hit.first].start)
    end = tokens[max(hit.last, hit.clause.last if start > begin else 0) - 1].end
    return Draft("Mission", {"status": said}, begin, end, hit.frame.name)


def _at(hit: Hit, said: str, town: Mention) -> Draft:
    draft = _draft(hit, said, town.start)
    say_place(draft, town.value)
    return draft
