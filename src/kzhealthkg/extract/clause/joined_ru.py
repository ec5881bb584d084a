"""What a Russian "and" or comma joins and does not part: построена и введена, новой, трёхэтажной школы."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.finite_ru import BOUND
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.model import Token

IN_USE = lexicon.words("extract.clause.joined_ru", "in_use")


def done_alike(tokens: tuple[Token, ...], i: int) -> bool:
    """В A построена и (уже) введена, построена и работает больница: what "and" joins has one place and one subject."""
    left = tokens[i - 1]
    if left.best.form != "perf" or left.norm in BOUND:
        return False
    right = _verb_behind(tokens, i)
    if right.norm in BOUND:
        return False
    return right.best.form == "perf" or (right.best.form == "pres" and is_lemma(right, *IN_USE))


def _verb_behind(tokens: tuple[Token, ...], i: int) -> Token:
    """Return the word behind "and", and behind an adverb after it: и уже работает."""
    adverb = i + 2 < len(tokens) and tokens[i + 1].best.pos in ("ADV", "PART")
    return tokens[i + 1 + adverb]


def of_one_noun(left: Token, right: Token) -> bool:
    """Новой, трёхэтажной: say whether two adjectives may describe one noun, as their cases are the same."""
    if right.best.pos != "ADJ":
        return False
    return not {r.case for r in left.readings}.isdisjoint(r.case for r in right.readings)
