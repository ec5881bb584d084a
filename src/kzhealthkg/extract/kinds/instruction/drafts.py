"""The draft of a task: who bids it, by when, and where."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import when
from kzhealthkg.extract.context.agents import Agent
from kzhealthkg.extract.context.holders import HEAD_OF_STATE, is_head_of_state
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.officials import in_office
from kzhealthkg.extract.context.regions import say_region
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.kinds.instruction.evident import only_wished
from kzhealthkg.extract.kinds.instruction.task_text import Task
from kzhealthkg.extract.kinds.instruction.within import within
from kzhealthkg.model import Sentence

NATIONAL = frozenset({"president", "prime-minister"})
BESIDE = 5
"""Letters from the verb to the day told right behind it, at most: поручила до 1 октября."""


def draft(hit: Hit, agent: Agent, what: Task, memory: Memory) -> Draft:
    """Return a task as the cue of bidding tells it."""
    clause = hit.clause
    tokens = clause.sentence.tokens
    draft = Draft(
        "Instruction", {"person": agent.person.name, "topic": what.text}, what.start, what.end, hit.frame.name
    )
    draft.wished = only_wished(hit)
    draft.cover(tokens[hit.first].start, tokens[hit.last - 1].end)
    if agent.said and agent.start >= tokens[clause.first].start:
        draft.cover(agent.start, agent.end)
    return _placed(draft, agent, clause, memory)


def _placed(draft: Draft, agent: Agent, clause: Clause, memory: Memory) -> Draft:
    _where(draft, clause, memory)
    due = next(
        (
            when.ahead(m.value)
            for m in clause.mentions("date")
            if m.value.role == "due" and m.start < draft.end + BESIDE
        ),
        "",
    )
    draft.say("due", due or within(clause, memory.document.article.date or ""))
    if not _national(agent, clause, memory):
        say_region(draft, clause, memory)
    _on_the_way(draft, memory)
    draft.sentence = clause.index
    return draft


def _national(agent: Agent, clause: Clause, memory: Memory) -> bool:
    """What a president bids before any place is named, where the article has no region or where no visit is told of, is bidden the whole country."""
    if is_head_of_state(agent.person.name) and not _on_the_spot(agent.person.name, clause, memory):
        return True
    told = memory.document.sentences[: clause.index + 1]
    told = told if memory.main_region else told[-1:]
    return in_office(agent.person.name, memory, NATIONAL) and not any(
        m.type == "place" for s in told for m in s.mentions
    )


def _on_the_spot(name: str, clause: Clause, memory: Memory) -> bool:
    """Облыста ауруханалар салуды тапсырды: say whether the task names an area, or the one who gives it is told of with a place."""
    own = clause.sentence
    if "place" in own.named or any(is_lemma(t, *AREAS) and not t.best.plural for t in own.tokens):
        return True
    told = memory.document.sentences[: clause.index]
    return any("place" in s.named and _tells_of(s, name) for s in told)


def _tells_of(sentence: Sentence, name: str) -> bool:
    """Say whether a sentence names a head of state or the office."""
    person = any(m.value.name == name for m in sentence.named.get("person", ()))
    return person or any(m.value.role == HEAD_OF_STATE for m in sentence.named.get("post", ()))


AREAS = lexicon.words("kinds.instruction.drafts", "areas")


def bidden(clause: Clause, agent: Agent, what: Task, memory: Memory) -> Draft:
    """Return a task that is told without a verb of bidding of its own."""
    slots = {"person": agent.person.name, "topic": what.text}
    return _placed(Draft("Instruction", slots, what.start, what.end, "instruction-bid"), agent, clause, memory)


def _where(draft: Draft, clause: Clause, memory: Memory) -> None:
    """A task for "the facility" belongs to the place of the visit told just before."""
    bare = [m for m in clause.mentions("facility") if m.value.definite]
    latest = memory.last_draft("Visit", within=1, sentence=clause.index)
    if bare and latest is not None:
        draft.take_over(latest, *LOCATED)


def _on_the_way(draft: Draft, memory: Memory) -> None:
    """What a visitor demands is said of the region visited."""
    if "region" not in draft.slots:
        same = [d for d in memory.drafts if d.kind == "Visit" and d.slots["person"] == draft.slots["person"]]
        draft.inherit("region", same[-1].slots.get("region") if same else "")
