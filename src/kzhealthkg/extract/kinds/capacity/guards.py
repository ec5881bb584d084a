"""What a figure of beds or people is that is no facility's capacity: once so, only possible, of one department alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.participles import NOW
from kzhealthkg.extract.clause.prepositions import WITH
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause, forms, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import sizes
from kzhealthkg.extract.figures.own_rows import awaited
from kzhealthkg.model import FacilityValue, Mention

WERE = frozenset(lexicon.words("kinds.capacity.guards", "were"))


def once(hit: Hit) -> bool:
    """300 науқас қабылдады, 40 төсек болған: who was received once, or what there was, says nothing of how many can be."""
    form, options = hit.verb.best.form, hit.frame.options
    return (
        _denied(hit)
        or hit.clause.says(*FIRST)
        or not ACTUAL.isdisjoint(hit.clause.words)
        or (options.get("lasting") and not OVERRUN.isdisjoint(hit.clause.whole.words))
        or bool(
            (options.get("lasting") and (form in ("past", "perf") or _thing_had(hit)))
            or (options.get("done") and (form not in ("past", "perf") or hit.clause.says(*MORE)))
            or (options.get("describes") and not _at_once(hit) and (form != "part" or is_case(hit.verb, "acc")))
            or (
                form == "perf"
                and hit.verb.norm in WERE
                and hit.last >= hit.clause.last
                and "date" not in hit.clause.named
            )
        )
    )


def _at_once(hit: Hit) -> bool:
    """Бір мезетте 300 науқас емделе алады: what a house can do at one time, told by a word of ability."""
    able = hit.clause.sentence.tokens[hit.first : hit.clause.last]
    told = any(t.norm in CAN for t in able) and not AT_ONCE.isdisjoint(hit.clause.words)
    return told and not hit.verb.best.negative


AT_ONCE = frozenset(lexicon.words("kinds.capacity.guards", "at_once"))
CAN = frozenset(lexicon.words("kinds.capacity.guards", "can"))


def _denied(hit: Hit) -> bool:
    """Емхана 500 адамға арналмаған, поликлиника не рассчитана на 500 посещений: what a house is not meant for."""
    if hit.clause.language == "kk":
        return hit.verb.best.negative
    return hit.first > hit.clause.first and hit.clause.sentence.tokens[hit.first - 1].norm == "не"


OVERRUN = frozenset(lexicon.words("kinds.capacity.guards", "overrun"))
ACTUAL = frozenset(lexicon.words("kinds.capacity.guards", "actual"))
FIRST = lexicon.words("kinds.capacity.guards", "first")
MORE = lexicon.words("kinds.capacity.guards", "more")


def _thing_had(hit: Hit) -> bool:
    """412 бала оңалту қызметін алды: the noun of an action before what was had."""
    behind = hit.clause.sentence.tokens[hit.last : hit.clause.last]
    owned = bool(behind) and behind[0].best.pos == "NOUN" and behind[0].best.possessive
    owned = owned and not is_lemma(behind[0], *CHANCES)  # қабылдауға мүмкіндігі бар емхана салынды
    return hit.clause.language == "kk" and owned and bool(forms(behind[-1]) & {"past", "perf"})


CHANCES = lexicon.words("kinds.capacity.guards", "chances")


def auxiliary(hit: Hit) -> bool:
    """Бұрын келген болатын, врачи будут направлены: beside a verb of its own, being says nothing of how many there are."""
    behind = hit.clause.sentence.tokens[hit.last : min(hit.clause.last, hit.last + 2)]
    if hit.verb.best.lemma == "быть" and any("perf" in t.forms for t in behind):
        return True
    before = hit.clause.sentence.tokens[hit.first - 1 : hit.first] if hit.first > hit.clause.first else ()
    if hit.verb.norm == "болып" and any(t.best.case == "loc" for t in before):
        return True  # орталықтың бес дәрігері ауданда болып: where they were, not how many there are
    if is_case(hit.verb, "loc") and is_lemma(hit.verb, *REGISTER) and not hit.clause.says(*ATTACHED):
        return True  # 420 науқас тіркеуде тұр: whom a house keeps an eye on
    if hit.verb.best.lemma == "бар" and hit.verb.best.form in ("past", "perf", "conv"):
        return True  # үш дәрігер оқуға барды: they went
    return hit.verb.norm == "болатын" and any(t.best.form == "perf" and not t.best.case for t in before)


REGISTER = lexicon.words("kinds.capacity.guards", "register")
ATTACHED = lexicon.words("kinds.capacity.guards", "attached")


def by_means(hit: Hit) -> bool:
    """Екпемен 300 бала қамтылды, охватили прививками 300 детей: what people were given once is no house's round."""
    if not is_lemma(hit.verb, *COVERING):
        return False
    served = hit.clause.says(*SERVING)
    return not served and any(t.best.case == "ins" and t.best.pos == "NOUN" for t in hit.clause.tokens)


