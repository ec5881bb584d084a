"""Who signs an agreement: the subjects, those who do it for a side, those in the instrumental of a passive verb."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.groups import groups
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.agents import Agent, agents, people_of
from kzhealthkg.extract.context.memory import Memory

MADE = lexicon.words("kinds.documents.signers", "made")


def signatories(hit: Hit, memory: Memory) -> list[Agent]:
    """Return the people whom the sentence names as signing: those in the nominative, not whose visit it is."""
    nominal = any(r.case == "acc" and r.form in ("perf", "part") for r in hit.verb.readings)
    if nominal or (hit.verb.best.case == "acc" and is_lemma(hit.verb, *MADE)):
        return []  # X келісім жасалғанын айтты: who tells of it
    said = [a for a in agents(hit.clause, memory, hit.first) if a.said and not _tells(hit, a)]
    cases = {m.end: m.case for m in hit.clause.sentence.mentions if m.type in ("person", "post")}
    if said and all(cases.get(a.end) == "gen" for a in said):
        own = [g for g in groups(hit.clause.sentence) if g[-1].last <= hit.first and g[-1].case in ("nom", "")]
        said = people_of(own[-1], memory, hit.clause.index) if own else []
    return _of_each_side(hit, memory) or said or _by_ru(hit, memory)


def _by_ru(hit: Hit, memory: Memory) -> list[Agent]:
    """Меморандум подписан министром X и акимом Y: those in the instrumental behind a passive verb."""
    if hit.clause.language != "ru" or hit.verb.best.form != "perf":
        return []
    behind = [g for g in groups(hit.clause.sentence) if g[0].first >= hit.last and g[-1].case == "ins"]
    near = [g for g in behind if not any(t.text == "," for t in hit.clause.sentence.tokens[hit.last : g[0].first])]
    return people_of(near[0], memory, hit.clause.index) if near else []


def _of_each_side(hit: Hit, memory: Memory) -> list[Agent]:
    """Орталық атынан X, серіктес тарапынан Y қол қойды: everybody who signs for a side."""
    sentence = hit.clause.sentence
    if ON_BEHALF.isdisjoint(sentence.words):
        return []
    reach = hit.first if hit.clause.language == "kk" else len(sentence.tokens)
    own = [g for g in groups(sentence) if g[-1].last <= reach and g[-1].case in ("nom", "")]
    found = [a for g in own for a in people_of(g, memory, hit.clause.index)]
    return found if len(found) > 1 else []


ON_BEHALF = frozenset(lexicon.words("kinds.documents.signers", "on_behalf"))


def _tells(hit: Hit, agent: Agent) -> bool:
    """X сообщил, что договоры заключены: who tells of it."""
    between = [t for t in hit.clause.sentence.tokens[: hit.first] if t.start >= agent.end]
    return hit.clause.language == "ru" and any(t.norm in THAT for t in between)


THAT = frozenset(lexicon.words("kinds.documents.signers", "that"))


def bodies_of(people: list[Agent]) -> list[str]:
    """Return the bodies that those who sign stand for."""
    found = [p.organization for a in people for p in a.person.posts[:1] if p.organization]
    return list(dict.fromkeys(found))
