"""Who of a list of people is given a home, where others of it are given something else."""

from __future__ import annotations

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import is_lemma

GIFT = frozenset({"nom", "acc"})


def given_homes(hit: Hit, found: list[Phrase]) -> list[Phrase]:
    """10 дәрігерге пәтер кілтін, 25 медбикеге грамота берді: those whose own words name no other gift."""
    if hit.clause.language != "kk" or hit.frame.slots["measure"] != "housing" or len(found) < 2:
        return found
    ends = [*(g.first for g in found[1:]), max(hit.first, found[-1].last)]
    return [g for g, end in zip(found, ends, strict=True) if not _other_gift(hit, g, end)]


def _other_gift(hit: Hit, group: Phrase, end: int) -> bool:
    """Say whether the words between who gets and the next of the list name a thing and no home."""
    words = hit.clause.sentence.tokens[group.last : end]
    things = [t for t in words if t.best.pos in ("NOUN", "PROPN") and t.best.case in GIFT]
    return bool(things) and not any(is_lemma(t, *hit.frame.options["needs"]) for t in words)
