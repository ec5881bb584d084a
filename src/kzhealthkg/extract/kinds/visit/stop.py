"""The noun of a visit: what is visited."""

from __future__ import annotations

from kzhealthkg.model import FacilityValue, PlaceValue
from kzhealthkg.model.frozen import frozen


@frozen
class Stop:
    """What is visited: a facility, known or unnamed, a place, or an event where the visit before was."""

    start: int
    end: int
    first: int = 0
    facility: FacilityValue | None = None
    place: PlaceValue | None = None
    before: bool = False
    home: bool = False
    """Whether it is the house of who tells it, known by its town alone."""
