"""Works on a building that points back to its facility: ғимараттың құрылысы …, оның ашылуы …"""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.asides import part_word
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.standing import may_be, placed
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.clause.themes import other_subject
from kzhealthkg.extract.context.elsewhere import left
from kzhealthkg.extract.context.events import attributive
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.drafts import again, work_draft
from kzhealthkg.extract.kinds.works.sites import own_place, stands_at
from kzhealthkg.extract.kinds.works.stages import is_stage
from kzhealthkg.model import FacilityValue, Mention, Token

PRONOUNS = frozenset(lexicon.words("kinds.works.pointed", "pronouns"))
FORMER = frozenset(lexicon.words("kinds.works.pointed", "former"))


def of_no_house(hit: Hit, memory: Memory) -> bool:
    """Бәйге ашылды: a cue whose sentence names no facility, and that neither takes up a work nor points back to a house."""
    clause = hit.clause
    if "facility" in clause.sentence.named or memory.told_any("Works"):
        return False
    if hit.frame.options.get("equip") or hit.frame.slots["workType"] == "repair" or _of_it(hit):
        return False
    return clause.tokens[0].norm not in PRONOUNS and part_word(clause, clause.first, hit.last) is None


def pointed(hit: Hit, found: str, memory: Memory) -> list[Draft]:
    """Ғимараттың құрылысы …: a building word points back to the facility named before."""
    if attributive(hit) or left(memory.document, hit.clause.index, hit.clause.language):
        return []  # ол кеңейтілген отырыста айтты: what a participle describes stands behind it
    if any(m.value.count is not None for m in hit.clause.mentions("facility", last=hit.first)):
        return []  # оның 12 нысанында жұмыс аяқталды
    part = part_word(hit.clause, hit.clause.first, hit.last)
    if part is None and (told := _by_pronoun(hit, found, memory)) is not None:
        return [told]
    near = beside(hit, memory)
    if part is None and near is not None and (_of_it(hit) or hit.clause.tokens[0].norm in PRONOUNS):
        return [work_draft(hit, _span(hit.clause, hit.first, near), near, near.place, found, memory)]
    facility = near or memory.spoken_of()
    return _of_building(hit, part, facility, found, memory) if part is not None and facility is not None else []


def _of_building(hit: Hit, part: tuple[int, str], facility: FacilityValue, found: str, memory: Memory) -> list[Draft]:
    """Return the work on a building whose word stands at the token that ``part`` tells, with its type of work."""
    at, work_type = part
    mention = _span(hit.clause, at, facility)
    if _of_none(hit, at) or _of_others(hit.clause, at, facility) or (at < hit.first and other_subject(hit, mention)):
        return []
    own = own_place(hit.clause, replace(mention, value=FacilityValue("")))
    if own is not None and facility.place is not None and own.name != facility.place.name:
        there = stands_at(own, hit, memory)
        return [again(hit, mention, there, found, memory)] if there is not None else []
    if _elsewhere(hit.clause, at, facility) or _of_repair(hit, facility, found, memory) or _fete(hit, facility, memory):
        return []
    if work_type == "extension" and is_stage(hit, facility, found, memory):
        return []
    draft = work_draft(hit, mention, facility, facility.place, found, memory)
    draft.say("workType", work_type if hit.frame.slots["workType"] == "construction" else "")
    return [draft]


def _of_none(hit: Hit, at: int) -> bool:
    """Say whether a building word is of several houses, of one that was, or of another than that named before."""
    several = hit.clause.sentence.tokens[at].best.plural or _of_several(hit.clause, at)
    return bool(several) or _is_former(hit.clause, at) or _storeyed(hit, at)


def _of_others(clause: Clause, at: int, facility: FacilityValue) -> bool:
    """Емхана мен диспансерді қосатын корпус: a building told by other facilities is not of that named before."""
    named = [m for m in clause.mentions("facility", last=at) if m.value.type not in ("", "medical-facility")]
    return bool(named) and not any(may_be(m.value, facility) for m in named)


def _is_former(clause: Clause, at: int) -> bool:
    """Бұрынғы ғимарат, [оның] бұрынғы ғимараты салынған: say whether a building word is of a house that was."""
    best = clause.sentence.tokens[at].best
    return (best.possessive is False or best.case == "nom") and any(t.norm in FORMER for t in _two_before(clause, at))


