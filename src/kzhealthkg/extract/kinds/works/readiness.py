"""How far a work has got: Нысанның дайындығы 70 %-ға жетті."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.standing import may_be
from kzhealthkg.extract.clause.stems import Stems, begun_in
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.portions import PART_OF_THEM
from kzhealthkg.extract.context.sole import sole_work
from kzhealthkg.extract.context.where import nearest_place, say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.drafts import AGAIN, say_name
from kzhealthkg.model import FacilityValue, Mention, Sentence


def _for_another(hit: Hit) -> bool:
    """Жүктілікке дайындықпен қамту, қысқа дайындық: what is made ready is no building."""
    before = hit.clause.sentence.tokens[hit.first - 1 : hit.first] if hit.first > hit.clause.first else ()
    measured = any(m.last == hit.first for m in hit.clause.mentions("percent"))  # 58 пайызға дайын
    aimed = not measured and any(t.best.case == "dat" and t.best.pos == "NOUN" for t in before)
    return hit.clause.language == "kk" and (hit.verb.best.case == "ins" or aimed)


def of_no_building(hit: Hit, percent: Mention) -> bool:
    """Вакцинация завершена на 80 %, құжаттардың 80 пайызы дайын: so much is done of a thing that is no building."""
    clause = hit.clause
    told = [i for i, t in enumerate(clause.tokens, clause.first) if t.norm.startswith(BUILT)]
    if told or clause.mentions("facility"):
        return clause.language == "ru" and _of_them(clause, percent)
    held = {i for m in clause.sentence.mentions for i in range(m.first, m.last)} | set(range(hit.first, hit.last))
    free = [clause.sentence.tokens[i] for i in range(clause.first, clause.last) if i not in held]
    return _of_them(clause, percent) or any(t.best.pos == "NOUN" and t.best.case in THINGS for t in free)


def _of_them(clause: Clause, percent: Mention) -> bool:
    """Выполнено 5 тысяч операций, из них 40 %: a share of what was counted."""
    return " ".join(t.norm for t in clause.sentence.tokens[max(0, percent.first - 2) : percent.first]) in PART_OF_THEM


BUILT = lexicon.words("kinds.works.readiness", "built")
THINGS = frozenset({"nom", "gen", "acc"})


def of_another_work(clause: Clause, memory: Memory) -> bool:
    """Идёт ремонт отделения. Выполнено 40 % объёма: progress of a repair that is no statement is none of a building."""
    sentences = memory.document.sentences
    near = (sentences[clause.index], sentences[max(0, clause.index - 1)])
    said = next(((mending, building) for s in near for mending, building in [_told_of(s)] if mending or building), None)
    latest = memory.last_draft("Works", within=3, sentence=clause.index)
    mended = latest is not None and latest.slots.get("workType") != "construction"
    return said == (True, False) and not mended


def _told_of(sentence: Sentence) -> tuple[bool, bool]:
    said = begun_in(sentence)
    return bool(said & MENDING.bit), bool(said & BUILDING.bit)


MENDING = Stems(lexicon.words("kinds.works.readiness", "mending"))
BUILDING = Stems(lexicon.words("kinds.works.readiness", "building"))


def readiness(hit: Hit, memory: Memory) -> list[Draft]:
    """Нысанның дайындығы 70 %-ға жетті: progress of the work named last."""
    clause = hit.clause
    percents = clause.mentions("percent")
    if not percents or _for_another(hit) or _of_the_rest(clause) or of_no_building(hit, percents[0]):
        return []
    named = [m for m in clause.mentions("facility") if not m.value.definite]
    latest = memory.last_draft("Works", within=3, sentence=clause.index) or sole_work(memory, clause.index)
    if not named and (of_another_work(clause, memory) or (latest is not None and _of_another_sort(clause, latest))):
        return []
    start = clause.sentence.tokens[clause.first].start
    draft = Draft("Works", dict(hit.frame.slots), start, clause.sentence.tokens[clause.last - 1].end, hit.frame.name)
    if latest is not None and not named:
        draft.slots.update({k: v for k, v in latest.slots.items() if k in AGAIN})
    elif not _say_facility(draft, clause, named, memory):
        return []
    roles.quantity(draft, "percent", percents[0])
    draft.say("status", _going(clause, None if named else latest) if draft.slots["percent"] < 100 else "completed")
    return [roles.finish(draft, clause, memory)]


def _of_the_rest(clause: Clause) -> bool:
    """Емхана салынды. Қалған нысан 90 пайызға дайын: the houses that are left are not the one told of."""
    return not REST.isdisjoint(clause.words) and any(
        a.norm in REST and b.norm.startswith(BUILT) for a, b in pairwise(clause.tokens)
    )


REST = frozenset(lexicon.words("kinds.works.readiness", "rest"))


def _of_another_sort(clause: Clause, latest: Draft) -> bool:
    """ФАП құрылысы басталды. Аурухананың корпусы 80 пайызға дайын: say whether a sort that the latest work is not is told of."""
    known = FacilityValue("", str(latest.slots.get("facilityType", "")))
    told = [m.value for m in clause.mentions("facility") if m.value.definite]
    return bool(known.type) and any(not may_be(value, known) for value in told)


def _going(clause: Clause, latest: Draft | None) -> str:
    """Құрылыс тоқтап қалды, нысанның 58 пайызы дайын: what has stopped goes on only where it is said to have begun again."""
    stopped = latest is not None and latest.slots.get("status") == "stopped"
    again = any(phase_of(t, clause.language) == "begin" for t in clause.sentence.tokens)
    return "stopped" if stopped and not again else "underway"


def _say_facility(draft: Draft, clause: Clause, named: list[Mention], memory: Memory) -> bool:
    """Say which facility is ready: the last one named, or the one spoken of; return whether there is one."""
    facility = memory.resolve(named[-1].value) if named else memory.spoken_of()
    if facility is None:
        return False
    say_name(draft, facility)
    near = nearest_place(clause, named[-1].first) if named else None
    say_place(draft, facility.place or near)
    return True
