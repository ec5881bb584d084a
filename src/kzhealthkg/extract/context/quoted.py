"""Who says a clause: behind the quotation (деді X), before "деп" or "что", or at the end of the paragraph."""

from __future__ import annotations

from functools import cache

from kzhealthkg.extract.clause.groups import groups, words_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.agents import Agent, agents, people_of
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Sentence
from kzhealthkg.text.quotation import DASHES

QUOTED = frozenset({"деп", "деді", "дейді"})
REACH = 6


def speaker(clause: Clause, memory: Memory, at: int) -> list[Agent]:
    """Return who says what ends before token ``at``; [] where nobody is known to."""
    return (
        _behind(clause, memory, at)
        or _around(clause, memory, at)
        or _announcer(clause, memory, at)
        or _of_paragraph(clause, memory)
    )


def told_by_anybody(clause: Clause, memory: Memory) -> bool:
    """Say whether anybody may say a clause: where no word of saying stands in its sentence, a whole paragraph is theirs."""
    return bool(memory.speakers[clause.index]) or not _saying(clause.language).isdisjoint(_whole(clause, memory).words)


@cache
def _saying(language: str) -> frozenset[str]:
    return words_of("say", language) | QUOTED


def _whole(clause: Clause, memory: Memory) -> Sentence:
    """Return the sentence of a clause with the words of who says it, which the clause itself knows nothing of."""
    return memory.document.sentences[clause.index]


def in_speech(clause: Clause, memory: Memory) -> bool:
    """Say whether a clause lies in direct speech that a dash opens: – Президент …. … тапсырды. …, – деді X."""
    verbs = words_of("say", clause.language)
    for back in range(clause.index, -1, -1):
        sentence = memory.document.sentences[back]
        if sentence.paragraph != clause.sentence.paragraph:
            return False
        if sentence.tokens[0].text in DASHES:
            return True
        if any(is_lemma(t, *verbs) for t in sentence.tokens):
            return False
    return False


def _behind(clause: Clause, memory: Memory, at: int) -> list[Agent]:
    """«…», – деді X; …, отметил X."""
    sentence = _whole(clause, memory)
    verbs, tokens = words_of("say", clause.language), sentence.tokens
    said = next((i for i in range(at, len(tokens)) if is_lemma(tokens[i], *verbs)), None)
    if said is None:
        return []
    found = [g for g in groups(sentence) if g[0].first >= said and g[-1].case in ("nom", "")]
    return people_of(found[0], memory, clause.index) if found else []


def _around(clause: Clause, memory: Memory, at: int) -> list[Agent]:
    """X … керек деп атап өтті; X: «…», – деді."""
    tokens = _whole(clause, memory).tokens
    near = [t.norm for t in tokens[at : at + 4] if t.text[0].isalnum()]
    if clause.language == "ru" or QUOTED.isdisjoint(near[:1]):
        return []
    return agents(clause.whole, memory, at)


def _announcer(clause: Clause, memory: Memory, at: int) -> list[Agent]:
    """X отметил, что …"""
    tokens = clause.sentence.tokens[:at]
    if clause.language != "ru" or not any(t.norm == "что" for t in tokens[-REACH:]):
        return []
    if not any(is_lemma(t, *words_of("say", "ru")) for t in tokens):
        return []
    found = [g for g in groups(clause.sentence) if g[-1].last <= at and g[-1].case in ("nom", "")]
    return people_of(found[-1], memory, clause.index) if found else []


def _of_paragraph(clause: Clause, memory: Memory) -> list[Agent]:
    """A paragraph of direct speech belongs to the one whom its last sentence names."""
    name = memory.speakers[clause.index]
    mentions = (m for s in memory.document.sentences for m in s.mentions if m.type == "person")
    found = next((m.value for m in mentions if name and m.value.name == name), None)
    return [Agent(found)] if found is not None else []
