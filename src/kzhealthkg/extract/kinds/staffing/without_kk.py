"""Аурухана педиатрсыз қалды, ауыл дәрігерсіз отыр: whom a place has been left without is lacking there."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import area_words, nouns
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import nearest_place, say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Token

LEFT = lexicon.words("kinds.staffing.without_kk", "left")
ENDINGS = lexicon.words("kinds.staffing.without_kk", "without")
DENYING = frozenset(lexicon.words("kinds.staffing.without_kk", "denying"))
SAID = frozenset({"past", "perf", "pres", "prog"})


WITHOUT = {p + ending: p for p in nouns("professions", "kk") for ending in ENDINGS}
"""Words that say that somebody of a profession is missing → the profession."""
MISSING = frozenset(WITHOUT)


def without_kk(clause: Clause, memory: Memory) -> list[Draft]:
    """Return whom a clause says that a place has been left without."""
    if clause.language != "kk" or MISSING.isdisjoint(clause.words) or not _somewhere(clause):
        return []
    tokens = clause.sentence.tokens
    found = (i for i in range(clause.first, clause.last) if tokens[i].norm in WITHOUT)
    at = next((i for i in found if _stays(tokens[i + 1 : i + 4])), None)
    if at is None:
        return []
    draft = Draft("Staffing", {"measure": "shortage"}, tokens[at].start, clause.tokens[-1].end, "staffing-without")
    draft.say("profession", WITHOUT[tokens[at].norm])
    draft.say("status", "needed")
    say_place(draft, nearest_place(clause, at))
    return [roles.finish(draft, clause, memory)]


def _somewhere(clause: Clause) -> bool:
    """Say whether a place or a house is named: a patient left without a doctor is none."""
    return bool(clause.mentions("place", "facility")) or not area_words("kk").isdisjoint(clause.words)


def _stays(behind: tuple[Token, ...]) -> bool:
    """Say whether a verb of staying so is said right behind."""
    verb = next((t for t in behind if is_lemma(t, *LEFT)), None)
    denied = any(t.norm in DENYING for t in behind)
    return verb is not None and bool(forms(verb) & SAID) and not (verb.best.negative or denied)
