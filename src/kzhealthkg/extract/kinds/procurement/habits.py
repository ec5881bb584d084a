"""What is bought as a rule, by nobody and at no time in particular: больницы закупают лекарства, жыл сайын жабдық алады."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.model import Token

TOLD_OF = frozenset({"number", "money", "date", "percent", "place", "programme"})
"""Mentions that make a purchase one of its own."""
OFTEN = frozenset(lexicon.words("kinds.procurement.habits", "often"))
NOW = frozenset(lexicon.words("kinds.procurement.habits", "now"))
COMING = lexicon.words("kinds.procurement.habits", "coming")
PRESENT = frozenset({"pres", "fut"})


def as_a_rule(hit: Hit) -> bool:
    """Say whether a cue of the present tells what many do, or what is done every year, with nothing that makes it one deed."""
    clause = hit.clause
    present = hit.verb.best.form == "pres" or (clause.language == "kk" and hit.verb.best.form in PRESENT)
    if (
        not present
        or not TOLD_OF.isdisjoint(clause.whole.named)
        or any(m.value.name for m in clause.mentions("facility"))
    ):
        return False
    if not OFTEN.isdisjoint(clause.words):
        return True
    if clause.language == "kk" or not NOW.isdisjoint(clause.words):
        return False
    before = clause.sentence.tokens[clause.first : hit.first]
    quoted = any(t.text in "«“" for t in clause.tokens)
    acts = not hit.verb.norm.endswith("ся") and (any(_many(t) for t in before) or (hit.verb.best.plural and not quoted))
    return acts or is_lemma(hit.verb, *COMING)


def _many(token: Token) -> bool:
    """Больницы, врачи: a bare plural as the subject."""
    return token.best.pos == "NOUN" and any(r.plural and r.case == "nom" for r in token.readings)
