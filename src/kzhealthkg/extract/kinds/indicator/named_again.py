"""Parts of a total whose owner the next sentence names again: 120 адам ауырды. Ауырғандардың 80-і – балалар."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.indicator.part_totals import counts_people, last_word, of_cases
from kzhealthkg.model import Token

PARTS = frozenset(lexicon.words("kinds.indicator.named_again", "parts"))
ILL = lexicon.words("kinds.indicator.named_again", "ill")
PATIENTS = frozenset(lexicon.words("kinds.indicator.named_again", "patients"))
FALLEN = frozenset(lexicon.words("kinds.indicator.named_again", "fallen"))
WHO = lexicon.words("kinds.indicator.named_again", "who")
STEM = 4
"""Letters by which a verb is known again."""
NEAR = 3
"""Words that name again what a total counts, at most."""


def takes_up(clause: Clause, total: Draft) -> bool:
    """Say whether a sentence opens with what the one before has counted, or with a word that points to it."""
    pointing = clause.sentence.tokens[0].norm in PARTS and total.sentence == clause.index - 1
    return pointing or named_again(clause, total)


def named_again(clause: Clause, total: Draft) -> bool:
    """Ауырғандардың 80-і, ауруханалардың 12-сі: say whether a share is of what the sentence before has counted."""
    number = next(iter(clause.mentions("number")), None)
    if number is None or clause.language != "kk" or total.sentence != clause.index - 1 or clause.first:
        return False
    tokens = clause.sentence.tokens
    owner = tokens[number.first - 1]
    owned = bool(tokens[number.last - 1].best.possessive) and 0 < number.first <= NEAR
    return owned and owner.best.case == "gen" and owner.best.plural and _same(owner, total)


def _same(owner: Token, total: Draft) -> bool:
    """Say whether a word names those that a total counts: by their noun, or by what befell them."""
    if last_word(total) in owner.words:
        return True
    if not (counts_people(total) or of_cases(total)):
        return False
    fallen = total.rule in FALLEN and (owner.norm.startswith(ILL) or not PATIENTS.isdisjoint(owner.words))
    said = owner.norm.endswith(WHO) and any(
        w.startswith(owner.norm[:STEM]) for w in str(total.slots["measure"]).split()
    )
    return fallen or said
