"""Rows of places: A облысы – 40 нысан салынды, B облысы – …; 40 нысан салынған A облысы, …"""

from __future__ import annotations

from kzhealthkg.extract.clause.syntax import Clause, forms
from kzhealthkg.model import Mention

DASHES = frozenset("–—-:")
LABELLED = frozenset({"nom", "loc", "gen", ""})


def label(clause: Clause) -> Mention | None:
    """Return the place before the dash that a clause stands behind: A облысы – 40 нысан салынды."""
    dash = clause.first - 1
    if (before := where(clause)) is not None:
        return before
    if dash < 1 or clause.sentence.tokens[dash].text not in DASHES:
        return None
    named = [m for m in clause.sentence.mentions if m.type == "place" and m.last == dash]
    return named[0] if named and named[0].case in LABELLED and _opens(clause, named[0].first) else None


def where(clause: Clause) -> Mention | None:
    """Встретились с жителями села X, где построен …: the place right before the "where" that opens a clause."""
    comma = clause.first - 2
    if comma < 1 or clause.sentence.tokens[comma + 1].norm != "где":
        return None
    named = [m for m in clause.sentence.mentions if m.type == "place" and m.last == comma]
    return named[-1] if named and clause.sentence.tokens[comma].text == "," else None


def _opens(clause: Clause, first: int) -> bool:
    """A label opens its sentence or stands behind a sign, with nothing but places before it."""
    start = max((m.first for m in clause.sentence.mentions if m.type == "place" and m.last == first), default=first)
    start = min(start, first)
    return start == 0 or clause.sentence.tokens[start - 1].text in ",;:•*–—-."


def bearer(clause: Clause, last: int) -> Mention | None:
    """Return the place that a participle ending before ``last`` describes: 40 нысан салынған A облысы."""
    if last > clause.last or not forms(clause.sentence.tokens[last - 1]) & {"perf", "part"}:
        return None
    return next((m for m in clause.mentions("place", last=len(clause.sentence.tokens)) if m.first == last), None)
