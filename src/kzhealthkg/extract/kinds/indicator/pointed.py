"""This illness, аталған дерт: a measure that points back gets the name of the illness spoken of last."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.counted_about import POINTING
from kzhealthkg.morph import readings
from kzhealthkg.morph.endings import inflected

ILLNESS = frozenset(lexicon.words("kinds.indicator.pointed", "illness"))
GENERAL = frozenset(lexicon.words("kinds.indicator.pointed", "general"))
NEAR = 3
"""Sentences between an illness and what points back to it, at most."""


def named(clause: Clause, drafts: list[Draft], memory: Memory) -> None:
    """Name the illness in the measures of a clause that only point to it."""
    if clause.language != "kk" or POINTING.isdisjoint(clause.sentence.words):
        return
    shown = {b.norm for a, b in pairwise(clause.sentence.tokens) if a.norm in POINTING}
    for draft in drafts:
        words = [w for w in str(draft.slots["measure"]).split() if w.casefold() not in POINTING]
        at = next((i for i, word in enumerate(words) if word.casefold() in shown), None)
        case = _case(words[at]) if at is not None else ""
        if at is not None and case and (illness := _before(clause, draft, memory)):
            said = inflected(illness[0], case, owned=illness[1])
            draft.slots["measure"] = " ".join([*words[:at], said, *words[at + 1 :]])


def _case(word: str) -> str:
    """Return the case in which a word for any illness stands, "" for other words."""
    return next((r.case for r in readings(word.casefold(), "kk") if r.lemma in ILLNESS and not r.possessive), "")


def _before(clause: Clause, draft: Draft, memory: Memory) -> tuple[str, bool] | None:
    """Return the illness named last before a draft, and whether its name ends in a possessive."""
    told = memory.document.sentences
    near = dict.fromkeys([clause.index, *range(clause.index - 1, max(-1, clause.index - NEAR - 1), -1), 0])
    for index in near:
        whole = Clause(told[index], index, 0, len(told[index].tokens), "kk")
        heads = [i for i, t in enumerate(whole.tokens) if t.end <= draft.start or index < clause.index]
        found = [i for i in heads if _is_illness(whole, i)]
        if len({whole.tokens[i].best.lemma for i in found}) > 1:
            return None  # тұмау мен пневмония: which of them is meant cannot be told
        for ill in found[-1:]:
            name = measures.text(whole, phrase(whole, ill).first, ill + 1)
            return name if name[1:2].isupper() else name[:1].lower() + name[1:], bool(whole.tokens[ill].best.possessive)
    return None


def _is_illness(clause: Clause, at: int) -> bool:
    ill = measures.sorts(clause, at) & {"rate", "diagnosis", "illness"}
    return bool(ill) and not any(r.lemma in GENERAL for r in clause.sentence.tokens[at].readings)
