"""Names of organisations in one sentence, none inside another."""

from __future__ import annotations

from collections.abc import Sequence

from kzhealthkg.annotate.bodies import Body
from kzhealthkg.annotate.bodies_kk import kk_bodies
from kzhealthkg.annotate.bodies_ru import ru_bodies
from kzhealthkg.annotate.words import Piece


def bodies(text: str, found: Sequence[Piece], people: Sequence[tuple[int, int]], language: str) -> list[Body]:
    """Return the bodies of a sentence, none inside another; ``people`` holds the spans of names in it."""
    if language == "ru":
        every = list(ru_bodies(text, found, [start for start, _ in people]))
    else:
        every = list(kk_bodies(text, found, [end for _, end in people]))
    every.sort(key=lambda body: (body.start - body.end, body.start))
    kept: list[Body] = []
    for body in every:
        if body.kind != "unit" and not any(body.start < other.end and other.start < body.end for other in kept):
            kept.append(body)
    return sorted(kept, key=lambda body: body.start)
