"""Works whose facility the sentence leaves out: Жөндеу жұмыстары үш айда жүргізілді. Соңғы үлгідегі аппараттармен жабдықталған."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.standing import may_be
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.elsewhere import left
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.drafts import work_draft
from kzhealthkg.model import FacilityValue, Mention

NEAR, FAR = 1, 3
"""Sentences back to the facility that repairs, and equipment, may be said of."""
MENDING = frozenset({"repair", "reconstruction", "conversion"})
"""Works that "the repairs" said just after them are no other than."""
PLAIN = frozenset(lexicon.words("kinds.works.elided", "plain"))


def elided(hit: Hit, found: str, memory: Memory) -> list[Draft]:
    """Return the work on the facility spoken of just before, where the sentence names none."""
    clause = hit.clause
    if any(m.type == "facility" for m in clause.sentence.mentions) or _of_thing(clause, memory):
        return []
    fitted = (
        bool(hit.frame.options.get("equip"))
        and any(t.best.case == "ins" for t in clause.tokens)
        and "place" not in clause.named
        and not _things_fitted(clause)
    )
    if not fitted and not _bare_repair(hit):
        return []
    told = memory.last_draft("Works", within=FAR, sentence=clause.index)
    if not fitted and told is not None and told.slots.get("workType") in MENDING:
        return []
    facility = _spoken_of(memory, clause, FAR if fitted else NEAR)
    if facility is None or not (facility.name or facility.type not in ("", "medical-facility")):
        return []
    token = clause.tokens[0]
    mention = Mention("facility", clause.first, clause.first + 1, token.start, token.end, facility, "nom")
    return [work_draft(hit, mention, facility, facility.place, found, memory)]


def _of_thing(clause: Clause, memory: Memory) -> bool:
    """Көлік берілді. Ол ЭКГ аппаратымен жабдықталған: a bus or a train was told of, or a thing that "it" points back to."""
    bought = memory.last_draft("Procurement", within=1, sentence=clause.index)
    pointed = clause.whole.tokens[0].best.pos == "PRON" and bought is not None
    return pointed or left(memory.document, clause.index, clause.language)


def _things_fitted(clause: Clause) -> bool:
    """Көліктер дефибриллятормен жабдықталған: things, and no facility, are what is fitted out."""
    nominative = (t for t in clause.tokens if t.best.pos == "NOUN" and t.best.plural and t.best.case == "nom")
    return any(t.best.lemma in nouns("items", "kk") and not t.best.possessive for t in nominative)


def _bare_repair(hit: Hit) -> bool:
    """Say whether nothing before "жөндеу жұмыстары" says what is repaired."""
    if hit.frame.slots["workType"] != "repair" or not hit.frame.options.get("noun") or hit.verb.best.form:
        return False
    held = {i for m in hit.clause.mentions("date", "number") for i in range(m.first, m.last)}
    before = [hit.clause.sentence.tokens[i] for i in range(hit.clause.first, hit.first) if i not in held]
    return all(t.norm in PLAIN or t.text == "," or t.best.form in ("perf", "conv", "part") for t in before)


def _spoken_of(memory: Memory, clause: Clause, within: int) -> FacilityValue | None:
    """Return the one facility that the sentences before, in this paragraph or the last, named."""
    sentences = memory.document.sentences
    for at in range(clause.index - 1, max(-1, clause.index - within - 1), -1):
        named = [m.value for m in sentences[at].mentions if m.type == "facility"]
        if named:
            single = len(named) == 1 and not named[0].plural and named[0].count is None
            same = bool(memory.facilities) and may_be(named[0], memory.facilities[-1])
            return replace(memory.facilities[-1]) if single and same else None
    return None
