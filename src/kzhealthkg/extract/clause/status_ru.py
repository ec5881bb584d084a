"""How far a Russian predicate says that its work has got.

A verb says it by its form (построят, строится, построен) and by a modal word with it (планируется
построить); a noun (строительство, ремонт, ввод) by the verb that carries it (ведётся, завершено).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.partly import in_part
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.predicate_ru import attributive, to_know, was_due, will_be
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Token

OF_TIME = frozenset(lexicon.words("extract.clause.status_ru", "of_time"))
DENYING = frozenset(lexicon.words("extract.clause.status_ru", "denying"))

FINITE = frozenset({"past", "pres", "fut", "perf"})
VERBAL = FINITE | {"inf", "part"}
GOING = re.compile(
    r"([ующяа]щ|[еио]м)(ий|ый|ая|яя|ее|ое|ие|ые|его|ого|ей|ой|ему|ому|им|ым|ем|ом|их|ых|ую|юю|ими|ыми)(ся)?$"
)
"""Participles of the present: строящийся, возводимый."""

TENSE = {"past": "completed", "perf": "completed", "pres": "underway", "fut": "planned"}
BY_PHASE = {
    "begin": {"completed": "underway", "underway": "underway", "planned": "planned"},
    "run": {"completed": "underway", "underway": "underway", "planned": "planned"},
    "go": {"completed": "completed", "underway": "underway", "planned": "planned"},
    "end": {"completed": "completed", "underway": "underway", "planned": "underway"},
    "plan": dict.fromkeys(("completed", "underway", "planned"), "planned"),
    "need": dict.fromkeys(("completed", "underway", "planned"), "needed"),
    "stop": dict.fromkeys(("completed", "underway", "planned"), "stopped"),
}


@cache
def imperfective() -> frozenset[str]:
    """Return the verbs of planning whose past says a plan that came to nothing: планировалось."""
    return frozenset(r["lemma"] for r in lexicon.table("phases") if r["note"] == "imperfective")


def carrying(clause: Clause) -> list[Token]:
    """Return the words of a clause that say how far a thing has got, those inside dates left out."""
    dated = {i for m in clause.mentions("date", "programme") for i in range(m.first, m.last)}
    found = [(i, clause.sentence.tokens[i]) for i in range(clause.first, clause.last) if i not in dated]
    found = [
        (i, t) for i, t in found if phase_of(t, "ru") in BY_PHASE and not (_describes(t) or _given_up(t) or _own(t))
    ]
    return [
        t
        for i, t in found
        if not (
            _of_time(clause, i)
            or was_due(clause, t)
            or _is_ready(clause, t)
            or _by_plan(t)
            or _against(clause, i)
            or (t.best.lemma in FAILING and "срок" in clause.words)  # сорвали сроки строительства
            or to_know(clause, t)
        )
    ]


def steps(hit: Hit) -> list[Token]:
    """Return the words of progress that hold for a cue: планируется завершить A и начать строительство B."""
    found = carrying(hit.clause)
    several = [t for t in found if t.best.form == "inf" and phase_of(t, "ru") in ("begin", "end")]
    if len({phase_of(t, "ru") for t in several}) > 1:
        start = hit.clause.sentence.tokens[hit.first].start
        own = next((t for t in reversed(several) if t.start <= start), several[0])
        found = [t for t in found if t is own or t not in several]
    return found


def _by_plan(token: Token) -> bool:
    """В соответствии с планом, по плану: what is done by a plan is not only planned."""
    return token.best.lemma == "план" and token.best.case in ("ins", "dat", "gen")


def _against(clause: Clause, at: int) -> bool:
    """38 тысяч при плане 92, 6 медсестёр при потребности 7: what a figure is held against plans and needs nothing."""
    return at > 0 and clause.sentence.tokens[at - 1].norm == "при"


def _is_ready(clause: Clause, token: Token) -> bool:
    """20 объектов уже готовы: what is ready is no plan, only who is ready to do something has one."""
    return token.best.lemma == "готовый" and not any(t.best.form == "inf" for t in clause.tokens)


def _describes(token: Token) -> bool:
    return token.best.form == "part" or attributive(token)


def _of_time(clause: Clause, at: int) -> bool:
    """В начале года, с начала, на завершение работ: no word of progress here."""
    token, before = clause.sentence.tokens[at], clause.sentence.tokens[at - 1].norm if at > clause.first else ""
    return phase_of(token, "ru") in ("begin", "end") and before in OF_TIME


def _own(token: Token) -> bool:
    """Дети с особыми потребностями: what they need is no lack of the thing told of."""
    return token.best.lemma == "потребность" and token.best.case == "ins"


def _given_up(token: Token) -> bool:
    return token.best.form == "past" and token.best.lemma in imperfective()


def verb_of(hit: Hit) -> Token | None:
    """Return the verb among the words of a cue, None where it is a noun's."""
    for token in hit.clause.sentence.tokens[hit.first : hit.last]:
        if form_of(token):
            return token
    return None


