"""The one at the head of a party that goes on together: группа депутатов во главе с X …; сенаторы побывали …"""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import groups, is_calling, words_before
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.agents import Agent, people_of
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Mention, Sentence, Token

BACK = 4
PARTY = frozenset(lexicon.words("kinds.visit.leaders", "party"))
LEADING = frozenset(lexicon.words("kinds.visit.leaders", "leading"))
ON_LEFT = 3


def leader(clause: Clause, memory: Memory) -> list[Agent]:
    """Return who leads the party that is the clause's subject, where its sentence or those just before say so."""
    if not _is_party(clause):
        return []
    if behind := _behind_dash(clause, memory) or _led_next(clause, memory):
        return behind
    for back in range(clause.index, max(-1, clause.index - 1 - BACK), -1):
        sentence = memory.document.sentences[back]
        led = [g for g in groups(sentence) if _leads(sentence, g)]
        if led:
            found = people_of(led[-1], memory, back)
            return found if back == clause.index else [Agent(a.person) for a in found]
    return []


def _behind_dash(clause: Clause, memory: Memory) -> list[Agent]:
    """Орталыққа қонақтар келді – министр X және ректор Y: the guests whom a dash names."""
    sign = clause.sentence.tokens[clause.last : clause.last + 1]
    if not sign or sign[0].text not in "–—":
        return []
    named = [g for g in groups(clause.sentence) if g[0].first > clause.last and g[-1].case in ("nom", "")]
    return [a for g in named for a in people_of(g, memory, clause.index) if a.said]


def _led_next(clause: Clause, memory: Memory) -> list[Agent]:
    """Делегация келді. Делегацияны X бастап келді: who is at the head, told in the sentence behind."""
    after = memory.document.sentences[clause.index + 1 : clause.index + 2]
    told = [s for s in after if any(is_lemma(t, *PARTY) and t.best.case == "acc" for t in s.tokens[:ON_LEFT])]
    led = [g for s in told for g in groups(s) if _leads(s, g)]
    return people_of(led[-1], memory, clause.index + 1) if led else []


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
    before = [t.norm for t in _without_callings(words_before(sentence, group, ON_LEFT + 1))][-ON_LEFT:]
    behind = [t.norm for t in sentence.tokens[group[-1].last : group[-1].last + 1]]
    return not LEADING.isdisjoint({" ".join(before[-2:]), " ".join(before), *behind})


def _without_callings(tokens: list[Token]) -> list[Token]:
    """Во главе с профессором X: what somebody is stands between the words of leading and the name."""
    last = len(tokens)
    while last and is_calling(tokens[last - 1]):
        last -= 1
    return tokens[:last]
