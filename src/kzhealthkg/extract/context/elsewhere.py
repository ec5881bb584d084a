"""What else than a facility a sentence tells of: another sector, or what carries doctors to the people."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.model import Document, FacilityValue, Sentence

BESIDE = frozenset(lexicon.words("extract.context.elsewhere", "beside"))
CARRIERS = frozenset(lexicon.words("extract.context.elsewhere", "carriers"))


@cache
def sectors(language: str) -> frozenset[str]:
    """Return the nouns of other sectors but those that stand in figures of health as well."""
    rows = (r["lemma"] for r in lexicon.table("other_sectors") if r["language"] == language)
    return frozenset(rows) - BESIDE


@once_each
def of_another(sentence: Sentence, language: str) -> bool:
    """Мектеп ашылды, автобуста рентген бар: say whether a sentence names no facility by its sort, but something else."""
    if (sectors(language) | CARRIERS).isdisjoint(sentence.words):
        return False
    return not any(m.type == "facility" and (m.value.name or m.value.type) for m in sentence.mentions)


@once_each
def aboard(sentence: Sentence, language: str) -> bool:
    """Пойызда 15 дәрігер жұмыс істейді, на борту поезда есть маммограф: what travels to the people is in no house."""
    if CARRIERS.isdisjoint(sentence.words):
        return False
    carriers = (i for i, t in enumerate(sentence.tokens) if not CARRIERS.isdisjoint(t.words))
    return any(sentence.tokens[i].best.case == "loc" or _on_board(sentence, i) for i in carriers)


def _on_board(sentence: Sentence, at: int) -> bool:
    return any(t.norm in BOARD for t in sentence.tokens[max(0, at - 2) : at])


BOARD = frozenset(lexicon.words("extract.context.elsewhere", "board"))


def left(document: Document, index: int, language: str) -> bool:
    """Аурухана жөнделді. Мектеп ашылды. Мекемеде …: say whether the last sentences have gone on to something else."""
    for at in range(index, max(-1, index - BACK), -1):
        sentence = document.sentences[at]
        if of_another(sentence, language):
            return True
        if any(m.type == "facility" and (m.value.name or m.value.type) for m in sentence.mentions):
            return False
    return False


BACK = 5
"""Sentences back to what is spoken of, at most."""


def is_called(facility: FacilityValue, noun: str) -> bool:
    """Say whether a noun is a part of a facility's name: орталық of … орталығы, but not of орталық аурухана."""
    words = facility.name.lower().split() if noun else []
    return any(noun[:-1] in word and (word != noun or word is words[-1]) for word in words)


def not_centre(noun: str, facility: FacilityValue) -> bool:
    """Емхана салынды. Орталықта …: a polyclinic or a hospital that is called no centre is not what that noun points to."""
    return noun.startswith(CENTRE) and bool(facility.type) and not facility.type.endswith(CENTRES)


CENTRE = lexicon.words("extract.context.elsewhere", "centre")
CENTRES = ("centre", "medical-facility", "institute", "university")
