"""Branches of bodies before a Kazakh office: X орталығының облыстық филиалының директоры heads the branch, not the whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzhealthkg import lexicon
from kzhealthkg.annotate.bodies import bodies
from kzhealthkg.annotate.bodies.bodies import Body
from kzhealthkg.annotate.words import Piece

BRANCH = lexicon.words("annotate.people.branches_kk", "branch")
_AREAS = "|".join(lexicon.words("annotate.people.branches_kk", "areas"))
_OVER = "|".join(lexicon.words("annotate.people.branches_kk", "over"))

_OF_AREA = re.compile(rf"\s*(?:[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+\s+(?:(?:{_AREAS})\s+)?(?:{_OVER})\s+)?")
"""Between a body and the unit that is read as a body of its own: for what area the branch is there."""
_CALLED = re.compile(r"[\s»”\"]*(?:[\w-]+\s+){0,4}")
"""Between a body and its branch: what the branch is called."""


def whole_of(known: Sequence[Body], text: str, start: int) -> Body | None:
    """Return the body whose branch begins at an offset: «X» АҚ Абай облысы бойынша филиалы."""
    before = [b for b in known if b.end <= start and not b.generic and b.kind != "unit"]
    return before[-1] if before and _OF_AREA.fullmatch(text, before[-1].end, start) else None


def branch_name(text: str, whole: Body, last: Piece) -> str:
    """Return the name of a body's branch where the last word before an office is one; else ""."""
    noun = bodies.head(last.text, "kk") if last.text.lower().startswith(BRANCH) else None
    if noun is None or last.start < whole.end or not _CALLED.fullmatch(text, whole.end, last.start):
        return ""
    return bodies.tidy(text[whole.start : last.start] + noun[0])
