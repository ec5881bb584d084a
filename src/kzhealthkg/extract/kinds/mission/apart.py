"""What a cue of care tells beside a team on site that the team does not do: who is on a staff, hired, or helped with money."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.mission_words import told_of
from kzhealthkg.extract.kinds.mission.specialists import specialists_at
from kzhealthkg.extract.kinds.mission.teams import counted, guests
from kzhealthkg.model import Mention


def apart(hit: Hit, memory: Memory) -> bool:
    """Say whether a cue is of something else than what those who came to the people do."""
    return _of_staff(hit) or _of_means(hit) or _of_department(hit) or _of_residents(hit, memory) or _yearly(hit, memory)


def _of_staff(hit: Hit) -> bool:
    """В штате 38 врачей, на работу приняли 90 врачей: whom a house has, or has taken on."""
    near = hit.clause.sentence.tokens[max(0, hit.first - HIRED) : hit.last + HIRED]
    taken = is_lemma(hit.verb, *TAKING) and any(specialists_at(hit.clause, m) for m in _behind(hit))
    if taken and hit.clause.mentions("facility", "organization", last=hit.first):
        return True  # больница примет ещё 20 врачей
    journey = hit.frame.options.get("travel")  # поезд начал работу в A
    return hit.clause.says(*STAFF) or (not journey and any(t.norm in WORK for t in near))


def _behind(hit: Hit) -> list[Mention]:
    """Return the figure right behind a verb."""
    return [m for m in hit.clause.mentions("number", first=hit.last) if m.first - hit.last < HIRED]


TAKING = lexicon.words("kinds.mission.apart", "taking")
HIRED = 2
"""Words between a verb of taking and the work taken on, at most."""
STAFF = lexicon.words("kinds.mission.apart", "staff")
WORK = frozenset(lexicon.words("kinds.mission.apart", "work"))


def _of_means(hit: Hit) -> bool:
    """Материальную помощь получили 130 жителей, заңгерлік көмек көрсетілді: help that is none of doctors."""
    return hit.clause.says(*MEANS)


MEANS = lexicon.words("kinds.mission.apart", "means")


def _of_department(hit: Hit) -> bool:
    """Қабылдау бөлімінде 20 науқас тіркелді: a noun of the cue that names a department."""
    behind = hit.clause.sentence.tokens[hit.last : hit.last + 1]
    return hit.clause.language == "kk" and "inf" in hit.verb.forms and any(is_lemma(t, *DEPARTMENTS) for t in behind)


DEPARTMENTS = lexicon.words("kinds.mission.apart", "departments")


def _of_residents(hit: Hit, memory: Memory) -> bool:
    """В амбулатории приём будут вести два терапевта, в Текели 12 врачей принимают: doctors newly counted in a place of their own."""
    clause = hit.clause
    if clause.language != "ru" or not hit.frame.options.get("treat") or _figures(clause) != {"count"}:
        return False
    if any(t.best.form == "past" for t in clause.tokens) or guests(clause) or told_of(clause.index, memory, "team"):
        return False
    latest = memory.last_draft("Mission", within=FAR, sentence=clause.index)
    known = str(latest.slots.get("place", "")) if latest is not None else ""
    towns = [m for m in clause.mentions("place") if m.case in ("loc", "locadj") and m.value.name != known]
    return bool(towns) or any(m.case == "loc" for m in clause.mentions("facility"))


FAR = 6


def _figures(clause: Clause) -> set[str]:
    """Return the slots that the figures of a clause fill."""
    return {counted(clause, number, teaching=False) for number in clause.mentions("number")} - {""}


def _yearly(hit: Hit, memory: Memory) -> bool:
    """Бөлімше ашылды. Биыл 340 адам емделді: a figure of a year that no team stands beside."""
    at, dates = hit.clause.index, [m for m in hit.clause.mentions("date") if len(m.value.edtf) == YEAR]
    if not dates or not hit.frame.options.get("treated") or guests(hit.clause):
        return False
    return not any(told_of(i, memory, "team") for i in (at, at - 1) if i >= 0)


YEAR = 4
