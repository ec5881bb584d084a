"""Words of a thousand or a million that mean one of them: почти тысяча, мыңнан астам, миллион теңге."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.model import Token

_NEARLY = frozenset(lexicon.words("annotate.values.ones", "nearly"))
_ALONE = frozenset(lexicon.words("annotate.values.ones", "alone"))
_SEVERAL = frozenset(lexicon.words("annotate.values.ones", "several"))


def one(tokens: Sequence[Token], first: int) -> bool:
    """Почти тысяча, закупили тысячу, миллиард тенге, по миллиону: one of them; на тысячу населения is a rate."""
    before = tokens[first - 1] if first else None
    alone = tokens[first].norm in _ALONE and (before is None or (before.norm != "на" and before.best.pos != "NUM"))
    each = before is not None and before.norm == "по" and tokens[first].norm in _EACH_ONE
    return alone or each or nearly(tokens, first) or _sized(tokens, first)


def _sized(tokens: Sequence[Token], first: int) -> bool:
    """Больница на тысячу коек: a thousand of what a house is measured by."""
    behind = tokens[first + 1 : first + 2] if tokens[first].norm in _ALONE else ()
    return bool(behind) and not _SIZES.isdisjoint(behind[0].words)


_SIZES = frozenset(lexicon.words("annotate.values.ones", "sizes"))


def one_kk(tokens: Sequence[Token], first: int) -> bool:
    """Мыңға жуық, мыңнан астам, саны мыңнан асады, миллион теңге: one of them; бірнеше мыңнан астам says no number."""
    before = tokens[first - 1].norm if first else ""
    behind = tokens[first + 1] if first + 1 < len(tokens) else None
    if tokens[first].norm in _ALONE_KK and behind is not None and not _CURRENCY.isdisjoint(behind.words):
        return before not in _SEVERAL
    near = behind is not None and (behind.norm in _bounding() or not _PASSING.isdisjoint(behind.words))
    return near and tokens[first].best.case in ("abl", "dat") and before not in _SEVERAL


_EACH_ONE = frozenset(lexicon.words("annotate.values.ones", "each_one"))
_ALONE_KK = frozenset(lexicon.words("annotate.values.ones", "alone_kk"))
_CURRENCY = frozenset(lexicon.words("annotate.values.ones", "currency"))
_PASSING = frozenset(lexicon.words("annotate.values.ones", "passing"))


@cache
def _bounding() -> frozenset[str]:
    rows = lexicon.table("bounds")
    return frozenset(row["words"] for row in rows if row["language"] == "kk" and row["case"] in ("abl", "dat"))


def nearly(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a word right before bounds what stands here: почти, около."""
    return first > 0 and tokens[first - 1].norm in _NEARLY
