"""What the measure of some rules must say of itself: without it, those counted are no figure of health."""

from __future__ import annotations

from collections.abc import Callable

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import area_words
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.kinds.indicator.stock_people import PATIENTS

BEDS = lexicon.words("kinds.indicator.evidenced", "beds")
SIZES = frozenset(lexicon.words("kinds.indicator.evidenced", "sizes"))
ROWS = lexicon.words("kinds.indicator.evidenced", "rows")
SHORT = frozenset(lexicon.words("kinds.indicator.evidenced", "short"))
INTO = (" в ", " на ")


def evidenced(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts whose measures say what their rules want of them."""
    return [d for d in drafts if (says := WANTED.get(d.rule)) is None or says(clause, str(d.slots["measure"]).lower())]


def _needed(clause: Clause, measure: str) -> bool:
    """Нуждающиеся в операции дети: what people need is of health; a house or help as such is not."""
    _, _, what = measure.partition(INTO[0])
    return _of_health(clause, what)


def _housed(_: Clause, measure: str) -> bool:
    """Находящиеся в больнице, на аппарате: where patients lie; больница осталась без света is none."""
    return any(word in measure for word in INTO)


def _attended(clause: Clause, measure: str) -> bool:
    """Обследованные женщины, поступившие пациенты: what befell people is of health, or they are patients by name."""
    return _of_health(clause, measure) or not PATIENTS.isdisjoint(clause.words)


def _telling(clause: Clause, measure: str) -> bool:
    """Просмотры – 1250, балалар саны – 340: how many looked, or live, is no row of health; nor are beds of one house."""
    idle = all(word.startswith(ROWS) or word in SHORT or word[0].isdigit() for word in measure.split())
    return not idle and _of_area(clause, measure)


def _of_area(clause: Clause, measure: str) -> bool:
    """В области 3400 коек: beds are a stock where an area has them, else what one house can take."""
    head = next((word for word in measure.split() if word not in SIZES), "")
    if not head.startswith(BEDS):
        return True
    return bool(clause.sentence.named.get("place")) or not area_words(clause.language).isdisjoint(clause.sentence.words)


def _of_health(clause: Clause, text: str) -> bool:
    """Say whether a word of a clause that stands in a text as well is one of health."""
    words, tokens = set(text.split()), clause.sentence.tokens
    told = any(map(measures.HEALTH_WORDS[clause.language].begin, words))
    return told or any(tokens[i].norm in words and measures.of_health(clause, i, i + 1) for i in range(len(tokens)))


WANTED: dict[str, Callable[[Clause, str], bool]] = {
    "indicator-needy-ru": _needed,
    "indicator-staying-ru": _housed,
    "indicator-unlisted-ru": _attended,
    "indicator-dash": _telling,
    "indicator-stock-ru": _of_area,
    "indicator-stock": _of_area,
}
