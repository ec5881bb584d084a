"""Works for which money was just given: емхана құрылысына M бөлінді, жұмыстар басталды."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.standing import placed
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.drafts import work_draft
from kzhealthkg.model import Mention

WORK = frozenset(lexicon.words("kinds.works.funded", "work"))
BESIDE = frozenset(lexicon.words("kinds.works.funded", "beside"))
DONE = frozenset({"begin", "go", "run", "end"})
OTHER = frozenset({"facility", "money", "number", "place"})


def funded(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the work that a clause without a facility says has begun, where money was just given for it."""
    told = memory.last_draft("Funding", within=1, sentence=clause.index)
    at = _carried_on(clause) if told is not None else 0
    if told is None or not at or "purpose" not in told.slots:
        return []
    if any(d.kind == "Works" for d in memory.recent(1, clause.index)):
        return []
    before = _told_in(told, clause, memory)
    named = before.mentions("facility")
    cue = next((h for h in hits("works", before) if named and h.first >= named[0].last), None)
    found = status(clause, at)
    if cue is None or not found or len(named) != 1 or named[0].value.plural or named[0].value.count is not None:
        return []
    return [_draft(cue, clause, at, named[0], found, memory)]


def _carried_on(clause: Clause) -> int:
    """Return the verb of a clause that tells of nothing but works that begin, go on or end; 0 for no such clause."""
    tokens = clause.sentence.tokens
    if WORK.isdisjoint(clause.words) or not OTHER.isdisjoint(clause.named):
        return 0
    dated = {i for m in clause.mentions("date") for i in range(m.first, m.last)}
    own = [i for i in range(clause.first, clause.last) if i not in dated and tokens[i].norm not in WORK]
    nouns = [tokens[i] for i in own if tokens[i].best.pos in ("NOUN", "PROPN") and not tokens[i].best.form]
    verbs = [i for i in own if phase_of(tokens[i], "kk") in DONE and tokens[i].best.form]
    other = [i for i in own if tokens[i].best.form == "inf" and i + 1 < clause.last and tokens[i + 1].norm in WORK]
    about = all(is_lemma(t, *BESIDE) for t in [*nouns, *(tokens[i] for i in other)])
    return verbs[0] if verbs and about else 0


def paid_since(latest: Draft | None, index: int, memory: Memory) -> bool:
    """A салынды. B құрылысына M бөлінді. Нысан …: money told since for a work elsewhere is what is spoken of."""
    told = memory.last_draft("Funding", within=1, sentence=index) if latest is not None else None
    if latest is None or told is None or told.sentence <= latest.sentence or "purpose" not in told.slots:
        return False
    return "place" in told.slots and told.slots["place"] != latest.slots.get("place", told.slots["place"])


def _told_in(told: Draft, clause: Clause, memory: Memory) -> Clause:
    """Return the words that tell what money was given for: those before a clause, or the sentence before it."""
    sentence = memory.document.sentences[told.sentence]
    last = clause.first if told.sentence == clause.index else len(sentence.tokens)
    return Clause(sentence, told.sentence, 0, last, clause.language)


def _draft(cue: Hit, clause: Clause, at: int, named: Mention, found: str, memory: Memory) -> Draft:
    """Return the work that ``cue`` names, as the clause tells it from token ``at`` on."""
    facility = memory.resolve(placed(cue.clause.sentence, named))
    token = clause.tokens[0]
    mention = Mention("facility", clause.first, clause.first + 1, token.start, token.end, facility, "nom")
    hit = replace(cue, clause=clause, first=at, last=at + 1, verb=clause.sentence.tokens[at])
    return work_draft(hit, mention, facility, facility.place, found, memory)