def form_of(token: Token) -> str:
    """Return the verb form of a cue's word, also where it is rather read as an adjective (открытая); "" for none."""
    if token.best.form in VERBAL or token.best.pos == "NOUN":
        return token.best.form
    return next((r.form for r in token.readings if r.form in VERBAL), "")


def work_status(hit: Hit) -> str:
    """Return the status that the predicate of a cue says, or "" where it says none."""
    verb = verb_of(hit)
    said = _of_noun(hit) if verb is None else _of_verb(hit, verb)
    if said == "completed" and in_part(hit.clause, hit.first, hit.last):
        return "underway"
    fixed: str = hit.frame.options.get("status", "")
    return fixed if fixed and said in ("completed", "underway") else said


def _of_verb(hit: Hit, verb: Token) -> str:
    clause = hit.clause
    if denied(clause, verb):
        return "stopped" if phase_of(verb, "ru") in ("begin", "end") else ""
    form = form_of(verb)
    if form == "inf":
        return _of_infinitive(clause, verb)
    if form == "part":
        return "underway" if GOING.search(verb.norm) else "completed"
    if form == "perf" and will_be(clause):
        return "planned"
    if form == "perf" and any(t.norm == "быть" for t in clause.tokens):
        return _of_infinitive(clause, verb)
    if form == "past" and hit.frame.options.get("present"):
        return ""  # здание проектировалось как больница
    if form == "past" and hit.frame.options.get("imperfective"):
        return "" if _who_built(hit) else "underway"
    return TENSE.get(form, "")


def _who_built(hit: Hit) -> bool:
    """Подрядчик, который строил поликлинику: whose work it was, told for another reason."""
    before = hit.clause.sentence.tokens[max(0, hit.clause.first - 1) : hit.first][:3]
    builder = any(is_lemma(t, "который") and any(r.case == "nom" for r in t.readings) for t in before)
    return builder and not hit.verb.best.lemma.endswith("ся")


def _of_infinitive(clause: Clause, verb: Token) -> str:
    """Планируется построить, начали строить, будут строить: by the word that takes the infinitive."""
    if will_be(clause):
        return "" if _will_not(clause) else "planned"
    if any(was_due(clause, t) for t in clause.tokens):
        return ""
    if managed(clause):
        return "completed"
    carriers = [t for t in carrying(clause) if t is not verb]
    carrier = min(carriers, key=lambda t: abs(t.start - verb.start), default=None)
    if carrier is None or denied(clause, carrier):
        return ""
    said = carried(clause, carrier)
    return "" if phase_of(carrier, "ru") in ("go", "end") else said


def _will_not(clause: Clause) -> bool:
    """Строить не будут: the future of быть denied, wherever it stands."""
    if "не" not in clause.words:
        return False
    return any(a.norm == "не" and b.best.lemma == "быть" and b.best.form == "fut" for a, b in pairwise(clause.tokens))


def managed(clause: Clause) -> bool:
    """Удалось построить, смогли провести: what somebody managed to do is done."""
    found = [t for t in clause.tokens if t.best.form == "past" and is_lemma(t, *MANAGING)]
    return bool(found) and not any(denied(clause, t) for t in found)


MANAGING = lexicon.words("extract.clause.status_ru", "managing")


def _of_noun(hit: Hit) -> str:
    clause = hit.clause
    inside = clause.sentence.tokens[hit.first : hit.last]
    carriers = [t for t in steps(hit) if t not in inside and not _of_other_work(hit, t)]
    phases = {phase_of(t, "ru") for t in carriers}
    if "plan" in phases and "end" in phases and _is_work(hit):
        return "underway"
    for phase in ("stop", "need", "plan"):
        if phase in phases:
            carrier = next(t for t in carriers if phase_of(t, "ru") == phase)
            return "" if phase == "need" and _needed_then(clause, carrier) else carried(clause, carrier)
    if start := _start(hit, carriers):
        return start
    finite = [t for t in carriers if t.best.form in FINITE]
    swing = any(phase_of(t, "ru") == "run" and t.best.pos == "NOUN" for t in carriers)  # в разгаре ремонт
    said = carried(clause, finite[0]) if finite else "underway" * (swing or _near_end(hit))
    return "underway" if said == "completed" and _stage(hit) else said


