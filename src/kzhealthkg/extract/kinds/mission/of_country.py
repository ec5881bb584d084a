"""Plans of a team that are not of the area spoken of: a train's plan for a year, and the people of the whole country."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.regions import WIDE
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.kinds.mission.travel import is_train, names_train

PEOPLE = frozenset(lexicon.words("kinds.mission.of_country", "people"))
COUNTRY = frozenset(lexicon.words("kinds.mission.of_country", "country"))
YEARLY = frozenset(lexicon.words("kinds.mission.of_country", "yearly"))


def without_area(draft: Draft, clause: Clause) -> None:
    """За год поезд примет 80 тысяч граждан, 1,2 млн казахстанцев осмотрят: take the area that was only told before."""
    placed = draft.slots.keys() & set(LOCATED)
    if draft.slots.get("status") == "completed" or not placed or not placed <= draft.inherited:
        return
    words = clause.whole.words
    if not words.isdisjoint(WIDE):
        return  # станции области
    nation = not PEOPLE.isdisjoint(words) or not COUNTRY.isdisjoint(words)
    train = is_train(str(draft.slots.get("organization", ""))) or names_train(clause.sentence)
    if nation or (train and not YEARLY.isdisjoint(words)):
        draft.drop(*LOCATED)
