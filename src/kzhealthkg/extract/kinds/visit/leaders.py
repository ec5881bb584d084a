"""The one at the head of a party that goes on together: группа депутатов во главе с X …; сенаторы побывали …"""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import groups, words_before
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.agents import Agent, people_of
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Mention, Sentence

BACK = 4
PARTY = frozenset(lexicon.words("kinds.visit.leaders", "party"))
LEADING = frozenset(lexicon.words("kinds.visit.leaders", "leading"))
ON_LEFT = 3


def leader(clause: Clause, memory: Memory) -> list[Agent]:
    """Return who leads the party that is the clause's subject, where its sentence or those just before say so."""
    if not _is_party(clause):
        return []
    for back in range(clause.index, max(-1, clause.index - 1 - BACK), -1):
        sentence = memory.document.sentences[back]
        led = [g for g in groups(sentence) if _leads(sentence, g)]
        if led:
            return [Agent(a.person) for a in people_of(led[-1], memory, back)]
    return []


def _is_party(clause: Clause) -> bool:
    """Say whether the members of a delegation are the subject, be it of a clause before in the sentence."""
    sentence = clause.sentence
    if PARTY.isdisjoint(sentence.words):
        return False
    people = [m for m in sentence.mentions if m.type == "person" and m.case in ("nom", "") and m.first < clause.last]
    named = any(LEADING.isdisjoint(t.norm for t in sentence.tokens[m.last : m.last + 1]) for m in people)
    told = sentence.tokens[: clause.last]
    return not named and any(is_lemma(t, *PARTY) and t.best.case in ("nom", "") for t in told)


def _leads(sentence: Sentence, group: list[Mention]) -> bool:
    """Во главе с X; X бастаған: the words beside a name that put it at the head."""
    before = [t.norm for t in words_before(sentence, group, ON_LEFT)]
    behind = [t.norm for t in sentence.tokens[group[-1].last : group[-1].last + 1]]
    return not LEADING.isdisjoint({" ".join(before[-2:]), " ".join(before), *behind})
