"""What the words before have told of those that a Russian clause counts: of which illness they died, which diagnosis it was."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures

DEAD = lexicon.words("extract.figures.pointing_ru", "dead")
POINTERS = lexicon.words("extract.figures.pointing_ru", "pointers")
KINDS_OF_ILLNESS = frozenset({"rate", "diagnosis", "finding", "illness"})
CAUSED = " от "


def of_cause(measure: str, clause: Clause, memory: Memory) -> str:
    """302 случая рака, 87 человек умерли: who died is counted with the illness told before, "" where it cannot be named."""
    if not measure.startswith(DEAD) or CAUSED in measure:
        return measure
    case = next((d for d in memory.recent(1, clause.index) if d.rule.startswith(CASES)), None)
    before = clause.sentence.tokens[: clause.first]
    if case is None:
        return "" if any(is_lemma(t, *measures.of_sort("event", "ru")) for t in before) else measure
    dead, _, people = measure.partition(" ")
    owner = _owner(case, memory)
    return f"{dead} от {owner} {people}" if owner else ""


CASES = "indicator-case"


def _owner(case: Draft, memory: Memory) -> str:
    """Return the illness of cases in the genitive, as the words that close their evidence have it."""
    sentence, words = memory.document.sentences[case.sentence], str(case.slots["measure"]).split()
    told = [t.norm for t in sentence.tokens if case.start <= t.start < case.end][-len(words) :]
    alike = len(told) == len(words) and all(a[:STEM] == b[:STEM].lower() for a, b in zip(told, words, strict=True))
    return " ".join(told) if alike else ""


STEM = 3


def points_back(clause: Clause) -> bool:
    """Такой диагноз поставлен 83 женщинам, эти заболевания выявлены у 300: which illness is meant the clause does not tell."""
    tokens = clause.sentence.tokens
    if clause.language != "ru" or not clause.says(*POINTERS):
        return False
    return any(is_lemma(tokens[i], *POINTERS) and _is_illness(clause, i) for i in range(clause.first, clause.last - 1))


def _is_illness(clause: Clause, pointer: int) -> bool:
    """Этим заболеванием, not: благодаря этому выживаемость."""
    first, noun = clause.sentence.tokens[pointer : pointer + 2]
    agreed = {r.case for r in first.readings} & {r.case for r in noun.readings}
    return bool(agreed) and not KINDS_OF_ILLNESS.isdisjoint(measures.sorts(clause, pointer + 1))