def _needed_then(clause: Clause, carrier: Token) -> bool:
    """Была потребность в открытии больницы: what was needed once, of no told time, is no need of today."""
    was = any(t.best.lemma == "быть" and t.best.form == "past" for t in clause.tokens)
    return was and carrier.best.pos == "NOUN" and "date" not in clause.named


def _start(hit: Hit, carriers: list[Token]) -> str:
    """Дан старт строительству A, состоялось начало работ: a noun of beginning right before the work, as its verb tells it."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    at = next((i for i in range(max(clause.first, hit.first - 2), hit.first) if tokens[i] in carriers), -1)
    if (
        at < 0
        or tokens[at].best.pos != "NOUN"
        or phase_of(tokens[at], "ru") != "begin"
        or tokens[at].best.case not in SAID
    ):
        return ""
    verb = next((t for t in clause.tokens if t.best.form in FINITE and t is not tokens[at]), None)
    if verb is None or denied(clause, verb):
        return ""
    return BY_PHASE["begin"]["planned" if will_be(clause) else TENSE[verb.best.form]]


SAID = frozenset({"nom", "acc"})


def _of_other_work(hit: Hit, carrier: Token) -> bool:
    """Строительство A, завершение ремонта B: the noun that ends or begins another work of the list."""
    tokens = hit.clause.sentence.tokens
    noun = carrier.best.pos == "NOUN" and phase_of(carrier, "ru") in ("begin", "end")
    first, last = sorted((hit.first, next(i for i, t in enumerate(tokens) if t is carrier))) if noun else (0, 0)
    return any(t.text == "," for t in tokens[first:last])


FAILING = frozenset(lexicon.words("extract.clause.status_ru", "failing"))
STAGES = lexicon.words("extract.clause.status_ru", "stages")


def _stage(hit: Hit) -> bool:
    """Завершён первый этап реконструкции: with a stage of it done, a work goes on."""
    before = hit.clause.sentence.tokens[max(hit.clause.first, hit.first - 2) : hit.first]
    return any(is_lemma(t, *STAGES) for t in before)


def _near_end(hit: Hit) -> bool:
    """Ремонт больницы – на завершающей стадии, вышел на финишную прямую: a last stage, and not that stage of the work itself."""
    tokens = hit.clause.sentence.tokens
    if STRETCHES.isdisjoint(hit.clause.words):
        return False
    pairs = [(i, tokens[i], tokens[i + 1]) for i in range(hit.clause.first, hit.clause.last - 1)]
    ending = (b for i, a, b in pairs if is_lemma(a, *STRETCHES) and phase_of(b, "ru") == "end" and i + 2 != hit.first)
    return any(b.best.case == "gen" for b in ending) or any(
        is_lemma(a, *CLOSING) and a.best.form not in FINITE and is_lemma(b, *STRETCHES) and i + 2 != hit.first
        for i, a, b in pairs
    )


CLOSING = lexicon.words("extract.clause.status_ru", "closing")
STRETCHES = frozenset(lexicon.words("extract.clause.status_ru", "stretches"))


def _is_work(hit: Hit) -> bool:
    """An opening that ends is nothing; a building or a repair that shall end goes on now."""
    return not hit.frame.options.get("moment")


def carried(clause: Clause, carrier: Token) -> str:
    """Return the status that a verb of progress gives to the work that it carries."""
    phase = phase_of(carrier, "ru")
    if denied(clause, carrier):
        return "stopped" if phase in ("begin", "end") else ""
    future = will_be(clause) and carrier.best.form in ("perf", "inf")
    tense = "planned" if future else TENSE.get(carrier.best.form, "completed")
    return BY_PHASE[phase][tense]


def denied(clause: Clause, verb: Token) -> bool:
    """Say whether "не" stands right before a verb or before its auxiliary."""
    tokens = clause.tokens
    at = next((i for i, t in enumerate(tokens) if t is verb), 0)
    before = [t for t in tokens[max(0, at - 2) : at] if t.best.lemma != "быть"]
    return (bool(before) and before[-1].norm in DENYING) or (at > 0 and tokens[at - 1].norm == "не")
