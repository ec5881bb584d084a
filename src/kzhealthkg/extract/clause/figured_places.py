"""Places with a figure of their own right behind: A облысында (15,5), в A – 14, в B – 12."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.phrases import JOINING
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention

Pair = tuple[Mention, Mention]
DASHES = frozenset("–—-−")
OPENING = DASHES | {"(", ":"}
STANDING = frozenset(lexicon.words("extract.clause.figured_places", "standing"))
SIGNED = DASHES | {"+"}
LEAST = 2
"""Places with a figure each that make a row of them."""


@once_each
def figured(clause: Clause, least: int = LEAST) -> list[Pair]:
    """Return the places with the figures right behind them, all of one sort."""
    figures = {m.first: m for m in clause.mentions("number", "percent")}
    found = []
    for place in clause.mentions("place") if len(figures) >= least else []:
        figure = next((figures[at] for at in range(place.last + 1, place.last + 4) if at in figures), None)
        if figure is not None and place.value.level != "country" and _joined(clause, place, figure):
            found.append((place, figure))
    same = {figure.type for _, figure in found}
    return found if len(same) == 1 else []


def _joined(clause: Clause, place: Mention, figure: Mention) -> bool:
    """A (15,5), A – 15 бала: nothing but a sign between, and nothing but what is counted behind."""
    tokens = clause.sentence.tokens
    between = [t.text for t in tokens[place.last + told_verb(clause, place) : figure.first]]
    opened = bool(between) and between[0] in OPENING and all(sign in SIGNED for sign in between[1:])
    bracket = between[:1] == ["("]
    behind = tokens[figure.last : figure.last + (PER_REACH if bracket else 2)]
    ends = (")",) if bracket else (",", ";", ".", "»", "(")
    closed = not behind or any(t.text in ends or (t.norm in JOINING and not bracket) for t in behind)
    return opened and (closed or len(behind) < LEAST)


PER_REACH = 6
"""Words in brackets behind a figure, at most: (11,1 на каждую 1000 человек)."""


def told_verb(clause: Clause, place: Mention) -> bool:
    """A облысында тіркелді – 6 859: a verb between a place and its figure."""
    following = clause.sentence.tokens[place.last : place.last + 1]
    return clause.language == "kk" and any(t.best.form in ("past", "perf") or t.norm in STANDING for t in following)


def counted_in(clause: Clause) -> list[Pair]:
    """Шесть случаев в A и два – в B: the places behind the figures, where each figure of a clause has one."""
    places = {m.first: m for m in clause.mentions("place") if m.value.level != "country"}
    numbers = clause.mentions("number")
    pairs = [(places.get(_place_at(clause, m)), m) for m in numbers] if len(places) >= len(numbers) else []
    found = [(place, m) for place, m in pairs if place is not None]
    return found if len(found) == len(pairs) else []


def _place_at(clause: Clause, figure: Mention) -> int:
    """Return where a place must begin: behind what is counted, a dash or verb, and a preposition; -1 for nowhere."""
    tokens, at = clause.sentence.tokens, figure.last
    at += at < clause.last and is_lemma(tokens[at], *CASES)
    at += at < clause.last and (tokens[at].text in DASHES or tokens[at].best.form in TOLD)
    return at + 1 if at < clause.last and tokens[at].norm in IN else -1


TOLD = frozenset({"past", "perf", "pres", "fut"})
CASES = lexicon.words("extract.clause.figured_places", "cases")
