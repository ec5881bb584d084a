"""В A построят четыре объекта, в B и C – по три, в D – один: places with a bare number behind a dash, the noun left out."""

from __future__ import annotations

from dataclasses import dataclass

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

EACH = frozenset(lexicon.words("extract.clause.gapped_counts", "each"))
ENDS = frozenset(lexicon.words("extract.clause.gapped_counts", "ends"))
BREAKS = frozenset(",;")
JOINING = frozenset(lexicon.words("extract.clause.gapped_counts", "joining"))


@dataclass(frozen=True)
class GappedCount:
    """The places of one member, where it begins and ends, its number, and whether that is told as a share of a total."""

    first: int
    last: int
    places: tuple[Mention, ...]
    number: Mention
    share: bool = False


def gapped_counts(clause: Clause) -> list[GappedCount]:
    """Return the members of a clause that leave out what is counted."""
    if clause.language != "ru" or "place" not in clause.named or DASHES.isdisjoint(clause.words):
        return []
    tokens = clause.sentence.tokens
    dashes = (i for i in range(clause.first, clause.last) if tokens[i].text in DASHES)
    return [m for at in dashes if (m := _member(clause, at) or _number_first(clause, at)) is not None]


def _member(clause: Clause, dash: int) -> GappedCount | None:
    """В B и C – по три, в D – один."""
    tokens = clause.sentence.tokens
    first = _opening(clause, dash)
    if first == clause.first or not any(t.norm in IN for t in tokens[first : first + 2]):
        return None
    each = dash + 1 < clause.last and tokens[dash + 1].norm in EACH
    at = dash + 1 + each
    number = next((m for m in clause.mentions("number") if m.first == at), None)
    if number is None:
        return None
    places = tuple(clause.mentions("place", first=first, last=dash))
    alone = len(places) == 1 or (each and bool(places))
    closed = number.last >= clause.last or tokens[number.last].norm in ENDS
    return GappedCount(first, number.last, places, number) if alone and closed else None


def _number_first(clause: Clause, dash: int) -> GappedCount | None:
    """Восемь направили в A, пять – в B, один – в C; behind a colon stand the parts of a total."""
    tokens, opened = clause.sentence.tokens, _opening(clause, dash)
    first = opened + (tokens[opened].norm in JOINING)
    share = _of_them(clause, first)
    end = dash - 2 * _of_them(clause, dash - 2)
    first += 2 * share
    number = next((m for m in clause.mentions("number") if m.first == first and m.last == end), None)
    into = dash + 1 < clause.last and tokens[dash + 1].norm in IN
    place = next((m for m in clause.mentions("place") if m.first == dash + 2), None)
    apart = first > clause.first and ":" not in [t.text for t in tokens[clause.first : first]]
    if not (apart and into) or number is None or place is None:
        return None
    closed = place.last >= clause.last or tokens[place.last].norm in ENDS
    share |= end < dash
    return GappedCount(opened if share else first, place.last, (place,), number, share) if closed else None


def _of_them(clause: Clause, at: int) -> bool:
    """Из них пять – в A, одна из них – в A: say whether the words for a share of a total stand at token ``at``."""
    return tuple(t.norm for t in clause.sentence.tokens[max(at, 0) : at + 2]) in OF_THEM


OF_THEM = frozenset(tuple(phrase.split()) for phrase in lexicon.words("extract.clause.gapped_counts", "of_them"))


def _opening(clause: Clause, dash: int) -> int:
    """Return where the member that holds a dash begins."""
    tokens = clause.sentence.tokens
    breaks = (i for i in range(dash - 1, clause.first, -1) if tokens[i].text in BREAKS)
    return next(breaks, clause.first - 1) + 1
