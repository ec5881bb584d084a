"""So many more of the same people, of another cause: 5 человек погибли от ожогов, 2 – от травм."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import IN_OR_ON
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

CAUSES = frozenset(lexicon.words("kinds.indicator.elided_causes_ru", "causes"))
BESIDE = frozenset(lexicon.words("kinds.indicator.elided_causes_ru", "beside"))
OPENING = frozenset(lexicon.words("kinds.indicator.elided_causes_ru", "opening"))
ENDS = OPENING | frozenset(lexicon.words("kinds.indicator.elided_causes_ru", "ends"))
LONGEST = 4
"""Words of the longest cause."""


def causes(clause: Clause, first: Draft, used: set[int]) -> Iterator[tuple[Mention, str]]:
    """Yield the numbers behind a draft's own that have only a dash and another cause behind them, with their measures."""
    split = _parts(clause, str(first.slots.get("measure", "")).split())
    numbers = clause.mentions("number") if split is not None else []
    for number in numbers:
        free = split is not None and number.end > first.end and number.start not in used
        words = _behind(clause, number, split[1]) if split is not None and free else []
        if split is not None and words and _alike(words[0], split[1]):
            yield number, " ".join([split[0], *words, split[2]]).strip()


def _parts(clause: Clause, words: list[str]) -> tuple[str, str, str] | None:
    """Погибшие | от | люди; спасённые дети | с |: what stands before the cause, its preposition, the people behind it."""
    at = next((i for i, w in enumerate(words) if i and w in CAUSES | BESIDE), None)
    if at is None or at + 1 >= len(words):
        return None
    whole = " ".join(words[at:]).lower() in clause.low
    behind = words[-2:] if words[-2] in IN_OR_ON else words[-1:]  # дети с астмой на учёте
    return " ".join(words[:at]), words[at], "" if whole else " ".join(behind)


def _behind(clause: Clause, number: Mention, said: str) -> list[str]:
    """Return the words behind ", 2 – от травм", ", 2 – травм", "и 2 с травмой", with the preposition; none of anything longer."""
    tokens = clause.sentence.tokens
    dashed = number.last < clause.last and tokens[number.last].text in DASHES
    at = number.last + dashed
    begun = number.first > clause.first and tokens[number.first - 1].norm in OPENING
    if not begun or at >= clause.last or not (dashed or _right_behind(clause, at)):
        return []
    own = tokens[at].norm in CAUSES | BESIDE
    if not own and not (said in CAUSES and any(r.case == "gen" for r in tokens[at].readings)):
        return []
    last = next((i for i in range(at, clause.last) if tokens[i].norm in ENDS), clause.last)
    named = clause.mentions("place", "date", "facility", "number", "percent", first=at, last=last)
    plain = all(t.best.pos in ("NOUN", "ADJ", "PROPN", "X") for t in tokens[at + own : last])
    words = [*([] if own else [said]), *(t.norm for t in tokens[at:last])]
    return words if plain and not named and 1 < len(words) <= LONGEST else []


def _right_behind(clause: Clause, at: int) -> bool:
    """700 детей с астмой и 310 с аллергией: the next cause with no dash before it; none of "с мая", "с тяжёлой формой"."""
    tokens = clause.sentence.tokens
    noun = next((i for i in range(at + 1, clause.last) if tokens[i].best.pos == "NOUN"), None)
    if noun is None or tokens[at].norm not in BESIDE or not measures.of_health(clause, noun, noun + 1):
        return False
    return any(r.case == "ins" for r in tokens[noun].readings)


def _alike(one: str, other: str) -> bool:
    return one == other or {one, other} <= CAUSES or {one, other} <= BESIDE