COVERING = lexicon.words("kinds.capacity.guards", "covering")
SERVING = lexicon.words("kinds.capacity.guards", "serving")


def no_longer(clause: Clause) -> bool:
    """Могла принимать 15 человек; 60-қа дейін көбейтілуі мүмкін: what was once so, or only may come to be."""
    tokens = clause.tokens
    if clause.language == "ru":
        return clause.says("мочь") and any(
            is_lemma(t, "мочь") and (t.best.form == "past" or _may_be(clause)) for t in tokens
        )
    if NO_LONGER.isdisjoint(clause.words):
        return False
    return any(
        (a.best.form == "part" and b.norm in WERE) or (a.best.possessive and b.norm in POSSIBLE)
        for a, b in pairwise(tokens)
    )


def _may_be(clause: Clause) -> bool:
    """Число коек может быть увеличено."""
    return any(is_lemma(a, "мочь") and b.norm == "быть" for a, b in pairwise(clause.tokens))


POSSIBLE = frozenset(lexicon.words("kinds.capacity.guards", "possible"))
NO_LONGER = WERE | POSSIBLE


def in_part(clause: Clause, number: Mention) -> bool:
    """Аурухананың хирургия бөлімшесінде 20 төсек бар: one department's beds are not all that a hospital has."""
    if clause.language == "ru":
        return False
    tokens, first = clause.sentence.tokens, max(clause.first, number.first - PART_REACH)
    if any(t.norm in SPECIAL for t in tokens[number.last : number.last + 1]):
        return True
    counted = {m.last for m in clause.mentions("number", last=number.first)}
    for at in range(number.first - 1, first - 1, -1):
        if _is_branch(clause, at):
            return True
        if tokens[at].text in LIST_ENDS or any(
            m.last == at + 1 for m in clause.mentions("facility", last=number.first)
        ):
            return False
        by_day = tokens[at].norm.startswith(INPATIENT) and tokens[at - 1].norm in BY_DAY
        part = by_day or is_lemma(tokens[at], *PARTS)
        if part and at not in counted and tokens[at].best.case in ("nom", "loc", "gen"):
            return not tokens[at - 1].norm.startswith(INPATIENT)
    return False


BRANCHES = lexicon.words("kinds.capacity.guards", "branches")


def _is_branch(clause: Clause, at: int) -> bool:
    """Филиалда 7 медбике бар: a branch without a name is no facility told of before."""
    bare = any(m.first == at and m.last == at + 1 for m in clause.mentions("facility"))
    return bare and is_lemma(clause.sentence.tokens[at], *BRANCHES)


INPATIENT = lexicon.words("kinds.capacity.guards", "inpatient")
"""A polyclinic's inpatient department holds all the beds it has."""
PARTS = lexicon.words("kinds.capacity.guards", "parts")
BY_DAY = frozenset(lexicon.words("kinds.capacity.guards", "by_day"))
SPECIAL = frozenset(lexicon.words("kinds.capacity.guards", "special"))
PART_REACH = 6
"""Words from a department to its beds, at most."""
LIST_ENDS = frozenset(",;:–—")


def risen(clause: Clause, number: Mention, memory: Memory) -> Mention:
    """135-тен 160-қа дейін көбейді, с 80 до 120: how many there were is taken too, and how many there are is no bound."""
    if clause.language == "ru":
        return _risen_ru(clause, number, memory)
    origins = [m for m in clause.mentions("number", last=number.first) if m.case == "abl" and m.last == number.first]
    if not origins or number.case != "dat":
        return number
    memory.used.update(m.start for m in origins)
    return replace(number, value=replace(number.value, bound="")) if number.value.bound == "atMost" else number


def _risen_ru(clause: Clause, number: Mention, memory: Memory) -> Mention:
    """Число коек выросло с 80 до 120: "до" ends a change, and bounds nothing."""
    tokens = clause.sentence.tokens
    before = [m for m in clause.mentions("number", last=number.first) if m.first > clause.first]
    origin = next((m for m in before[-1:] if tokens[m.first - 1].norm in WITH), None)
    if (
        "до" not in (tokens[number.first].norm, tokens[number.first - 1].norm)
        or (origin is None and not clause.says(*GROWN))
        or (origin is not None and number.first - origin.last > TO)
    ):
        return number
    if origin is not None:
        memory.used.add(origin.start)
    return replace(number, value=replace(number.value, bound=""))


GROWN = lexicon.words("kinds.capacity.guards", "grown")
TO = 2
"""Words between the figures of a change, at most: с 80 (коек) до 120."""


