"""Who is on a visit: the subject, whose visit it is, and those that come along."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.groups import groups, words_of
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.status_ru import form_of
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.agents import Agent, agents, described, gives_way, people_of
from kzhealthkg.extract.context.events import reported
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.mission_words import group
from kzhealthkg.extract.kinds.visit.companions import companions, present
from kzhealthkg.extract.kinds.visit.leaders import leader
from kzhealthkg.extract.kinds.visit.told_of_ru import told_of
from kzhealthkg.extract.kinds.visit.whose import travellers

PRONOUNS = frozenset(lexicon.words("kinds.visit.visitors", "pronouns"))


def _is_patient(hit: Hit, agent: Agent) -> bool:
    """Науқас X ауруханаға барды: who is treated is no visitor."""
    known = group("patient", hit.clause.language)
    if hit.clause.sentence.words.isdisjoint(known):
        return False
    before = [t for t in hit.clause.sentence.tokens if agent.said and t.end <= agent.start][-1:]
    return any(is_lemma(t, *known) for t in before)


def visitors(hit: Hit, memory: Memory) -> list[Agent]:
    """Return who a cue of a visit says was there, and those who came along."""
    if hit.frame.options.get("active") and form_of(hit.verb) in ("perf", "inf"):
        return []  # было открыто: nobody is said to have done it
    if hit.frame.options.get("presence"):
        return present(hit.clause, memory)
    if was_reported(hit):
        return _reported_of(hit, memory)
    travelled = travellers(hit, memory) if hit.frame.options.get("noun") else None
    if travelled is not None:
        return [*travelled, *companions(hit.clause, memory, travelled)] if travelled else []
    own = _who_went(hit, memory)
    found = [a for a in own if not (_is_patient(hit, a) or gives_way(hit.clause, a, hit.first))]
    if hit.frame.options.get("named") and not any(a.said for a in found) and not _pronoun(hit):
        return []
    return found + companions(hit.clause, memory, found)


def _who_went(hit: Hit, memory: Memory) -> list[Agent]:
    """Return whom the participle describes, whose visit it is, who leads it, or the subject; else those who went together."""
    clause, options = hit.clause, hit.frame.options
    joined = options.get("along") and clause.language == "kk"  # онымен бірге X келді
    at = clause.last - 1 if options.get("noun") else hit.last - 1 if joined else hit.first
    return (
        described(clause, memory, hit.last, far=bool(options.get("along")))
        or told_of(hit, memory)
        or _whose(hit, memory)
        or leader(clause, memory)
        or agents(clause, memory, at, passive=bool(options.get("passive")))
        or _of_sentence(hit, memory)
        or _together(hit, memory)
    )


def was_reported(hit: Hit) -> bool:
    """Министрдің емхананы аралағанын хабарлады: a visit that somebody tells of as done."""
    return hit.clause.language == "kk" and reported(hit) and status(hit.clause, hit.last - 1) == "completed"


def _reported_of(hit: Hit, memory: Memory) -> list[Agent]:
    """Return who was there by somebody's report: the genitive before the participle, else the subject named last."""
    clause = hit.clause
    before = [g for g in groups(clause.sentence) if clause.first <= g[0].first and g[-1].last <= hit.first]
    owners = [g for g in before if g[-1].case == "gen" and g[-1].type == "person"]
    others = any(t.best.case == "gen" and not t.words.isdisjoint(words_of("stranger", "kk")) for t in clause.tokens)
    own = [] if others else agents(clause, memory, hit.first)
    found = people_of(owners[-1], memory, clause.index) if owners else own
    return [a for a in found if a.said and not (_is_patient(hit, a) or gives_way(clause, a, hit.first))]


def _whose(hit: Hit, memory: Memory) -> list[Agent]:
    """Визит министра X в больницу оставил впечатление, впечатление у X: the visit is that of the genitive."""
    if not hit.frame.options.get("whose"):
        return []
    clause = hit.clause
    owners = [g for g in groups(clause.sentence) if clause.first <= g[0].first and g[-1].last <= clause.last]
    found = [g for g in owners if g[-1].case == "gen" and g[-1].type == "person"]
    return people_of(found[0], memory, clause.index) if found else []


def _together(hit: Hit, memory: Memory) -> list[Agent]:
    """Төраға X және басшы Y-мен … болды: where nobody else acts, those in the instrumental were there together."""
    found = companions(hit.clause.whole, memory, []) if hit.clause.language == "kk" else []
    return found if len(found) > 1 and found[0].end < hit.verb.start else []


def _pronoun(hit: Hit) -> bool:
    """Затем он поехал в больницу: the one spoken of before."""
    return any(t.norm in PRONOUNS for t in hit.clause.tokens)


def _of_sentence(hit: Hit, memory: Memory) -> list[Agent]:
    """В ходе посещения больницы …, X поручил: the subject of the sentence was there."""
    whole = hit.clause.whole
    return agents(whole, memory, whole.last - 1) if hit.frame.options.get("noun") else []
