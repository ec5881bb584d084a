"""Who learned in a Kazakh clause: those before a dash, and those whom one number counts together."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from kzhealthkg.extract.clause import chains
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import widened


def with_subject(hit: Hit) -> Hit:
    """57 дәрігер шетелде – A мен B-да оқыды: a dash before where they learned ends no clause."""
    clause = hit.clause
    dashed = clause.language == "kk" and clause.first > 0 and clause.sentence.tokens[clause.first - 1].text in "–—"
    if not dashed or "number" in clause.named or not clause.mentions("place"):
        return hit
    wider = widened(clause)
    return replace(hit, clause=wider) if wider.first < clause.first else hit


def counted_together(found: list[Phrase], group: Phrase) -> list[Phrase]:
    """18 хирург пен анестезиолог оқыды: one number counts all members of the list that it opens."""
    if group.clause.language != "kk" or group.count is None or group not in found:
        return [group]
    members = chains.following(found, group)[1:]
    return [group, *takewhile(lambda m: m.count is None, members)]
