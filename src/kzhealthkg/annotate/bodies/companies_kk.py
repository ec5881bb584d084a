"""Names in quotation marks that stand beside a legal form in Kazakh."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzhealthkg.annotate.bodies.bodies import Body, forms, tidy
from kzhealthkg.annotate.bodies.edges_kk import form_before
from kzhealthkg.annotate.words import Piece, kk_stems
from kzhealthkg.remembered import Remembered
from kzhealthkg.text.quotation import CLOSE, OPEN


def quoted_company(text: str, found: Sequence[Piece], at: int) -> Body | None:
    """A name in quotes with a legal form on either side; the piece ``at`` ends it."""
    piece = found[at]
    if piece.text in CLOSE:
        return _form_first(text, found, at)
    form, case = _FORMS[piece.text]
    if not form or not at:
        return None
    first = _name_before_form(found, at)
    if first == at:
        return None
    first = form_before(found, first)
    return Body(found[first].start, piece.end, tidy(text[found[first].start : piece.start] + form), "institution", case)


def _form(word: str) -> tuple[str, str]:
    """Return the legal form that a word is in some case, and the case."""
    return next(((stem, case) for stem, case in kk_stems(word) if stem in forms()), ("", ""))


_FORMS = Remembered(_form)


def _name_before_form(found: Sequence[Piece], at: int) -> int:
    """Return the first piece of a quoted, or else Latin, name right before a legal form."""
    if found[at - 1].text in CLOSE:
        return next((i for i in range(at - 2, max(-1, at - 16), -1) if found[i].text in OPEN), at)
    first = at
    while first and "A" <= found[first - 1].text[0] <= "Z" and found[first - 1].text not in forms():
        first -= 1
    return first


def _form_first(text: str, found: Sequence[Piece], at: int) -> Body | None:
    first = next((i for i in range(at - 1, max(-1, at - 16), -1) if found[i].text in OPEN), 0)
    start = first
    while start > 0 and found[start - 1].text in forms():
        start -= 1
    if start == first or found[first].text not in OPEN:
        return None
    inner = _inner(text[found[first].start : found[at].end])
    return Body(
        found[start].start, found[at].end, tidy(text[found[start].start : found[first].start] + inner), "institution"
    )


_QUOTED = re.compile(r"^(.*?)([^\W\d_]+)([»”])$", re.DOTALL)


def _inner(quoted: str) -> str:
    """Take a case ending off the last word inside quotes: «… қоғамының» → «… қоғамы»."""
    match = _QUOTED.match(quoted)
    if not match:
        return quoted
    stem = next((stem for stem, case in kk_stems(match[2]) if case == "gen"), match[2])
    return match[1] + stem + match[3]
