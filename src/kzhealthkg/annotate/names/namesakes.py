"""Names that are no person's: a street, a place or an institution bears them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzhealthkg import lexicon
from kzhealthkg.annotate.words import Piece, guards

DEGREES = frozenset(lexicon.words("annotate.names.namesakes", "degrees"))
HONOUR = frozenset(lexicon.words("annotate.names.namesakes", "honour"))
_PLACE_NOUN = re.compile(
    r"(?:ауыл|аудан|облыс|көше|даңғыл|кент|округ|қала|қыстағ|бекет|станция|стансы|елдімекен|шағынаудан|алаң|поселке)(?:дар|дер|лар|лер)?(?:ы|і|сы|сі)(?:ның|нің|на|не|нда|нде|нан|нен|ндағы|ндегі|н)?$"
)
_RURAL = re.compile("^округі|(?:сы|сі|пункті)(?:н|ны|ні|нда|нде|ның|нің|на|не)?$")
"""Сейфуллин ауылдық округі, ауылдық ауруханасы: what a village is named with; ауылдық округ әкімдеріне stands apart."""


def namesake(found: Sequence[Piece], first: int, last: int) -> bool:
    """Whether a street, a place or an institution bears the name, or a short quoted name holds it."""
    after = tuple(piece.text.lower() for piece in found[last : last + 2])
    before = found[first - 1].text if first else ""
    if before == "." and first > 1:
        before = found[first - 2].text
    if before == "." or before.lower() in DEGREES:
        return _bears(after) or _named_before(found, first)
    return _bears(after) or before.lower() in guards("before") or _quoted(found, first, last)


def _bears(after: tuple[str, ...]) -> bool:
    """Whether the words behind a name make it that of a place, a street or an institution."""
    if after[:1] == ("ауылдық",):
        return bool(_RURAL.search(" ".join(after[1:])))
    if after[:1] == ("елді",):
        return after[-1].startswith("мекен")
    return any(word in guards("after") or bool(_PLACE_NOUN.match(word)) for word in after[:1])


def _named_before(found: Sequence[Piece], first: int) -> bool:
    return any(piece.text.lower() in guards("before") for piece in found[max(0, first - 4) : first])


def _quoted(found: Sequence[Piece], first: int, last: int) -> bool:
    before = [piece.text for piece in found[max(0, first - 4) : first] if piece.text in "«“»”"]
    return bool(before) and before[-1] in "«“" and any(piece.text in "»”" for piece in found[last : last + 5])
