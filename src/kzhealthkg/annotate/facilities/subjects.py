"""A house before a facility's noun that is no part of its name: who acts on it, or what turns into it."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.annotate.facilities import words
from kzhealthkg.annotate.facility_types import heads
from kzhealthkg.model import Token


def subject(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Облыстық аурухана | инсульт бөлімшесін ашты: a bare house before an object of several words is who acts on it."""
    house = words.head(tokens[first - 1], heads("kk")) if first < at else None
    if house is None or house.case not in ("", "nom") or heads("kk").get(house.lemma) != "yes":
        return False
    acted_on = tokens[at].best.case == "acc" and bool(tokens[at].best.possessive) and not house.possessive
    return acted_on or _becomes(tokens, at)


def _becomes(tokens: tuple[Token, ...], at: int) -> bool:
    """Аудандық аурухана | көпбейінді орталыққа айналады, көпбейінді орталық болады: what a house turns into is no part of its name."""
    behind = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    turned = tokens[at].best.case == "dat" and behind.startswith(TURNING)
    return turned or (tokens[at].best.case in ("", "nom") and behind.startswith(BEING))


TURNING = lexicon.words("annotate.facilities.subjects", "turning")


BEING = lexicon.words("annotate.facilities.subjects", "being")
