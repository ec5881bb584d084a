"""What was begun and has ended since: строительство началось в 2022 году, сегодня больница открыта; былтыр басталды, енді ол берілді."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import hits
from kzhealthkg.extract.clause.phases import phases_of
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.dates import say_dates
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Token

BUILDING = lexicon.words("kinds.works.since_ended", "building")
NOT = frozenset(lexicon.words("kinds.works.since_ended", "not"))
TOLD = frozenset({"date"})
OBJECT = frozenset({"nom", "acc"})


def since_ended(clause: Clause, memory: Memory) -> None:
    """End the work whose beginning was told just before, where a clause says so of it and names nothing else.

    What was said to go on is only planned where it has not been begun: к работам ещё не приступили.
    """
    latest = memory.last_draft("Works", within=1, sentence=clause.index)
    if latest is None or latest.slots.get("status") != "underway" or latest.slots.get("count", 1) != 1:
        return
    if _serves(clause, latest) and _begun(latest, memory):
        latest.drop("date", "due", "percent")
        latest.slots["status"] = "completed"
    there = {"place"} if _was_being_built(latest, clause) else set()
    if not clause.tokens or not TOLD.union(there, _itself(clause)).issuperset(clause.named):
        return
    if _not_begun(clause) and "percent" not in latest.slots:
        latest.slots["status"] = "planned"
    elif _ends(clause) and (_begun(latest, memory) or _was_being_built(latest, clause)):
        _end(latest, clause, memory)


def _itself(clause: Clause) -> set[str]:
    """Сейчас объект полностью готов: a word for the house told of names no other one."""
    named = clause.named.get("facility", ())
    return {"facility"} if all(m.value.definite and not (m.value.name or m.value.plural) for m in named) else set()


def not_yet(clause: Clause, latest: Draft, found: str) -> str:
    """Строительство начнётся в октябре. Его завершат в 2026 году: what is yet to begin is planned, its end as well."""
    planned = found == "underway" and latest.slots.get("status") == "planned"
    return "planned" if planned and "end" in phases_of(clause.tokens, clause.language) else found


def _serves(clause: Clause, latest: Draft) -> bool:
    """Теперь в ней принимают пациентов, қазір мұнда науқас қабылданады: in a house that people come to nothing is being built."""
    if SERVING.isdisjoint(clause.words) or latest.slots["workType"] != "construction":
        return False
    verb = next((t for t in clause.tokens if is_lemma(t, *SERVING) and t.best.form == "pres"), None)
    if verb is None or clause.says(*NOT) or verb.best.negative:
        return False
    if not all(m.value.definite and not m.value.name for m in clause.mentions("facility")):
        return False
    norms = [t.norm for t in clause.tokens]
    inside = any(f"{a} {b}" in THERE for a, b in pairwise(norms)) or not THERE.isdisjoint(norms)
    return ALREADY in norms or inside


SERVING = frozenset(lexicon.words("kinds.works.since_ended", "serving"))
THERE = frozenset(lexicon.words("kinds.works.since_ended", "there"))
ALREADY = "уже"


def _end(draft: Draft, clause: Clause, memory: Memory) -> None:
    draft.drop("date", "due")
    draft.slots["status"] = "completed"
    if "date" in clause.named and not clause.says(READY):
        say_dates(draft, clause, memory, completion=False)
    draft.cover(clause.tokens[0].start, clause.tokens[-1].end)


def _begun(draft: Draft, memory: Memory) -> bool:
    sentence = memory.document.sentences[draft.sentence]
    return "begin" in phases_of(sentence.tokens, sentence.language or memory.language)


def _was_being_built(draft: Draft, clause: Clause) -> bool:
    """Больница строилась десять лет и наконец открылась: what went on ends in the same sentence."""
    return draft.rule == BEING_BUILT and draft.sentence == clause.index


BEING_BUILT = "works-build-ru"


def _not_begun(clause: Clause) -> bool:
    """К работам ещё не приступили, құрылыс әлі басталған жоқ."""
    phases = phases_of(clause.tokens, clause.language)
    if "begin" not in phases or "end" in phases:
        return False
    at = phases.index("begin")
    denied = any(t.norm in NOT or t.best.negative for t in clause.tokens[max(0, at - 1) : at + 2])
    return denied and all(is_lemma(n, *BUILDING, *WORK) for n in _nouns(clause, set()))


WORK = lexicon.words("kinds.works.since_ended", "work")


def _ends(clause: Clause) -> bool:
    """Say whether a predicate of opening or ending stands in a clause with no subject or object of another kind."""
    found = hits("works", clause) if "works" in clause.cues else []
    done = [h for h in found if not h.verb.best.negative and any(_done(clause, i) for i in range(h.first, h.last))]
    if not done or "plan" in phases_of([t for t in clause.tokens if not is_lemma(t, READY)], clause.language):
        return False
    cued = {i for h in found if not h.frame.options.get("readiness") for i in range(h.first, h.last)}
    return all(is_lemma(noun, *BUILDING) for noun in _nouns(clause, cued))


def _done(clause: Clause, at: int) -> bool:
    token = clause.sentence.tokens[at]
    if is_lemma(token, READY):
        behind = clause.sentence.tokens[at + 1 : at + 2]
        return token.norm in SHORT and not any(t.best.pos == "ADP" for t in behind) and not clause.says(*NOT, "быть")
    return bool(clause.sentence.tokens[at].best.form) and status(clause, at) == "completed"


READY = "готовый"
SHORT = frozenset(lexicon.words("kinds.works.since_ended", "short"))


def _nouns(clause: Clause, cued: set[int]) -> list[Token]:
    """Return the subjects and objects of a clause, but for cues, dates and what stands behind a preposition."""
    held = cued | {i for m in clause.mentions("date") for i in range(m.first, m.last)}
    tokens = clause.sentence.tokens
    held |= {i + 1 for i in range(clause.first, clause.last) if tokens[i].best.pos == "ADP"}
    rest = (tokens[i] for i in range(clause.first, clause.last) if i not in held)
    nouns = (t for t in rest if t.best.pos in ("NOUN", "PROPN"))
    if clause.language == "kk":
        return [t for t in nouns if t.best.case in OBJECT]
    return [t for t in nouns if any(r.case in OBJECT for r in t.readings)]
