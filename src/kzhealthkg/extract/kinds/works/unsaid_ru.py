"""Facilities that a Russian cue governs without a word beside it: the subject said before, and "на семи объектах"."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.asides import part_word
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.lists_ru import preposition, preposition_at
from kzhealthkg.extract.clause.mentions_ru import cases
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.status_ru import form_of, verb_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.kinds.works.back_ru import RELATIVES
from kzhealthkg.model import Mention

ON = frozenset(lexicon.words("kinds.works.unsaid_ru", "on_site"))


def unsaid(hit: Hit, memory: Memory) -> list[Mention]:
    """Return the one facility, or the counted ones, that a cue with no facility beside it is said of."""
    found = (_on_sites(hit) or _in_need(hit)) if verb_of(hit) is None else _same_subject(hit, memory)
    return [found] if found is not None else []


def _on_sites(hit: Hit) -> Mention | None:
    """На семи объектах строительство продолжается: so many are being built, where the noun owns nothing else."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    behind = tokens[hit.last : hit.last + 1] if hit.last < clause.last else ()
    if any(r.case == "gen" and r.pos in ("NOUN", "ADJ") for t in behind for r in t.readings[:1]):
        return None
    counted = [m for m in clause.mentions("facility") if m.value.count is not None and preposition(clause, m) in ON]
    return counted[0] if len(counted) == 1 and len(clause.mentions("facility")) == 1 else None


def _in_need(hit: Hit) -> Mention | None:
    """Больница построена в 1978 году и нуждается в ремонте: what needs the work is the subject of the clause before."""
    clause = hit.clause
    if clause.first == 0 or "facility" in clause.named or phase_of(clause.tokens[0], "ru") != "need":
        return None
    before = Clause(clause.sentence, clause.index, 0, clause.first, "ru")
    named = before.mentions("facility")
    subject = len(named) == 1 and not named[0].value.plural and not preposition(before, named[0])
    told = subject and ("nom" in cases(before, named[0]) or _is_building(before, named[0]))
    return named[0] if told else None


def _is_building(clause: Clause, mention: Mention) -> bool:
    """Здание больницы."""
    part = part_word(clause, max(clause.first, mention.first - 2), mention.first)
    return part is not None and not preposition_at(clause, part[0])


def _same_subject(hit: Hit, memory: Memory) -> Mention | None:
    """Поликлиника рассчитана на 500 посещений и оснащена аппаратами: the subject of the clause before is that of this one."""
    clause, verb = hit.clause, verb_of(hit)
    opens = verb is not None and verb is clause.tokens[0] and form_of(verb) == "perf" and clause.first > 0
    if (
        not opens
        or is_lemma(clause.sentence.tokens[clause.first - 1], *RELATIVES)
        or hit.frame.slots["workType"] == "construction"
        or memory.last_draft("Works", within=0, sentence=clause.index) is not None
    ):
        return None
    before = Clause(clause.sentence, clause.index, 0, clause.first, "ru")
    named = [m for m in before.mentions("facility") if not preposition(before, m)]
    subjects = [m for m in named if "nom" in cases(before, m) and not m.value.plural]
    return subjects[0] if len(subjects) == 1 and len(before.mentions("facility")) == 1 else None
