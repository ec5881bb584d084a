"""Railway stations that a medical train stops at; most are in no register of settlements."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.mission_words import group
from kzhealthkg.model import PlaceValue, Token

JOINS = frozenset(lexicon.words("kinds.mission.stations", "joins"))


def stations(clause: Clause) -> list[tuple[PlaceValue, int, int]]:
    """Return the stations a clause names, each with its clean-text span: Ақсуат және Шар станцияларында."""
    tokens, found = clause.sentence.tokens, list[tuple[PlaceValue, int, int]]()
    known = group("station", clause.language)
    if known.isdisjoint(clause.words):
        return found
    for at in range(clause.first, clause.last):
        if not known.isdisjoint(tokens[at].words):
            names = _after(clause, at) if clause.language == "ru" else _before(clause, at)
            names = [t for t in names if not (_of_district(t, clause) or is_lemma(t, *group("train", clause.language)))]
            found += [(_place(t, clause), t.start, t.end) for t in names]
    return found


def _of_district(token: Token, clause: Clause) -> bool:
    """Станция X Y района: the district behind the station is no stop."""
    held = (m for m in clause.mentions("place") if m.value.level in ("district", "oblast"))
    return any(m.start == token.start for m in held)


def _place(token: Token, clause: Clause) -> PlaceValue:
    known = next((m.value for m in clause.mentions("place") if m.start == token.start), None)
    return known or PlaceValue(token.text, "village")


def _before(clause: Clause, at: int) -> list[Token]:
    tokens, first = clause.sentence.tokens, at
    while first > clause.first and (_named(tokens[first - 1]) or tokens[first - 1].norm in JOINS):
        first -= 1
    return [t for t in tokens[first:at] if _named(t)]


def _after(clause: Clause, at: int) -> list[Token]:
    tokens, last = clause.sentence.tokens, at + 1
    while last < clause.last and (_named(tokens[last]) or tokens[last].norm in JOINS):
        last += 1
    return [t for t in tokens[at + 1 : last] if _named(t)]


def _named(token: Token) -> bool:
    return token.text[0].isupper() and token.text[1:].islower()
