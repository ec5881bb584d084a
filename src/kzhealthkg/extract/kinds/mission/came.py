"""A mission without figures of those seen to have come: guests, a crew or counted specialists who see people in a named place."""

from __future__ import annotations

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.mission_words import group
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.mission.specialists import specialists, specialists_at
from kzhealthkg.extract.kinds.mission.staff_words import is_staff
from kzhealthkg.extract.kinds.mission.teams import counted, guests
from kzhealthkg.model import Mention

AMBULANCE = lexicon.words("kinds.mission.came", "ambulance")
SEEN = frozenset(lexicon.words("kinds.mission.came", "seen"))
COUNTRY = frozenset(lexicon.words("kinds.mission.came", "country"))
ROVING = frozenset(lexicon.words("kinds.mission.came", "roving"))
TEAMS = frozenset(lexicon.words("kinds.mission.came", "teams"))
OBLAST = lexicon.words("kinds.mission.came", "oblast")
MEDICAL = lexicon.words("kinds.mission.came", "medical")
CAPITAL = frozenset(lexicon.words("kinds.mission.came", "of_capital"))
WHERE = frozenset({"place", "facility"})
OFFICERS = frozenset({"post", "person"})
YEAR = 4
STEM = 4
"""Letters that an adjective of origin shares with its town."""


def may_come(clause: Clause) -> bool:
    """Say whether a clause names where those who came may be at work."""
    return not WHERE.isdisjoint(clause.sentence.named)


def seen_at(clause: Clause, found: list[list[Hit]]) -> bool:
    """Say whether a clause alone shows that those who act have come: counted, a crew, or of houses of the country."""
    if not _reached(clause.whole):
        return False
    done = any(status(clause, hit.last - 1) == "completed" for hits in found for hit in hits)
    return is_crew(_whole(clause)) or of_country(clause) or (done and counted_team(clause))


def sees(hit: Hit, draft: Draft, said: str) -> bool:
    """Столичные врачи провели консультации в Жаркенте, көшпелі бригада Жаркентте халықты тексерді."""
    placed = not draft.slots.keys().isdisjoint(("place", "district", "facility"))
    return placed and may_see(hit, said) and not at_home(hit.clause, draft)


def may_see(hit: Hit, said: str) -> bool:
    """Say whether those whom a clause tells of have come to see people, if it is not where they work."""
    clause = hit.clause
    if hit.frame.options.get("treated") or said == "needed" or not _people(hit) or clause.says(*AMBULANCE):
        return False
    whole = _whole(clause)
    if (guests(clause) or of_country(clause)) and acting(whole):
        return True
    if _operates(hit) and not roves(whole):
        return False
    if not OFFICERS.isdisjoint(whole.named):
        return False  # министр көшпелі кешенді қарап, тұрғындарды қабылдады
    return is_crew(whole) or (said == "completed" and counted_team(clause))


def _whole(clause: Clause) -> Clause:
    return clause.whole if clause.language == "kk" else clause


def _reached(clause: Clause) -> list[Mention]:
    """Return the towns and districts in which a clause says that something is done."""
    named = clause.mentions("place")
    return [m for m in named if m.case == "loc" and m.value.level in (*SETTLEMENTS, "district")]


def of_country(clause: Clause) -> bool:
    """Специалисты республиканских центров, республикалық клиника мамандары: staff of houses that serve the country."""
    if COUNTRY.isdisjoint(clause.whole.words):
        return False
    tokens = clause.sentence.tokens
    found = (i for i, t in enumerate(tokens) if is_lemma(t, *COUNTRY))
    return any(is_staff(t, clause.language) for i in found for t in tokens[max(0, i - 2) : i + 4])


def _operates(hit: Hit) -> bool:
    tokens = hit.clause.sentence.tokens[hit.first : hit.last]
    return any(is_lemma(t, *group("operation", hit.clause.language)) for t in tokens)


def _people(hit: Hit) -> bool:
    """Say whether a cue names what is held for people, or its clause whom they see."""
    clause = hit.clause
    if hit.last - hit.first > 1:
        return True
    known = SEEN | group("patient", clause.language)
    return any(
        not known.isdisjoint(t.words) and any(r.case not in ("nom", "") for r in t.readings) for t in clause.tokens
    )


def acting(clause: Clause) -> bool:
    """Say whether specialists act, also those by whom something is held."""
    by_them = (t for t in clause.tokens if t.best.case == "ins" and is_staff(t, clause.language))
    return specialists(clause) or (clause.language == "ru" and any(by_them)) or is_crew(clause)


def is_crew(clause: Clause) -> bool:
    """Выездная бригада, группа врачей, хирургтер тобы: a crew that acts."""
    if roves(clause):
        return True
    held = group("crew", clause.language) | TEAMS
    tokens = clause.tokens if not held.isdisjoint(clause.words) else ()
    crews = (i for i, t in enumerate(tokens) if t.best.case in ("nom", "", "ins") and is_lemma(t, *held))
    near = (t for i in crews for t in tokens[max(0, i - 2) : i + 3])
    return any(is_staff(t, clause.language) or is_lemma(t, *MEDICAL) for t in near)


def roves(clause: Clause) -> bool:
    """Көшпелі, мобильная, десант: a crew whose very word says that it goes out to people."""
    if ROVING.isdisjoint(clause.words):
        return False
    return any(is_lemma(t, *ROVING) and any(r.case in ("nom", "", "ins") for r in t.readings) for t in clause.tokens)


def counted_team(clause: Clause) -> bool:
    """12 маман Жаркентте …: so many specialists act in a town that the clause names, in no whole year."""
    whole = _whole(clause)
    if "number" not in clause.sentence.named or any(len(m.value.edtf) == YEAR for m in whole.mentions("date")):
        return False
    numbers = whole.mentions("number") if _reached(whole) and "facility" not in whole.named else ()
    return any(counted(whole, n, teaching=False) == "count" and specialists_at(whole, n) for n in numbers)


def at_home(clause: Clause, draft: Draft) -> bool:
    """Столичные врачи в Астане, доктора областной больницы в центре области: those who are told by the town they work in."""
    place = str(draft.slots.get("place", "")).lower()
    if place == "астана" and not CAPITAL.isdisjoint(clause.whole.words):
        return True
    if _abroad(clause):
        return True
    of_oblast = str(draft.slots.get("organization", "")).lower().startswith(OBLAST)
    if of_oblast and gazetteer.sure_city(str(draft.slots.get("placeCode", ""))):
        return True
    known = group("guest", clause.language)
    return bool(place) and any(w in known and w[:STEM] == place[:STEM] for w in clause.whole.words)


def _abroad(clause: Clause) -> bool:
    """Ресейлік дәрігерлер Мәскеуде …: in a town abroad only those from here have come."""
    home = group("home", clause.language)
    there = any(m.value.level == "foreign" and m.case == "loc" for m in clause.mentions("place"))
    return there and not clause.whole.says(*home)