def _by_pronoun(hit: Hit, found: str, memory: Memory) -> Draft | None:
    """Ол келесі жылы ашылады: the work told just before, where a pronoun opens the clause; None where none does."""
    latest = memory.last_draft("Works", within=1, sentence=hit.clause.index)
    token = hit.clause.tokens[0]
    if latest is None or token.norm not in PRONOUNS:
        return None
    pointer = Mention("facility", hit.clause.first, hit.clause.first + 1, token.start, token.end, None, "nom")
    return again(hit, pointer, latest, found, memory)


REPAIRED = 4
"""Sentences within which the building work of a repair is told."""


def _of_repair(hit: Hit, facility: FacilityValue, found: str, memory: Memory) -> bool:
    """Аурухана жөнделуде. … Ғимараттың құрылысы кестемен жүруде: the building work of a repair is that repair."""
    if hit.frame.name != "works-construction-noun" or found != "underway":
        return False
    near = (d.slots for d in memory.recent(REPAIRED, hit.clause.index) if d.kind == "Works")
    going = (s for s in near if s.get("workType") in ("repair", "reconstruction") and s.get("status") == found)
    return any(
        s.get("facilityType", "") in ("", facility.type) and s.get("facility", "") in ("", facility.name) for s in going
    )


def _fete(hit: Hit, facility: FacilityValue, memory: Memory) -> bool:
    """Орталыққа қосымша ғимарат салынды. … Ғимараттың ашылу салтанаты өтті: the part just told of is what opens."""
    near = (d for d in memory.recent(REPAIRED, hit.clause.index) if d.kind == "Works")
    added = any(d.slots["workType"] == "extension" and d.slots.get("facility") == facility.name for d in near)
    return bool(hit.frame.options.get("event")) and added


def _of_it(hit: Hit) -> bool:
    """Емханаға M бөлініп, құрылысы басталды: "its construction" opens a clause."""
    return hit.first == hit.clause.first and hit.frame.name == "works-construction-noun" and hit.verb.best.possessive


def _span(clause: Clause, at: int, facility: FacilityValue) -> Mention:
    """Return the word that points to a facility as a mention of it."""
    token = clause.sentence.tokens[at]
    return Mention("facility", at, at + 1, token.start, token.end, facility, "gen")


def beside(hit: Hit, memory: Memory) -> FacilityValue | None:
    """Return the one facility that a sentence has named before a clause: №2 ауруханаға M бөлініп, бөлімі жөнделуде."""
    named = [m for m in hit.clause.mentions("facility", first=0, last=hit.clause.first) if not m.value.plural]
    one = len(named) == 1 and named[0].value.count is None
    return memory.resolve(placed(hit.clause.sentence, named[0])) if one else None


def _elsewhere(clause: Clause, at: int, facility: FacilityValue) -> bool:
    """A және B аудандарында бөлімшенің ғимараты салынды: in districts other than that of the facility named before."""
    where = facility.place
    said = [m.value for m in clause.mentions("place", last=at) if m.value.level == "district" and m.case == "loc"]
    return where is not None and bool(said) and all(d.name not in (where.name, where.district) for d in said)


def _storeyed(hit: Hit, at: int) -> bool:
    """Емхана жөнделді. Бес қабатты корпус жаңғыртылады: a building told by its storeys is not the one just repaired."""
    before = hit.clause.sentence.tokens[max(hit.clause.first, at - 2) : at]
    return any(t.norm.startswith(STOREYS) for t in before) and hit.frame.slots["workType"] != "construction"


STOREYS = lexicon.words("kinds.works.pointed", "storeys")


def _of_several(clause: Clause, at: int) -> bool:
    """60 нысан салынып, 20 ғимарат жөнделді: buildings counted beside facilities are of none that was named."""
    counted = any(m.last == at for m in clause.mentions("number"))
    return counted and any(m.type == "facility" and m.value.count is not None for m in clause.sentence.mentions)


def _two_before(clause: Clause, at: int) -> tuple[Token, ...]:
    """Return the two words before a token."""
    return clause.sentence.tokens[max(clause.first, at - 2) : at]
