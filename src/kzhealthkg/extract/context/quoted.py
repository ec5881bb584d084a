"""Who says a clause: behind the quotation (деді X), before "деп" or "что", or at the end of the paragraph."""

from __future__ import annotations

from functools import cache

from kzhealthkg.extract.clause.groups import groups, words_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.agents import Agent, agents, people_of
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Sentence, Token
from kzhealthkg.text.quotation import DASHES, OPEN, SPEECH

QUOTED = frozenset({"деп", "деді", "дейді"})
REACH = 6
COLON = ":"
OPENING = frozenset((*OPEN, SPEECH))


def speaker(clause: Clause, memory: Memory, at: int) -> list[Agent]:
    """Return who says what ends before token ``at``; [] where nobody is known to."""
    return (
        _behind(clause, memory, at)
        or _around(clause, memory, at)
        or _announcer(clause, memory, at)
        or _ahead(clause, memory, at)
        or _of_paragraph(clause, memory)
    )


def told_by_anybody(clause: Clause, memory: Memory) -> bool:
    """Say whether anybody may say a clause: where no word of saying stands in its sentence, a whole paragraph is theirs."""
    if memory.speakers[clause.index]:
        return True
    words = memory.document.sentences[clause.index].words
    return COLON in words or not _saying(clause.language).isdisjoint(words)


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
        if not sentence.words.isdisjoint(verbs):
            return False
    return False


def _behind(clause: Clause, memory: Memory, at: int) -> list[Agent]:
    """«…», – деді X; …, отметил X."""
    sentence = _whole(clause, memory)
    verbs, tokens = words_of("say", clause.language), sentence.tokens
    if verbs.isdisjoint(sentence.words) and "деп" not in sentence.words:
        return []
    reach = range(at, len(tokens))
    said = next((i for i in reach if is_lemma(tokens[i], *verbs) or _behind_dep(tokens, i)), None)
    if said is None:
        return []
    found = [g for g in groups(sentence) if g[0].first >= said and g[-1].case in ("nom", "")]
    return people_of(found[0], memory, clause.index) if found else []


def _behind_dep(tokens: tuple[Token, ...], at: int) -> bool:
    """…, – деп тапсырды, деп талап етті: whatever verb stands behind "деп" says what stands before."""
    return tokens[at].best.form == "past" and any(t.norm == "деп" for t in tokens[max(0, at - 2) : at])


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


def _ahead(clause: Clause, memory: Memory, at: int) -> list[Agent]:
    """X потребовал: «…»: who is named before a finished verb and the colon."""
    sentence = _whole(clause, memory)
    tokens = sentence.tokens
    colons = [
        i for i in range(1, min(at, len(tokens) - 1)) if tokens[i].text == COLON and tokens[i + 1].text in OPENING
    ]
    if not colons or tokens[colons[-1] - 1].best.form != "past":
        return []
    found = [g for g in groups(sentence) if g[-1].last <= colons[-1] and g[-1].case in ("nom", "")]
    return people_of(found[-1], memory, clause.index) if found else []


def _of_paragraph(clause: Clause, memory: Memory) -> list[Agent]:
    """A paragraph of direct speech belongs to the one whom its last sentence names."""
    name = memory.speakers[clause.index]
    mentions = (m for s in memory.document.sentences for m in s.mentions if m.type == "person")
    found = next((m.value for m in mentions if name and m.value.name == name), None)
    return [Agent(found)] if found is not None else []
