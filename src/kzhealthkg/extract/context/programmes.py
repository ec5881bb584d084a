"""Programmes that are not named again: those of what a sentence takes up, and "the project" spoken of before."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory

NOUNS = lexicon.words("extract.context.programmes", "nouns")


def taken_programme(clause: Clause, memory: Memory) -> str:
    """Return the programme of what is taken up: that of the last statements, or of the sentences just before."""
    if clause.index - memory.programme_sentence <= TAKEN_REACH:
        return memory.programme
    return next((str(d.slots["programme"]) for d in memory.recent(1, clause.index) if "programme" in d.slots), "")


TAKEN_REACH = 2


POINTING = frozenset(lexicon.words("extract.context.programmes", "pointing"))
WITHIN = frozenset(lexicon.words("extract.context.programmes", "within"))


def same_programme(clause: Clause, memory: Memory) -> bool:
    """Say whether words mean the programme spoken of before: жоба аясында …, осы ұлттық жобаның шеңберінде …"""
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        return _this_project(clause) and _just_named(clause, memory)
    within = () if WITHIN.isdisjoint(clause.sentence.words) else enumerate(tokens)
    at = next((i for i, t in within if t.norm in WITHIN and i), 0)
    if not at or not is_lemma(tokens[at - 1], *NOUNS):
        return False
    first = at - 1
    while first and tokens[first - 1].norm in POINTING:
        first -= 1
    opening = first == 0 or tokens[first - 1].text in "-–—•«,"
    national = tokens[first].norm in NATIONAL or tokens[max(first, at - 2)].norm in NATIONAL
    return opening and (national or _just_named(clause, memory))


def outside(clause: Clause) -> bool:
    """Жоба шеңберінен тыс, вне рамок программы: what is told is no part of a programme, though it is named."""
    if OUT.isdisjoint(clause.sentence.words):
        return False
    tokens, russian = clause.sentence.tokens, clause.language == "ru"
    at = [i for i, t in enumerate(tokens) if t.norm in OUT]
    beside = (tokens[i + 1 : i + 4] if russian else tokens[max(0, i - 1) : i] for i in at)
    return any(is_lemma(t, *(FRAMES if russian else BOUNDS)) for near in beside for t in near)


OUT = frozenset(lexicon.words("extract.context.programmes", "out"))
FRAMES = lexicon.words("extract.context.programmes", "frames")
BOUNDS = lexicon.words("extract.context.programmes", "bounds")


def _this_project(clause: Clause) -> bool:
    """В рамках этого проекта, по данной программе: the programme that the sentences before named."""
    if PROJECTS.isdisjoint(clause.sentence.words) or THIS.isdisjoint(clause.sentence.words):
        return False
    pairs = pairwise(clause.sentence.tokens)
    return any(is_lemma(a, *THIS) and is_lemma(b, *PROJECTS) for a, b in pairs)


THIS = frozenset(lexicon.words("extract.context.programmes", "this"))
PROJECTS = frozenset(lexicon.words("extract.context.programmes", "projects"))


def _just_named(clause: Clause, memory: Memory) -> bool:
    """Say whether one of the sentences just before names a programme, so that a bare "project" is no other."""
    before = memory.document.sentences[max(0, clause.index - JUST) : clause.index]
    return any(m.type == "programme" for s in before for m in s.mentions)


NATIONAL = frozenset(lexicon.words("extract.context.programmes", "national"))
JUST = 3
