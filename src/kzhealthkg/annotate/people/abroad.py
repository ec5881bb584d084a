"""Bodies that stand in a town of another country."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kzhealthkg.annotate.bodies.bodies import Body
from kzhealthkg.model import Sentence

BESIDE, IN_TOWN = 25, 4
"""Characters from a town to the body in it, and from a body to the town behind it, at most."""


def abroad(lines: Iterable[tuple[Sentence, Sequence[Body]]]) -> frozenset[int]:
    """Return where the bodies begin that stand in a town of another country: Сеулдегі, или в Берлине."""
    found: set[int] = set()
    for sentence, bodies in lines:
        if not bodies:
            continue
        towns = [m for m in sentence.mentions if m.type == "place" and m.value.abroad]
        found.update(b.start for b in bodies if any(b.start - BESIDE <= m.start <= b.end + IN_TOWN for m in towns))
    return frozenset(found)