def gone(clause: Clause) -> bool:
    """В советское время работала больница на 300 коек, роддом на 20 коек закрыли: what a house held that is no more."""
    if clause.says(*CLOSED) and any(is_lemma(t, *CLOSED) and ENDED & t.forms for t in clause.tokens):
        return True
    return clause.whole.opens(TIMES_PAST) and not clause.whole.says(*STANDING)


def moved(clause: Clause) -> bool:
    """Прикреплённых к A (N человек) передали в B: those whom another house takes over are no measure of either."""
    return clause.language == "ru" and clause.whole.says(*MOVES)


MOVES = lexicon.words("kinds.capacity.guards", "moves")
ENDED = frozenset({"past", "perf", "conv"})
STANDING = lexicon.words("kinds.capacity.guards", "standing")
TIMES_PAST = Stems(lexicon.words("kinds.capacity.guards", "times_past"))
CLOSED = lexicon.words("kinds.capacity.guards", "closed")


def earlier(clause: Clause) -> bool:
    """Ранее работало отделение на 27 коек; бұрын 50 орындық еді: what there was before, and not what is there now."""
    if EARLIER.isdisjoint(clause.words) and POINTING.isdisjoint(clause.words):
        return False
    if clause.language == "ru":
        return any(t.norm in EARLIER for t in clause.tokens)
    first = next((m.first for m in clause.mentions("number")), clause.first)
    before = clause.sentence.tokens[clause.first : first]
    pointed = any(a.norm in POINTING and b.norm == "дейін" for a, b in pairwise(before))
    dated = {m.last - 1 for m in clause.mentions("date")}  # үш жыл бұрын
    return pointed or any(t.norm in EARLIER and clause.first + i not in dated for i, t in enumerate(before))


EARLIER = frozenset(lexicon.words("kinds.capacity.guards", "earlier"))
POINTING = frozenset(lexicon.words("kinds.capacity.guards", "pointing"))


def of_another(hit: Hit, at: int) -> bool:
    """100 орынға арналған жатақхана болады: say whether what is for so many is the noun behind, not the subject."""
    between = hit.clause.sentence.tokens[at + 1 : hit.first]
    return len(between) > 1 and between[0].norm.startswith(sizes.SIZED)


def is_goal(hit: Hit, at: int) -> bool:
    """Say whether the counted noun, or an action on it, stands in the dative before the cue."""
    words = hit.clause.sentence.tokens[at : hit.first]
    if hit.first - at > 5:
        return False
    return any(r.case == "dat" for t in words for r in t.readings)


def of_stock(clause: Clause, facility: FacilityValue) -> bool:
    """В городе действует 9 больниц на 1,8 тысячи коек: what all of them hold together is the capacity of none."""
    several = facility.count is not None and facility.count.value > 1
    return several and clause.language == "ru" and (clause.says(*STOCK) or "works" not in clause.cues)


STOCK = lexicon.words("kinds.capacity.guards", "stock")


CAME = frozenset(lexicon.words("kinds.capacity.guards", "came"))


def at_work(hit: Hit, memory: Memory) -> bool:
    """Say whether a verb of work tells whom a facility has: no aim, no empty post, no guests for a week."""
    clause = hit.clause
    if clause.language == "ru":
        return hit.verb.best.form != "inf"  # пришли работать 4 врача
    if hit.verb.best.form == "past" and _came(clause):
        memory.used |= {m.start for m in clause.mentions("number")}
        return False  # шетелден келген 5 дәрігер бір апта жұмыс істеді
    if clause.language == "kk" and any(_hired_right_before(clause, m) for m in clause.mentions("number")):
        return False
    aim = "inf" in forms(hit.verb) and not hit.verb.norm.endswith(NOW)  # еңбек етуде
    return not (aim or clause.says("бос"))  # 5 дәрігердің орны бос тұр: nobody is there


def _hired_right_before(clause: Clause, number: Mention) -> bool:
    """Ауданға тартылған үш дәрігер емханада жұмыс істейді: some of the staff, those who have come."""
    before = clause.sentence.tokens[number.first - 1] if number.first > clause.first else None
    return before is not None and (before.norm in HIRED or awaited(clause, number))


HIRED = frozenset(lexicon.words("kinds.capacity.guards", "hired"))


def _came(clause: Clause) -> bool:
    """Say whether staff are told of who have come from elsewhere."""
    return any(t.norm in CAME for t in clause.tokens)


def several(facility: Mention | None) -> bool:
    """700 емханаға 19 млн адам тіркелген: what is told of several facilities together is of none of them."""
    count = facility.value.count if facility is not None else None
    return count is not None and count.value > 1
