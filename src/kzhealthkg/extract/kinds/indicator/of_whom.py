"""Who died or fell ill where only the words around tell of what: a bare measure is not of all who did."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.stems import Stems, begun_in
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.measured_before import topic_before

BEFALLEN = frozenset(lexicon.words("kinds.indicator.of_whom", "befallen"))
PEOPLE = frozenset(lexicon.words("kinds.indicator.of_whom", "people"))
PLAIN = frozenset(lexicon.words("kinds.indicator.of_whom", "plain"))
LONE = frozenset(lexicon.words("kinds.indicator.of_whom", "lone"))
RATES = lexicon.words("kinds.indicator.of_whom", "rates")
BARE = BEFALLEN | PEOPLE | PLAIN
NARROWING = Stems(lexicon.words("kinds.indicator.of_whom", "narrowing"))
NEAR = 2
"""Sentences before, and at the top, in which it is told of what people died."""


def without_all(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Растёт младенческая смертность. Зафиксировано 47 смертей: return the drafts that are of as many as they say."""
    drafts = [d for d in drafts if not _of_cause(clause, d) and str(d.slots["measure"]).lower() not in LONE]
    return [d for d in drafts if not _is_bare(str(d.slots["measure"])) or _kept(clause, d, memory)]


def _of_cause(clause: Clause, draft: Draft) -> bool:
    """Причины смертности: пороки – 30%; өлім себептерінің 35 пайызы: a share of causes that does not say so."""
    if draft.slots.get("unit") != "%" or "change" in draft.slots or CAUSES.isdisjoint(clause.sentence.words):
        return False
    words = str(draft.slots["measure"]).lower().split()
    return not any(word.startswith(CAUSING) for word in words)


CAUSES = frozenset(lexicon.words("kinds.indicator.of_whom", "causes"))
CAUSING = lexicon.words("kinds.indicator.of_whom", "causing")


def _is_bare(measure: str) -> bool:
    """Умершие люди, число смертей, қайтыс болған адам: say whether a measure tells neither of what nor of whom."""
    words = measure.lower().split()
    return not BEFALLEN.isdisjoint(words) and BARE.issuperset(words)


def _kept(clause: Clause, draft: Draft, memory: Memory) -> bool:
    """Say whether a bare measure may stand, having given it the one that the sentence before names."""
    topic = topic_before(clause, memory)
    if " " in topic and any(word.startswith(RATES) for word in topic.lower().split()):
        if not PEOPLE.isdisjoint(str(draft.slots["measure"]).lower().split()):
            return False
        draft.slots["measure"] = topic
        return True
    told, at = memory.document.sentences, clause.index
    near = (*told[:NEAR], *told[max(0, at - NEAR) : at + 1])
    return not any(begun_in(s) & NARROWING.bit for s in near)
