"""What a Russian "and" or comma joins and does not part: построена и введена, новой, трёхэтажной школы."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.finite_ru import BOUND
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention, Token

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


def describe_one(tokens: tuple[Token, ...], i: int) -> bool:
    """Для Шуской и Таласской больниц: an "and" between two adjectives that no subject has parts no clause."""
    left, right = tokens[i - 1], tokens[i + 1]
    if left.best.pos != "ADJ" or right.best.pos != "ADJ":
        return False
    shared = {r.case for r in left.readings} & {r.case for r in right.readings}
    return bool(shared) and not shared & UNGOVERNED


UNGOVERNED = frozenset({"", "nom", None})


def joined_from(clause: Clause, mention: Mention) -> int:
    """Новый корпус на 40 коек и поликлинику: from where on a part of a building would be that of a facility."""
    start = _first_sharing(clause, mention).first
    first = max(clause.first, start - PART_REACH)
    tokens = clause.sentence.tokens
    return next((i + 1 for i in range(start - 1, first, -1) if tokens[i].norm in ("и", ",")), first)


def _first_sharing(clause: Clause, mention: Mention) -> Mention:
    """Корпуса Шуской и Таласской больниц: the first of the houses that share one noun, for its part is that of all."""
    tokens = clause.sentence.tokens
    if mention.value.plural or not tokens[mention.last - 1].best.plural:
        return mention
    before = next((m for m in clause.mentions("facility") if m.last == mention.first - 1), None)
    shared = before is not None and tokens[before.last].norm in ("и", ",") and tokens[before.last - 1].best.pos == "ADJ"
    return (
        _first_sharing(clause, before) if before is not None and shared and before.last - before.first == 1 else mention
    )


PART_REACH = 6
