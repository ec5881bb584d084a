"""A Kazakh converb that is only a part of the aim told right behind its comma: сатып алып, орнату үшін."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.themes import CARRIED, MEANING
from kzhealthkg.model import Token

FOR = frozenset(lexicon.words("extract.clause.aimed", "for"))
GIVEN = frozenset(lexicon.words("extract.clause.aimed", "given"))


def aimed(rest: tuple[Token, ...]) -> bool:
    """Say whether what stands behind a converb begins with the aim it leads to: іске қосу үшін, орнатуға M бөлінді."""
    at = 1 + any(t.norm in CARRIED for t in rest[1:2])
    if len(rest) < at + 2 or rest[0].text != "," or "inf" not in rest[at].forms:
        return False
    following = rest[at + 1]
    if following.norm in FOR:
        return True
    meant = following.norm in MEANING or phase_of(following, "kk") == "begin"
    return rest[at].best.case == "dat" and not meant and any(not GIVEN.isdisjoint(t.words) for t in rest[at + 1 :])
